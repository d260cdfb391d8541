import type { Aid } from '#domain/scheme/scheme.ts'

import { BudgetLeft, budgetFor, useBudgets } from '../case/BudgetLeft.tsx'
import { KnownMark } from '../ui/KnownMark.tsx'
import { Why } from '../ui/Why.tsx'
import type { SchemeWords } from './scheme-words.ts'

/** What the scheme gives: each aid with its ceiling, who decides, and on what each part of it is released. */
export function Aids({ words }: { words: SchemeWords }) {
  const { text, running, titled } = words
  const { aids, allowances = [] } = running.edition
  return (
    <section aria-labelledby="aids">
      <h2 id="aids" className="text-title">
        {text('schemes.aids')}
      </h2>
      <div className="mt-2 border-t border-line">
        {aids.map((aid) => (
          <OneAid key={aid.aid} aid={aid} words={words} />
        ))}
        {allowances.map((allowance) => (
          <div key={allowance.allowance} className="grid gap-x-10 gap-y-2 border-b border-line py-5 lg:grid-cols-2">
            <div>
              <h3 className="text-lead">{titled(allowance.title)}</h3>
              <p className="max-w-prose text-ink-soft">{titled(allowance.paid)}</p>
            </div>
            <Most rule={allowance.amount} source={allowance.source} words={words} label={text('schemes.amount')} />
          </div>
        ))}
      </div>
    </section>
  )
}

function OneAid({ aid, words }: { aid: Aid; words: SchemeWords }) {
  const { text, titled } = words
  return (
    <div className="grid gap-x-10 gap-y-4 border-b border-line py-5 lg:grid-cols-2" data-print="together">
      <div>
        <h3 className="text-lead">{titled(aid.title)}</h3>
        <p className="max-w-prose text-ink-soft">{titled(aid.summary)}</p>
        <Opens aid={aid} words={words} />
        <p className="mt-2 text-ink-soft">{text(`schemes.decided-by-${aid.decidedBy}`)}</p>
      </div>
      <div className="grid content-start gap-4">
        {aid.money === 'none' ? (
          <Why reasons={[words.because(aid.aid, titled(aid.summary), aid.source)]}>{text('schemes.pays-nothing')}</Why>
        ) : (
          <Most rule={aid.ceiling} source={aid.source} words={words} label={text('schemes.ceiling')} />
        )}
        <Tranches aid={aid} words={words} />
        <Funders aid={aid} words={words} />
        <YearBudget aid={aid} words={words} />
      </div>
    </div>
  )
}

/** What must be so for the aid to be open: the rules that stand behind it, each with its source. */
function Opens({ aid, words }: { aid: Aid; words: SchemeWords }) {
  const { text, running } = words
  // What only gathers other rules says nothing of its own.
  const gathers = [aid.opensWith, running.edition.eligibility]
  const behind = running.rules.verdict(aid.opensWith, {}).reasons.filter(({ rule }) => !gathers.includes(rule))
  const rules = behind.length > 0 ? behind.map(({ rule }) => rule) : [aid.opensWith]
  return (
    <div className="mt-3">
      <Why
        ask={text('schemes.which', { count: rules.length })}
        reasons={rules.map((rule) => words.because(rule, words.rule(rule), words.sourceOfRule(rule)))}
      >
        {text('schemes.opens-with', { count: rules.length })}
      </Why>
    </div>
  )
}

type MostProps = {
  readonly rule: string
  readonly source: string
  readonly words: SchemeWords
  readonly label: string
}

/** The most it gives: an amount where it is the same for everybody, else the rules that make it. */
function Most({ rule, source, words, label }: MostProps) {
  if (rule === 'unknown') {
    return (
      <p>
        <span className="text-ink-soft">{label}</span> <KnownMark of="unknown" />
      </p>
    )
  }
  const { amount, parts, depends, byOption } = words.most(rule)
  const facts = depends.map((name) => ({ name }))
  const because = parts.map((part, index) => ({
    ...words.because(part, words.rule(part), words.sourceOfRule(part) ?? source),
    ...(index === parts.length - 1 ? { facts } : {}),
  }))
  return (
    <div>
      <Why reasons={because}>
        <span className="text-ink-soft">{label}</span>{' '}
        {amount === undefined ? (
          <span className="font-strong">{parts.map(words.rule).join(' + ')}</span>
        ) : (
          <bdi className="figures text-lead font-strong">{amount}</bdi>
        )}
      </Why>
      {byOption.length > 0 && (
        <dl className="mt-2 grid max-w-md grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          {byOption.map(({ option, amount: most }) => (
            <div key={option} className="col-span-2 grid grid-cols-subgrid border-b border-line py-1">
              <dt>{option}</dt>
              <dd className="figures">
                <bdi>{most}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** Who pays for it together, each with its share where a source gives it. */
function Funders({ aid: { funders = [] }, words }: { aid: Aid; words: SchemeWords }) {
  const { text, titled } = words
  if (funders.length === 0) return null
  const percent = new Intl.NumberFormat(text.locale, { style: 'percent', maximumFractionDigits: 3 })
  return (
    <div>
      <h4 className="text-ink-soft">{text('ui.funders')}</h4>
      <ul className="mt-1 grid gap-1">
        {funders.map(({ funder, title, share, source }) => (
          <li key={funder} className="grid grid-cols-[6rem_minmax(0,1fr)] gap-3">
            {share === 'unknown' ? (
              <KnownMark of="unknown" />
            ) : (
              <bdi className="figures font-strong">{percent.format(share / 100)}</bdi>
            )}
            <Why reasons={[words.because(funder, text('ui.funder-carries'), source)]}>{titled(title)}</Why>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What may still be granted this year, for those who work in the scheme. */
function YearBudget({ aid, words }: { aid: Aid; words: SchemeWords }) {
  const { text, running } = words
  const budget = budgetFor(useBudgets(running.scheme.scheme), aid.aid)
  if (budget === undefined) return null
  return (
    <Why reasons={[words.because(budget.line, text('ui.budget-left'), budget.source)]}>
      <span className="text-ink-soft">{text('ui.budget-left')}</span> <BudgetLeft budget={budget} />
    </Why>
  )
}

function Tranches({ aid, words }: { aid: Aid; words: SchemeWords }) {
  const { text, titled } = words
  if (aid.tranches.length === 0) return null
  const percent = new Intl.NumberFormat(text.locale, { style: 'percent' })
  return (
    <ol className="grid gap-2">
      {aid.tranches.map((tranche) => (
        <li key={tranche.tranche} className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-3">
          <bdi className="figures font-strong">{percent.format(tranche.share / 100)}</bdi>
          <div>
            <Why reasons={[words.because(tranche.tranche, text('schemes.tranche-why'), tranche.source)]}>
              {titled(tranche.title)}
            </Why>
            {tranche.conditions.length > 0 && (
              <ul aria-label={text('schemes.when')} className="text-small text-ink-soft">
                {tranche.conditions.map(({ condition, title }) => (
                  <li key={condition} className="flex gap-2">
                    <span aria-hidden="true">–</span>
                    <bdi>{titled(title)}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
