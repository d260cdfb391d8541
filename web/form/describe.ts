import type { BeneficiaryInput, BudgetLine, FactAnswers, Field, PersonInput } from '#domain/field.ts'
import { formatAmount } from '#domain/money.ts'
import type { MarkInput } from '#domain/operator/fields.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import type { Text } from '../i18n.ts'
import { formatDay, formatMoment, formatNumber, readableAmount } from '../locale.ts'
import type { Option } from '../ui/Choice.tsx'
import { isEmpty } from './check.ts'
import type { FormSources } from './sources.ts'
import type { Wording } from './wording.ts'

/** An answer as a plain text, for reading it again before it is sent. A dash when nothing was said. */
export function describeValue(
  text: Text,
  field: Field,
  value: unknown,
  sources: FormSources,
  wording: Wording,
): string {
  if (isEmpty(value)) return text('form.empty')
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return String(value)
    case 'date':
    case 'partial-date':
      return formatDay(String(value), text.locale)
    case 'moment':
      return formatMoment(String(value), text.locale, 'long')
    case 'amount':
      return amountText(text, Number(value), sources.currency)
    case 'number':
      return formatNumber(Number(value), text.locale)
    case 'yes-no':
      return text(value === true ? 'ui.yes' : 'ui.no')
    case 'choice':
      return wording.option(String(value))
    case 'choices':
      return list(text, (value as string[]).map(wording.option))
    case 'pick':
      return pickTitle(field, String(value), sources)
    case 'picks':
      return list(
        text,
        (value as string[]).map((id) => pickTitle(field, id, sources)),
      )
    case 'file':
      return text('ui.yes')
    case 'person':
      return personName(value as PersonInput)
    case 'people':
      return list(text, (value as PersonInput[]).map(personName))
    case 'beneficiary':
      return (value as BeneficiaryInput).name
    case 'lines':
      return linesText(text, value as BudgetLine[], sources.currency)
    case 'funding':
      return linesText(text, fundingLines(value as Record<string, number>, sources), sources.currency)
    case 'prices':
      return linesText(text, pricedLines(value as Record<string, number>, sources), sources.currency)
    case 'proofs':
      return list(text, titlesOf(sources.expertise, Object.keys(value as object)))
    case 'grid':
      return marksText(text, value as Record<string, MarkInput>, sources)
    case 'facts':
      return factsText(text, value as FactAnswers, sources)
    case 'scores':
      return scoresText(text, value as Record<string, string>, sources)
    case 'project':
      return text(`field.save-project.project`)
    case 'correction':
      return list(text, Object.values(value as object).map(String))
  }
}

function amountText(text: Text, amount: number, currency = 'EUR'): string {
  return readableAmount(formatAmount({ amount, currency }, text.locale))
}

function list(text: Text, words: readonly string[]): string {
  if (words.length === 0) return text('form.empty')
  return new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(words)
}

function pickTitle(field: Field, id: string, sources: FormSources): string {
  const options = field.from === undefined ? undefined : sources.choices?.[field.from]
  return options?.find((option) => option.id === id)?.title ?? id
}

function personName({ givenName, familyName, chosenName }: PersonInput): string {
  return chosenName ?? `${givenName} ${familyName}`.trim()
}

function linesText(text: Text, lines: readonly BudgetLine[], currency: string | undefined): string {
  return lines.map(({ line, amount }) => `${line}: ${amountText(text, amount ?? 0, currency)}`).join('\n')
}

function fundingLines(parts: Readonly<Record<string, number>>, { funders = [] }: FormSources): readonly BudgetLine[] {
  return funders.map(({ id, title }) => ({ line: title, amount: parts[id] ?? 0 }))
}

function pricedLines(prices: Readonly<Record<string, number>>, { services = [] }: FormSources): readonly BudgetLine[] {
  return services.map(({ id, title }) => ({ line: title, amount: prices[id] ?? 0 }))
}

function titlesOf(options: readonly Option[] = [], ids: readonly string[]): readonly string[] {
  return ids.map((id) => options.find((option) => option.id === id)?.title ?? id)
}

function marksText(text: Text, marks: Readonly<Record<string, MarkInput>>, { grid }: FormSources): string {
  return Object.entries(marks)
    .map(
      ([id, { mark, reason }]) =>
        `${titlesOf(grid?.criteria, [id])[0]}: ${formatNumber(mark, text.locale)} (${reason})`,
    )
    .join('\n')
}

function factsText(text: Text, answers: FactAnswers, sources: FormSources): string {
  const said = (sources.facts ?? []).flatMap((fact) => {
    const answer = answers[fact.fact]
    if (answer === undefined) return []
    const words = 'known' in answer ? factValue(text, fact, answer.known, sources) : text(`ui.known-${answer.unknown}`)
    const sign = 'known' in answer && answer.estimated ? '≈ ' : ''
    return [`${fact.ask[text.language]} ${sign}${words}`]
  })
  return said.join('\n')
}

function factValue(text: Text, fact: Fact, value: unknown, sources: FormSources): string {
  switch (fact.type) {
    case 'yes-no':
      return text(value === true ? 'ui.yes' : 'ui.no')
    case 'number':
      return formatNumber(Number(value), text.locale)
    case 'amount':
      return amountText(text, Number(value), sources.currency)
    case 'date':
      return formatDay(String(value), text.locale)
    case 'choice':
      return fact.options?.find(({ option }) => option === value)?.title[text.language] ?? String(value)
  }
}

function scoresText(text: Text, answers: Readonly<Record<string, string>>, sources: FormSources): string {
  const said = (sources.questions ?? []).flatMap(({ question, ask, options }) => {
    const chosen = options.find(({ option }) => option === answers[question])
    return chosen ? [`${ask[text.language]} ${chosen.title[text.language]}`] : []
  })
  return said.join('\n')
}
