import { calendarOf } from '#catalogue/load-calendar.ts'
import { asActor } from '#db/connect.ts'
import { readStaffNames } from '#db/reads/case-ids.ts'
import { foldCase } from '#domain/case/case.ts'
import { stageOf } from '#domain/case/decide.ts'
import { obligationsOf } from '#domain/case/obligations.ts'
import { roadOf, roadStrip } from '#domain/case/road.ts'

import { atWork } from '../at-work.ts'
import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'
import { findCase } from './find.ts'
import type { FoundCase } from './find.ts'
import { sayHead } from './show.ts'
import { wordsFor } from './words.ts'
import type { Words } from './words.ts'

/** `case replay NUMBER`: the file fact by fact, each with where it left the case and who owed what after it. */
export function run(call: Call): number | Promise<number> {
  if (call.words.length === 0) {
    call.complain(sentence('name-a-case', call.language))
    return 2
  }
  return atWork(call, async (house) => {
    const found = await findCase(call, house)
    if (!found) return 1
    const names = await asActor(house.database, 'system', readStaffNames)
    const words = wordsFor(call.language, found.running, names, sentence('none', call.language))
    sayHead(call, found, words)
    found.events.forEach((event, index) => {
      call.say(`\n${String(event.version).padStart(3)}  ${event.recordedAt.slice(0, 10)}  ${words.event(event)}`)
      call.say(`     ${stateAfter(found, index + 1, words)}`)
    })
    return 0
  })
}

/** Road and debts as they were on the day of the last of these facts. */
function stateAfter({ id, events, running }: FoundCase, count: number, words: Words): string {
  const past = events.slice(0, count)
  const state = foldCase(id, past)
  const calendar = calendarOf(running.scheme.country)
  const day = past.at(-1)?.recordedAt.slice(0, 10) ?? ''
  const owed = obligationsOf(state, running, calendar).map(({ kind, step, role, number, ref }) => {
    const what = words.of('obligation', kind, { step: step === null ? '' : words.step(step), number, report: ref })
    return `${what} (${words.of('role', role)})`
  })
  const stage = words.of('stage', stageOf(state, running))
  return `${stage}  ${roadStrip(roadOf(state, running, day, calendar))}  ${owed.join(' · ')}`
}
