import regionFile from '#catalogue/reference/regions.json' with { type: 'json' }
import sectorFile from '#catalogue/reference/sectors.json' with { type: 'json' }
import type { BeneficiaryAnswer, PersonAnswer } from '#contract/answers.ts'
import type { Answer } from '#domain/answer.ts'
import type { WorkingCalendar } from '#domain/calendar.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { committeeOfDecision } from '#domain/case/committee.ts'
import { stepDueOn } from '#domain/case/deadlines.ts'
import { roadOf } from '#domain/case/road.ts'
import type { CaseState } from '#domain/case/state.ts'
import { paidOn, requestedIn } from '#domain/case/state.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import { conditionsOf } from '#domain/case/tranches.ts'
import { regionName } from '#domain/place.ts'
import type { RegionTable } from '#domain/place.ts'
import { aidOf } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Text } from '#domain/scheme/scheme.ts'

import type {
  CommitmentContract,
  ContractParty,
  DecisionLetter,
  Language,
  LetterBase,
  LetterData,
  LetterKind,
  LetterTranche,
  ProjectSheet,
} from './ports.ts'
import { appealFor, nextFor } from './letter-after.ts'
import { principalOf } from './principal.ts'

/** What a letter is written from; nothing else may enter it. */
export type PaperFacts = {
  readonly state: CaseState
  readonly running: RunningEdition
  readonly calendar: WorkingCalendar
  /** The date the paper bears. */
  readonly today: string
  readonly beneficiary: BeneficiaryAnswer | null
  readonly people: readonly PersonAnswer[]
  /** Words by their reference; erased ones are missing. */
  readonly texts: Readonly<Record<string, string>>
  readonly offices: Readonly<Record<string, { readonly name: string; readonly place: string | null }>>
  /** The day of the sitting where the file lies now, if it is not over. */
  readonly nextSittingOn?: string
}

/** The data of a letter in a language. The case must have got there: see `missingFor`. */
export function letterData<K extends LetterKind>(letter: K, facts: PaperFacts, language: Language): LetterData[K] {
  return writers[letter](facts, language)
}

const writers: { readonly [K in LetterKind]: (facts: PaperFacts, language: Language) => LetterData[K] } = {
  'decision-letter': decisionLetter,
  'commitment-contract': commitmentContract,
  'project-sheet': projectSheet,
}

function decisionLetter(facts: PaperFacts, language: Language): DecisionLetter {
  const { state, running } = facts
  const made = state.decisions.at(-1)
  const committee = made && committeeOfDecision(running.edition, made)
  if (!made || !committee) throw new Error('a decision letter needs a decision of a committee')
  const decision = decisionOf(made, facts, language)
  return {
    ...paperBase(facts, language),
    committee: committee.title[language],
    sittingOn: made.on,
    project: projectTitle(facts, language),
    decision,
    ...('award' in decision ? nextFor(facts, language) : {}),
    ...appealFor(facts, language),
    signatory: { title: committee.chair[language] },
  }
}

function decisionOf(
  made: CaseState['decisions'][number],
  facts: PaperFacts,
  language: Language,
): DecisionLetter['decision'] {
  const conditions = made.conditions.flatMap((each) => linesOf(each, facts))
  const text = linesOf(made.text, facts)
  const granted = {
    award: inCurrency(made.amount ?? 0, facts),
    conditions,
    tranches: made.tranches.map(({ tranche, amount }) => trancheOf(tranche, amount, facts, language)),
  }
  switch (made.outcome) {
    case 'select':
      return { outcome: 'select', ...granted }
    case 'select-for-less': {
      const requested = inCurrency(requestedIn(facts.state) ?? made.amount ?? 0, facts)
      return {
        outcome: 'select-for-less',
        requested,
        ...(text.length > 0 ? { reason: text.join(' ') } : {}),
        ...granted,
      }
    }
    case 'postpone':
      return { outcome: 'postpone', asked: [...text, ...conditions] }
    case 'refuse':
      return { outcome: 'refuse', grounds: [...text, ...conditions] }
    case 'absent':
      return { outcome: 'absent', ...(facts.nextSittingOn ? { nextSittingOn: facts.nextSittingOn } : {}) }
  }
}

