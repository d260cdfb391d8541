import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { OfficeAnswer, SittingRow } from '#contract/answers.ts'
import { correctedEvents } from '#domain/case/case.ts'
import { choicesOf } from '#domain/case/choices.ts'
import { correctableFields } from '#domain/case/corrections.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import type { PickSource } from '#domain/field.ts'
import { formatAmount } from '#domain/money.ts'
import { priceItems, priceUnits } from '#domain/project/price.ts'
import { regionChoices } from '#domain/place.ts'
import { beneficiaryOf } from '#domain/scheme/beneficiary.ts'
import { aidOf, findStep } from '#domain/scheme/journey.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import { reading } from '../api.ts'
import type { Corrections, FormSources } from '../form/sources.ts'
import { officesQuery } from '../local/edition.ts'
import { formatDay, readableAmount } from '../locale.ts'
import { eventText } from '../readable.ts'
import type { Option } from '../ui/Choice.tsx'
import { useRegions } from './case-words.ts'
import { uploaderFor } from './upload.ts'
import type { CaseView } from './view.ts'

/** What the form of a command offers on this case: choices in words, questions, corrections, and the way for a file. */
export function useFormSources(
  view: CaseView,
  command: CaseCommand,
  given: Readonly<Record<string, string>>,
  history: readonly RecordedCaseEvent[] | undefined,
): FormSources {
  const { text } = view.words
  const { scheme, edition } = view.circumstances.running
  const regions = useRegions(scheme.country)
  const wanted = useMemo(() => new Set(Object.values(command.fields).map(({ from }) => from)), [command])
  const sittings = useSittings(wanted.has('sittings'))
  const offices = useQuery(officesQuery).data?.rows ?? noOffices
  return useMemo(() => {
    const choices: Partial<Record<PickSource, readonly Option[]>> = {}
    const event = given['event']
    const corrected = event === undefined ? undefined : correctionsOf(history ?? [], event)
    const sources = new Set([...wanted, ...Object.values(corrected?.fields ?? {}).map(({ from }) => from)])
    for (const from of sources) if (from) choices[from] = choicesIn(from, view)
    for (const from of ['offices', 'operators'] as const)
      if (choices[from]) choices[from] = choices[from].map((option) => officeOption(option, offices, view))
    if (sources.has('regions')) {
      choices.regions = regionChoices(regions, text.language).map(({ code, name }) => ({ id: code, title: name }))
    }
    if (wanted.has('sittings')) choices.sittings = sittingOptions(view, sittings)
    if (wanted.has('events')) choices.events = eventOptions(view, history ?? [])
    return {
      choices,
      facts: factsAsked(view, command, given),
      questions: questionsAsked(view, given['step']),
      currency: scheme.currency,
      funders: fundersOf(view),
      beneficiary: beneficiaryOf(edition),
      corrections: (input) => correctionsOf(history ?? [], String(event ?? input['event'] ?? '')),
      upload: uploaderFor(view.file.id, given['paper']),
    }
  }, [wanted, view, regions, sittings, offices, history, command, given, scheme, edition, text])
}

/** Who pays for the chosen aid together, by the names that the scheme gives them. */
export function fundersOf({ file, circumstances, words }: CaseView): readonly Option[] {
  const aid = aidOf(circumstances.running.edition, file.answer.case.aid)
  return (aid?.funders ?? []).map(({ funder, title }) => ({ id: funder, title: words.titled(title) }))
}

/** The options of a `pick`, each with what helps to choose it. */
function choicesIn(from: PickSource, view: CaseView): readonly Option[] {
  const ids = choicesOf(from, view.file.answer.case, view.circumstances) ?? []
  return ids.map((id) => optionFor(from, id, view))
}

function optionFor(from: PickSource, id: string, view: CaseView): Option {
  const { words, file } = view
  switch (from) {
    case 'aids':
      return aidOption(id, view)
    case 'closure-reasons':
      return { id, title: words.closure(id) }
    case 'consents':
      return { id, title: words.consent(id) }
    case 'difficulties':
      return difficultyOption(id, view)
    case 'documents':
    case 'signable-documents':
      return documentOption(id, view)
    case 'expertise':
      return { id, title: expertiseTitle(id, view) }
    case 'instruments':
      return { id, title: words.instrument(id) }
    case 'members':
      return memberOption(id, view)
    case 'offices':
    case 'operators':
      return { id, title: words.office(id) }
    case 'items':
      return { id, title: words.titled(priceItems[id] ?? { fr: id, en: id, ar: id }) }
    case 'units':
      return { id, title: words.titled(priceUnits[id] ?? { fr: id, en: id, ar: id }) }
    case 'projects':
      return projectOption(id, view)
    case 'papers':
      return { id, title: words.paper(id) }
    case 'schemes':
      return { id, title: words.titled(file.ground.running.scheme.title) }
    case 'sectors':
      return { id, title: words.sector(id) }
    case 'sessions':
      return sessionOption(id, view)
    case 'steps':
    case 'deadlines':
    case 'paused-deadlines':
      return { id, title: words.step(id) }
    case 'tranches':
      return trancheOption(id, view)
    case 'visits':
      return { id, title: id }
    default:
      return { id, title: id }
  }
}

function expertiseTitle(id: string, { words, circumstances }: CaseView): string {
  const known = circumstances.running.edition.operators?.expertise.find((each) => each.expertise === id)
  return known ? words.titled(known.title) : id
}

