import type { ReactNode } from 'react'

import type { CaseState } from '#domain/case/state.ts'
import { ceilingOf } from '#domain/case/money-of-case.ts'

import { Amount } from '../ui/Amount.tsx'
import { Day } from '../ui/Day.tsx'
import { Pairs, Words } from './Section.tsx'
import type { CaseView } from './view.ts'

type BudgetProps = { readonly study: NonNullable<CaseState['feasibility']>; readonly view: CaseView }

/** The study: its three judgements, its lines, and how the cost is covered. */
export function Budget({ study, view }: BudgetProps) {
  const { words, file, circumstances } = view
  const { text } = words
  const { currency } = circumstances.running.scheme
  const ceiling = ceilingOf(file.answer.case, circumstances.running)
  const judgement = (name: 'relevance' | 'market'): string =>
    text.maybe(`field.record-feasibility.${name}.option.${study[name]}`) ?? study[name]
  const amount = (value: number) => <Amount value={{ amount: value, currency }} />
  return (
    <div className="grid gap-5">
      <Pairs
        pairs={[
          { name: text('case.relevance'), value: judgement('relevance') },
          { name: text('case.market'), value: judgement('market') },
          { name: text('case.viable'), value: text(study.viable ? 'ui.yes' : 'ui.no') },
          { name: text('case.studied-on'), value: <Day value={study.on} /> },
        ]}
      />
      <table className="w-full max-w-xl border-collapse">
        <caption className="sr-only">{text('case.budget')}</caption>
        <tbody>
          {study.lines.map(({ line, amount: cost }, index) => (
            // Lines have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index} className="border-b border-line">
              <th scope="row" className="py-1.5 pe-4 text-start font-normal [overflow-wrap:anywhere]">
                <bdi>{line}</bdi>
              </th>
              <td className="figures py-1.5 text-end">{amount(cost)}</td>
            </tr>
          ))}
          <Sum name={text('case.cost')} strong>
            {amount(study.cost)}
          </Sum>
          <Sum name={text('case.own-contribution')}>{amount(study.ownContribution)}</Sum>
          <Sum name={text('case.requested-amount')} strong>
            {amount(study.requested)}
          </Sum>
          {ceiling && <Sum name={text('case.ceiling')}>{amount(ceiling.amount)}</Sum>}
        </tbody>
      </table>
      <Words of={study.text} view={view} />
    </div>
  )
}

type SumProps = { readonly name: string; readonly strong?: boolean; readonly children: ReactNode }

function Sum({ name, strong = false, children }: SumProps) {
  return (
    <tr className={strong ? 'border-t border-edge font-strong' : 'text-ink-soft'}>
      <th scope="row" className={`py-1.5 pe-4 text-start ${strong ? 'font-strong' : 'font-normal'}`}>
        {name}
      </th>
      <td className="figures py-1.5 text-end">{children}</td>
    </tr>
  )
}
