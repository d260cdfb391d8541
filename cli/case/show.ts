import { asActor, systemActor } from '#db/connect.ts'
import { readingRecorder } from '#db/readings.ts'
import { readStaffNames } from '#db/reads/case-ids.ts'
import { readCase } from '#db/reads/case.ts'
import type { CaseAnswer } from '#contract/answers.ts'
import { calendarOf } from '#catalogue/load-calendar.ts'
import { stageOf } from '#domain/case/decide.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { obligationsOf } from '#domain/case/obligations.ts'

import { atWork } from '../at-work.ts'
import type { AtWork } from '../at-work.ts'
import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'
import { findCase } from './find.ts'
import type { FoundCase } from './find.ts'
import { wordsFor } from './words.ts'
import type { Words } from './words.ts'

/**
 * `case show NUMBER`: where a file stands, what is owed and what happened. Nobody's name or words are shown, unless
 * `--names` asks for them; then the opening of the file is on record.
 */
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
    const texts = call.options['names'] === true ? await sayPeople(call, house, found) : {}
    sayHead(call, found, words)
    sayOwed(call, found, words)
    call.say(`\n${sentence('story', call.language)}`)
    for (const event of found.events) {
      call.say(`  ${event.recordedAt.slice(0, 10)}  ${words.event(event)}`)
      for (const quote of quotesOf(event.data, texts)) call.say(`              « ${quote} »`)
    }
    return 0
  })
}

export function sayHead(call: Call, { state, running }: FoundCase, words: Words): void {
  const { language } = call
  const number = fileNumber(state.case, state.registeredOn, running.scheme.country)
  const scheme = words.titled(running.scheme.title)
  call.say(sentence('case-head', language, { number, scheme, edition: state.edition }))
  call.say(
    sentence('case-place', language, {
      stage: words.of('stage', stageOf(state, running)),
      custody: words.office(state.custody.office),
      operator: words.office(state.operator?.office ?? null),
      aid: words.aid(state.aid),
    }),
  )
}

function sayOwed(call: Call, { state, running }: FoundCase, words: Words): void {
  const { language } = call
  const byDate = ({ dueOn }: { readonly dueOn: string | null }) => dueOn ?? '9999'
  const owed = obligationsOf(state, running, calendarOf(running.scheme.country)).toSorted((one, other) =>
    byDate(one) < byDate(other) ? -1 : byDate(one) > byDate(other) ? 1 : 0,
  )
  call.say(`\n${sentence('what-is-owed', language)}`)
  if (owed.length === 0) call.say(`  ${sentence('nothing-owed', language)}`)
  for (const { kind, step, number, ref, role, office, dueOn } of owed) {
    const what = words.of('obligation', kind, { step: step === null ? '' : words.step(step), number, report: ref })
    const due = dueOn ?? sentence('no-date', language)
    call.say(
      `  ${sentence('owed-line', language, { due, what, role: words.of('role', role), office: words.office(office) })}`,
    )
  }
}

/** Who the people are; the opening is written down before anything is shown. */
async function sayPeople(
  call: Call,
  { database }: AtWork,
  { id }: FoundCase,
): Promise<Readonly<Record<string, string>>> {
  const record = readingRecorder(database)
  await record({ actor: systemActor, case: id, what: 'case', at: new Date().toISOString() })
  const text = await asActor(database, 'system', (tx) => readCase(tx, id))
  if (text === undefined) return {}
  const { beneficiary, people, texts } = JSON.parse(text) as CaseAnswer
  if (beneficiary) call.say([beneficiary.name, beneficiary.place, beneficiary.phone].filter(Boolean).join('  '))
  for (const { chosenName, givenName, familyName, birth, phone } of people)
    call.say([`${chosenName ?? givenName} ${familyName}`, birth, phone].filter(Boolean).join('  '))
  return texts
}

function quotesOf(data: object, texts: Readonly<Record<string, string>>): string[] {
  return Object.values(data)
    .flat()
    .flatMap((value) => (typeof value === 'string' && texts[value] !== undefined ? [texts[value]] : []))
}
