import sectors from '#catalogue/reference/sectors.json' with { type: 'json' }

import type { Circumstances } from '../command.ts'
import type { Fields, PickSource } from '../field.ts'
import type { Refusal } from '../outcome.ts'
import { refuse } from '../outcome.ts'
import { deviceKinds } from '../signature/device.ts'
import { priceItems, priceUnits } from '../project/price.ts'
import { begunDeadlines } from './deadlines.ts'
import { signableDocuments } from './signing.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

/** The ids a `pick` may name, or null where the domain does not hold the list (events, sittings: judged by `decide`). */
export function choicesOf(from: PickSource, state: CaseState, circumstances: Circumstances): readonly string[] | null {
  const { edition } = circumstances.running
  const lists: Partial<Record<PickSource, () => readonly string[] | undefined>> = {
    aids: () => edition.aids.map((each) => each.aid),
    'closure-reasons': () => edition.closures.map((each) => each.name),
    committees: () => (edition.committees ?? []).map((each) => each.committee),
    consents: () => edition.consents.map((each) => each.purpose),
    deadlines: () => begunDeadlines(state, circumstances.running, circumstances.calendar),
    devices: () => deviceKinds,
    difficulties: () => state.difficulties.filter((each) => !each.resolvedOn).map((each) => each.difficulty),
    documents: () => state.documents.map((each) => each.document),
    editions: () => circumstances.editions?.filter((each) => each !== state.edition),
    expertise: () => (edition.operators?.expertise ?? []).map((each) => each.expertise),
    items: () => Object.keys(priceItems),
    instruments: () => edition.instruments.map((each) => each.instrument),
    'linked-people': () => state.samePerson ?? [],
    members: () => state.members.map((each) => each.person),
    offices: () => answerableOffices(circumstances),
    operators: () => circumstances.offices.byRole['adviser'] ?? [],
    'paused-deadlines': () => state.pauses.flatMap(({ step, until }) => (until === null ? [step] : [])),
    papers: () => edition.papers.map((each) => each.paper),
    projects: () => (state.projects ?? []).map((each) => each.project),
    schemes: () => [circumstances.running.scheme.scheme],
    sectors: () => Object.keys(sectors.sectors),
    steps: () => stepsOf(state, circumstances.running).map(({ step }) => step.step),
    'signable-documents': () => signableDocuments(circumstances)?.map((each) => each.document),
    sessions: () => state.sessions.map((each) => each.session),
    tranches: () => state.award?.tranches.map((each) => each.tranche) ?? [],
    units: () => Object.keys(priceUnits),
    visits: () => state.visits.map((each) => each.visit),
  }
  return lists[from]?.() ?? null
}

/** The offices that can answer for a case of this scheme, those of the country of return first. */
function answerableOffices({ offices }: Circumstances): readonly string[] {
  const { coordinator = [], counsellor = [] } = offices.byRole
  return [...new Set([...coordinator, ...counsellor])]
}

/** Refuses `unknown-choice` when an input names something that the case, the scheme or the directory does not have. */
export function unknownChoice(
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
  state: CaseState,
  circumstances: Circumstances,
): Refusal | undefined {
  for (const [name, field] of Object.entries(fields)) {
    const value = input[name]
    if (!field.from || value === undefined) continue
    const choices = choicesOf(field.from, state, circumstances)
    const wrong = choices && [value].flat().find((each) => !choices.includes(String(each)))
    if (wrong !== undefined && wrong !== null) return refuse('unknown-choice', { value: String(wrong) }, name)
  }
  return undefined
}