function commitmentContract(facts: PaperFacts, language: Language): CommitmentContract {
  const { state, running } = facts
  const { award } = state
  if (!award) throw new Error('a commitment contract needs an award')
  const agreement = stepsOf(state, running).find(({ step }) => step.kind === 'agreement')?.step
  const parties = (agreement?.signedBy ?? ['beneficiary', 'office']).map((party) => partyOf(party, facts, language))
  const made = state.decisions.at(-1)
  const committee = made && committeeOfDecision(running.edition, made)
  const monitoring = running.edition.monitoring
  const own = state.feasibility?.ownContribution ?? 0
  return {
    ...paperBase(facts, language),
    parties,
    project: projectTitle(facts, language),
    ...(state.idea ? { sector: sectorTitle(state.idea.activity, language) } : {}),
    ...(state.region === null ? {} : { place: placeName(state.region, language) }),
    decided: { by: committee?.title[language] ?? officeName(state.custody.office, facts), on: award.on },
    award: inCurrency(award.amount, facts),
    ...(own > 0 ? { ownContribution: inCurrency(own, facts) } : {}),
    tranches: award.tranches.map(({ tranche, amount, payee }) => ({
      ...trancheOf(tranche, amount, facts, language),
      ...(payee === null ? {} : { payee }),
    })),
    ...(monitoring
      ? {
          monitoring: {
            months: monitoring.months,
            starts: monitoring.starts,
            visits: monitoring.visits.at,
            reports: monitoring.reports.map(({ title, at }) => ({ title: title[language], month: at })),
          },
        }
      : {}),
    signatures: parties.map(({ party, name }) => ({ party, name, ...signedBy(party, agreement?.step, state) })),
  }
}

function partyOf(
  party: ContractParty,
  facts: PaperFacts,
  language: Language,
): { party: ContractParty; name: string; details?: string[] } {
  const { state } = facts
  if (party === 'beneficiary') {
    const phone = facts.beneficiary?.phone ?? principalIn(facts)?.phone ?? null
    const details = [state.region === null ? null : placeName(state.region, language), phone]
    return { party, name: nameOf(facts), details: details.filter((detail) => detail !== null) }
  }
  const office = party === 'operator' ? (state.operator?.office ?? state.custody.office) : state.custody.office
  const place = facts.offices[office]?.place
  return { party, name: officeName(office, facts), ...(place ? { details: [place] } : {}) }
}

function signedBy(party: ContractParty, step: string | undefined, { signatures }: CaseState) {
  const signature = signatures.find((each) => each.party === party && each.step === step)
  const means = (['on-paper', 'on-device', 'by-link'] as const).find((each) => each === signature?.means)
  return signature && means ? { signed: { on: signature.on, means } } : {}
}

function projectSheet(facts: PaperFacts, language: Language): ProjectSheet {
  const { state, running } = facts
  const summary = linesOf(state.idea?.text ?? null, facts).join(' ')
  return {
    ...paperBase(facts, language),
    project: projectTitle(facts, language),
    summary: knownOr(summary === '' ? null : summary),
    place: knownOr(state.region === null ? null : placeName(state.region, language)),
    sector: knownOr(state.idea ? sectorTitle(state.idea.activity, language) : null),
    operator: knownOr(state.operator ? officeName(state.operator.office, facts) : null),
    currency: running.scheme.currency,
    budget: (state.feasibility?.lines ?? []).map(({ line, amount }) => ({
      label: line,
      amount: inCurrency(amount, facts),
    })),
    funding: fundingOf(facts, language),
    dates: datesOf(facts, language),
  }
}

