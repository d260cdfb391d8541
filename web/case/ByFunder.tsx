import { leftByFunder, type FundedPart } from '#domain/case/funding.ts'
import type { Award } from '#domain/case/state.ts'

import { Amount } from '../ui/Amount.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { Colon, Section, Words } from './Section.tsx'
import type { CaseView } from './view.ts'

/** How the funders share the award, why so where somebody decided it, and what each has paid and has still to pay. */
export function ByFunder({ award, view }: { award: Award; view: CaseView }) {
  const { text } = view.words
  const { currency } = view.circumstances.running.scheme
  const left = new Map(leftByFunder(award).map(({ funder, amount }) => [funder, amount]))
  const amount = (value: number) => <Amount value={{ amount: value, currency }} />
  const columns: readonly Column<FundedPart>[] = [
    { id: 'funder', title: text('case.funder'), heads: true, cell: (part) => funderTitle(part, view) },
    { id: 'carries', title: text('ui.funder-carries'), numeric: true, cell: (part) => amount(part.amount) },
    {
      id: 'paid',
      title: text('case.funder-paid'),
      numeric: true,
      cell: (part) => amount(part.amount - (left.get(part.funder) ?? 0)),
    },
    {
      id: 'left',
      title: text('case.funder-left'),
      numeric: true,
      cell: (part) => amount(left.get(part.funder) ?? 0),
    },
  ]
  return (
    <Section title={text('ui.funders')}>
      <Table
        caption={text('ui.funders')}
        columns={columns}
        rows={award.funding ?? []}
        rowKey={({ funder }) => funder}
      />
      <Words of={award.fundingReason ?? null} view={view} />
    </Section>
  )
}

/** What each funder carries of one payment, in a line. */
export function PaidBy({ parts, view }: { parts: readonly FundedPart[]; view: CaseView }) {
  const { currency } = view.circumstances.running.scheme
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 text-small text-ink-soft">
      {parts.map(({ funder, amount }) => (
        <li key={funder}>
          <bdi>{funderTitle({ funder }, view)}</bdi>
          <Colon />
          <Amount value={{ amount, currency }} />
        </li>
      ))}
    </ul>
  )
}

function funderTitle({ funder }: Pick<FundedPart, 'funder'>, { circumstances, words }: CaseView): string {
  const known = circumstances.running.edition.aids.flatMap(({ funders = [] }) => funders)
  const title = known.find((each) => each.funder === funder)?.title
  return title ? words.titled(title) : funder
}