/** An office with where it is and what kind of house it is. */
function officeOption({ id, title }: Option, offices: readonly OfficeAnswer[], { words }: CaseView): Option {
  const office = offices.find((each) => each.office === id)
  const parts = [
    office?.place,
    office?.region && words.region(office.region),
    office?.sector && words.text.maybe(`case.sector-${office.sector}`),
  ].filter((part) => typeof part === 'string')
  return { id, title, help: parts.join(words.text.direction === 'rtl' ? '، ' : ', ') || undefined }
}

/** An aid with what it is for; what the rules say of it stands above the form, with its reasons. */
function aidOption(id: string, { words, circumstances }: CaseView): Option {
  const aid = aidOf(circumstances.running.edition, id)
  return aid ? { id, title: words.titled(aid.title), help: words.titled(aid.summary) } : { id, title: id }
}

function difficultyOption(id: string, { words, file }: CaseView): Option {
  const difficulty = file.answer.case.difficulties.find((each) => each.difficulty === id)
  const about = difficulty && words.text.maybe(`field.raise-difficulty.about.option.${difficulty.about}`)
  return { id, title: about ?? id, help: words.words(difficulty?.text)?.slice(0, 120) }
}

function documentOption(id: string, { words, file }: CaseView): Option {
  const kept = file.answer.case.documents.find((each) => each.document === id)
  const stored = file.answer.documents.find((each) => each.document === id)
  return { id, title: words.words(kept?.title) ?? words.paper(kept?.paper ?? stored?.paper ?? ''), help: stored?.name }
}

/** A saved version of the project by its number and day, with what it asks for. */
function projectOption(id: string, { words, file }: CaseView): Option {
  const version = file.answer.case.projects?.find(({ project }) => project === id)
  if (!version) return { id, title: id }
  const { number, on, figures, currency } = version
  const amount = readableAmount(formatAmount({ amount: figures.requested, currency }, words.text.locale))
  return {
    id,
    title: words.text('case.project-version', { number, on: formatDay(on, words.text.locale) }),
    help: amount,
  }
}

function memberOption(id: string, { words, file }: CaseView): Option {
  const member = file.answer.case.members.find((each) => each.person === id)
  return { id, title: words.person(id), help: member && words.text.maybe(`form.relation-${member.relation}`) }
}

function sessionOption(id: string, { words, file }: CaseView): Option {
  const session = file.answer.case.sessions.find((each) => each.session === id)
  const on = session && formatDay(session.on, words.text.locale)
  return { id, title: words.words(session?.title) ?? id, help: on }
}

function trancheOption(id: string, { words, file, circumstances }: CaseView): Option {
  const tranche = file.answer.case.award?.tranches.find((each) => each.tranche === id)
  if (!tranche) return { id, title: words.tranche(id) }
  const { currency } = circumstances.running.scheme
  const amount = readableAmount(formatAmount({ amount: tranche.amount, currency }, words.text.locale))
  return { id, title: words.tranche(id), help: `${amount}, ${words.text(`case.tranche-${tranche.state}`)}` }
}

function useSittings(wanted: boolean): readonly SittingRow[] {
  const { data } = useQuery({ ...reading<{ rows: readonly SittingRow[] }>('/api/sittings'), enabled: wanted })
  return data?.rows ?? noRows
}

const noRows: readonly SittingRow[] = []
const noOffices: readonly OfficeAnswer[] = []

/** Sittings of this file's committee that still take files, the next one first. */
function sittingOptions({ file, words, circumstances }: CaseView, rows: readonly SittingRow[]): readonly Option[] {
  const { scheme } = file.answer.case
  const steps = stepsOf(file.answer.case, circumstances.running)
  const isAsked = (row: SittingRow) =>
    row.committee === null || steps.some(({ step }) => step.committee === row.committee)
  return rows
    .filter((row) => row.scheme === scheme && isAsked(row) && (row.status === 'planned' || row.status === 'open'))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map(({ sitting, on, office, files }) => ({
      id: sitting,
      title: formatDay(on, words.text.locale),
      help: words.text('case.sitting-files', { office: words.office(office), files }),
    }))
}

/** What of the story can be corrected, newest first. */
function eventOptions({ words }: CaseView, history: readonly RecordedCaseEvent[]): readonly Option[] {
  return correctedEvents(history)
    .filter((event) => Object.keys(correctableFields(event.type)).length > 0)
    .toReversed()
    .map((event) => ({
      id: String(event.version),
      title: eventText(words.text, { ...event, who: event.actor }, words.names) ?? event.type,
      help: formatDay(event.happenedAt.slice(0, 10), words.text.locale),
    }))
}

function correctionsOf(history: readonly RecordedCaseEvent[], version: string): Corrections | undefined {
  const event = correctedEvents(history).find((each) => String(each.version) === version)
  return event && { fields: correctableFields(event.type), values: event.data }
}

/** The questions of a step, or all that a person can be asked: what the case holds itself is asked of nobody. */
function factsAsked(
  { circumstances }: CaseView,
  command: CaseCommand,
  given: Readonly<Record<string, string>>,
): readonly Fact[] {
  const { edition } = circumstances.running
  const step = given['step'] === undefined ? undefined : findStep(edition, given['step'])?.step
  if (command.name === 'complete-step') return edition.facts.filter(({ fact }) => step?.asks?.includes(fact))
  return edition.facts.filter(({ derived }) => derived === undefined)
}

function questionsAsked({ circumstances }: CaseView, step: string | undefined): FormSources['questions'] & object {
  const { edition } = circumstances.running
  const wanted = step === undefined ? undefined : findStep(edition, step)?.step.instrument
  return edition.instruments.find(({ instrument }) => instrument === wanted)?.questions ?? []
}