/** Where the money comes from and how sure it is: the person's own, and what the scheme was asked for, decided, paid. */
function fundingOf(facts: PaperFacts, language: Language): ProjectSheet['funding'] {
  const { state, running } = facts
  const row = (label: string, amount: number, stage: ProjectSheet['funding'][number]['state']) =>
    amount > 0 ? [{ label, amount: inCurrency(amount, facts), state: stage }] : []
  const scheme = running.scheme.title[language]
  const own = row(nameOf(facts), state.feasibility?.ownContribution ?? 0, 'pledged')
  if (!state.award) return [...own, ...row(scheme, requestedIn(state) ?? 0, 'asked')]
  const paid = state.award.tranches.reduce((sum, tranche) => sum + paidOn(tranche), 0)
  const released = state.award.tranches
    .filter((tranche) => tranche.state === 'released')
    .reduce((sum, tranche) => sum + tranche.amount - paidOn(tranche), 0)
  const rest = state.award.amount - paid - released
  return [...own, ...row(scheme, paid, 'paid'), ...row(scheme, released, 'released'), ...row(scheme, rest, 'decided')]
}

/** Steps of the project and its launch: the day they were done, or the day they are due. */
function datesOf({ state, running, calendar }: PaperFacts, language: Language): ProjectSheet['dates'] {
  return stepsOf(state, running)
    .filter(({ stage }) => stage.kind === 'project' || stage.kind === 'launch')
    .flatMap(({ step }): ProjectSheet['dates'][number][] => {
      const label = step.title[language]
      const done = state.done[step.step]
      if (done !== undefined) return [{ label, date: { known: done } }]
      const due = stepDueOn(step, state, calendar)
      return due === null ? [] : [{ label, date: { known: due, estimated: true } }]
    })
}

export function paperBase(facts: PaperFacts, language: Language): LetterBase {
  const { state, running, today, calendar, offices } = facts
  const file = fileNumber(state.case, state.registeredOn, running.scheme.country)
  const { office } = state.custody
  return {
    scheme: running.scheme.title[language],
    office: { name: officeName(office, facts), place: offices[office]?.place ?? officeName(office, facts) },
    reference: `${file}/${state.version}`,
    date: today,
    person: { name: nameOf(facts), file },
    road: roadOf(state, running, today, calendar).map((stage) => ({
      title: stage.title[language],
      state: stage.state,
    })),
  }
}

function trancheOf(tranche: string, amount: number, facts: PaperFacts, language: Language): LetterTranche {
  const { state, running } = facts
  const known = aidOf(running.edition, state.aid)
  const title = known?.tranches.find((each) => each.tranche === tranche)?.title ?? known?.title
  return {
    title: title?.[language] ?? tranche,
    amount: inCurrency(amount, facts),
    conditions: conditionsOf(tranche, state, running).map((condition) => condition.title[language]),
  }
}

export function projectTitle({ state, running }: Pick<PaperFacts, 'state' | 'running'>, language: Language): string {
  if (state.idea) return sectorTitle(state.idea.activity, language)
  return aidOf(running.edition, state.aid)?.title[language] ?? running.scheme.title[language]
}

const sectors: Readonly<Record<string, Text>> = sectorFile.sectors
const regions = regionFile.regions as unknown as Readonly<Record<string, RegionTable>>

function sectorTitle(activity: string, language: Language): string {
  return sectors[activity]?.[language] ?? activity
}

export function placeName(region: string, language: Language): string {
  return regionName(regions[region.slice(0, 2)] ?? {}, region, language)
}

export function officeName(office: string, { offices }: PaperFacts): string {
  return offices[office]?.name ?? office
}

function principalIn({ state, people }: PaperFacts): PersonAnswer | undefined {
  return principalOf({ case: state, people })
}

/** Of the organisation or group, or of the principal person. */
export function nameOf(facts: PaperFacts): string {
  const person = principalIn(facts)
  if (facts.beneficiary) return facts.beneficiary.name
  return person ? `${person.chosenName ?? person.givenName} ${person.familyName}`.trim() : ''
}

export function inCurrency(amount: number, { running }: PaperFacts) {
  return { amount, currency: running.scheme.currency }
}

/** The lines of a text that is kept under a reference; none when it was erased. */
export function linesOf(reference: string | null, { texts }: PaperFacts): string[] {
  const text = reference === null ? '' : (texts[reference] ?? '')
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function knownOr(value: string | null): Answer<string> {
  return value === null ? { unknown: 'not-asked' } : { known: value }
}
