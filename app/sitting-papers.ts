import type { MinutesAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { readCaseDays, readMandates, readMembers, readAgenda } from '#db/reads/sitting.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { agendaPaper } from './agenda-paper.ts'
import type { House } from './house.ts'
import { draftMinutes } from './minutes.ts'
import type { DraftedMinutes } from './minutes.ts'
import { minutesAnswer, minutesPaper } from './minutes-paper.ts'
import { officesById } from './pack-facts.ts'
import type { Language, PrintedLetter } from './ports.ts'
import { zoneOf } from './zone.ts'

/** The minutes of a sitting that the actor may see, with what their paper needs. */
async function seenMinutes(house: House, actor: Actor, sitting: string) {
  const around = await asActor(house.database, actor, async (tx) => {
    const answer = await readAgenda(tx, sitting, actor)
    if (!answer) return undefined
    const [offices, mandates, members] = await Promise.all([
      officesById(tx),
      readMandates(tx, sitting),
      readMembers(tx, answer.sitting.office),
    ])
    return {
      // Another office of the scheme reads what was said of its own files, and of nobody else's.
      files: answer.sitting.office === actor.office ? null : answer.files.map((each) => each.case),
      offices,
      mandates,
      chairs: members.filter(({ role }) => role === 'committee-chair').map((each) => each.account),
    }
  })
  if (!around) return refuse('not-found')
  const minutes = await draftMinutes(house, sitting)
  if (minutes.refused) return minutes
  const today = house.clock.today()
  const zone = zoneOf(minutes.value.running.scheme.country)
  const { files, ...more } = around
  return accept({ minutes: withFiles(minutes.value, files), more: { ...more, today, zone } })
}

function withFiles(minutes: DraftedMinutes, seen: readonly string[] | null): DraftedMinutes {
  if (seen === null) return minutes
  const files = minutes.record.files.filter((each) => seen.includes(each.case))
  return { ...minutes, record: { ...minutes.record, files } }
}

/** The draft of the minutes, as this reader may see it. Refusals: `not-found`, `unknown-scheme`. */
export async function readMinutes(
  house: House,
  actor: Actor,
  sitting: string,
  language: Language,
): Promise<Outcome<MinutesAnswer>> {
  const seen = await seenMinutes(house, actor, sitting)
  if (seen.refused) return seen
  return accept(minutesAnswer(seen.value.minutes, seen.value.more, language, actor))
}

/**
 * The minutes on paper. A reader's copy leaves out the files that they stepped aside from; its fingerprint is that of the
 * whole. Refusals: `not-found`, `unknown-scheme`, those of the printer.
 */
export async function printMinutes(
  house: House,
  actor: Actor,
  sitting: string,
  language: Language,
): Promise<Outcome<PrintedLetter>> {
  const seen = await seenMinutes(house, actor, sitting)
  if (seen.refused) return seen
  const { minutes, more } = seen.value
  return house.printer.letter('minutes', minutesPaper(forReader(minutes, actor), more, language), language)
}

function forReader(minutes: DraftedMinutes, { user }: Actor): DraftedMinutes {
  const files = minutes.record.files.filter(({ recused }) => !recused.includes(user))
  return { ...minutes, record: { ...minutes.record, files } }
}

/** The call to the sitting on paper. Refusals: `not-found`, `unknown-scheme`, those of the printer. */
export async function printAgenda(
  house: House,
  actor: Actor,
  sitting: string,
  language: Language,
): Promise<Outcome<PrintedLetter>> {
  const found = await asActor(house.database, actor, async (tx) => {
    const answer = await readAgenda(tx, sitting, actor)
    if (!answer) return undefined
    const [offices, days] = await Promise.all([
      officesById(tx),
      readCaseDays(
        tx,
        answer.files.map((each) => each.case),
      ),
    ])
    return { answer, offices, days }
  })
  if (!found) return refuse('not-found')
  const { answer, offices, days } = found
  const { scheme, edition } = answer.sitting
  const running = await house.editions.sought(() => house.editions.find(scheme, edition))
  if (!running) return refuse('unknown-scheme', { scheme })
  const numbers = Object.fromEntries(
    days.map(({ case: file, registeredOn }) => [file, fileNumber(file, registeredOn, running.scheme.country)]),
  )
  const paper = agendaPaper(answer, { running, offices, numbers, today: house.clock.today() }, language)
  return house.printer.letter('agenda', paper, language)
}
