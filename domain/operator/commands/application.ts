import type { InputOf } from '../../field.ts'
import { choice, choices, date, file, longText, number, optional, pick, picks } from '../../field.ts'
import type { Outcome, Refusal } from '../../outcome.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import type { RunningEdition } from '../../scheme/rules.ts'
import { specificationOf, stray, strayCodes } from '../checks.ts'
import type { AccreditationCircumstances } from '../decide.ts'
import { proofs } from '../fields.ts'
import type { AccreditationEvent } from '../events.ts'
import { lots, operatorTypes } from '../sheet.ts'

/** What an organisation says of itself when it applies. */
export const applicationFields = {
  type: choice(operatorTypes),
  lots: choices(lots),
  expertise: proofs(),
  experience: number(0, 200),
  staff: number(1, 10_000),
  languages: picks('languages'),
  regions: picks('regions'),
  sectors: picks('sectors'),
  insuredUntil: optional(date()),
  insurance: optional(file()),
  capacity: optional(number(1, 10_000)),
  text: optional(longText()),
  call: optional(pick('calls')),
}

type Given = InputOf<typeof applicationFields>

/**
 * An application as an event. Refusals: `no-operators`, `call-needed` (organisations apply through a call, the scheme's
 * own office writes down what came on paper), `call-closed`, `lot-needed`, `lot-not-called`, `expertise-without-proof`,
 * `experience-too-short`, `insurance-needed`, `insurance-over`, `unknown-choice`.
 */
export function applicationOf(
  office: string,
  given: Given,
  circumstances: AccreditationCircumstances,
): Outcome<readonly AccreditationEvent[]> {
  const { running, today } = circumstances
  const { operators } = running.edition
  if (!operators) return refuse('no-operators', { scheme: running.scheme.scheme })
  const refusal = firstRefusal(
    callRefusal(given, circumstances),
    given.lots.length === 0 && refuse('lot-needed', {}, 'lots'),
    stray('lots', given.lots, operators.lots),
    expertiseRefusal(given.expertise, running),
    experienceRefusal(given.experience, running),
    insuranceMissing(given, running, today),
    strayCodes(given),
  )
  if (refusal) return refusal
  const { call = null, insuredUntil = null, insurance = null, capacity = null, text = null, ...said } = given
  const asked = proofAsked(running)
  const proven = Object.entries(given.expertise).flatMap(([word, paper]) =>
    paper !== null || !asked.includes(word) ? [word] : [],
  )
  const data = {
    ...said,
    scheme: running.scheme.scheme,
    edition: running.edition.edition,
    office,
    call,
    insuredUntil,
    insurance,
    capacity,
    text,
    proven,
    lots: [...new Set(given.lots)],
    on: today,
  }
  return accept([{ type: 'application-submitted', data }])
}

function callRefusal({ call: id, lots }: Given, { actor, call, running, today }: AccreditationCircumstances) {
  if (id === undefined) return actor.role === 'programme-manager' ? undefined : refuse('call-needed', {}, 'call')
  if (!call || call.scheme !== running.scheme.scheme) return refuse('unknown-choice', { value: id }, 'call')
  const closed = call.closedOn !== null || today > call.until || today < call.from
  const other = lots.find((lot) => !call.lots.includes(lot))
  return firstRefusal(
    closed && refuse('call-closed', { from: call.from, until: call.closedOn ?? call.until }, 'call'),
    other !== undefined && refuse('lot-not-called', { lot: other }, 'lots'),
  )
}

/** Where the sources do not say which kinds need proof, each of them does. */
function proofAsked(running: RunningEdition): readonly string[] {
  const proof = specificationOf(running)?.proof ?? []
  const all = running.edition.operators?.expertise.map(({ expertise }) => expertise) ?? []
  return proof === 'unknown' ? all : proof
}

function expertiseRefusal(given: Given['expertise'], running: RunningEdition): Refusal | undefined {
  const known = running.edition.operators?.expertise.map(({ expertise }) => expertise) ?? []
  const asked = proofAsked(running)
  const bare = Object.entries(given).find(([word, paper]) => paper === null && asked.includes(word))?.[0]
  return firstRefusal(
    stray('expertise', Object.keys(given), known),
    bare !== undefined && refuse('expertise-without-proof', { expertise: bare }, 'expertise'),
  )
}

function experienceRefusal(years: number, running: RunningEdition): Refusal | undefined {
  const asked = specificationOf(running)?.experience
  return typeof asked === 'number' && years < asked
    ? refuse('experience-too-short', { years: asked }, 'experience')
    : undefined
}

function insuranceMissing({ insuredUntil }: Given, running: RunningEdition, today: string): Refusal | undefined {
  if (insuredUntil !== undefined)
    return insuredUntil < today ? refuse('insurance-over', { until: insuredUntil }, 'insuredUntil') : undefined
  return specificationOf(running)?.insurance === true ? refuse('insurance-needed', {}, 'insuredUntil') : undefined
}
