import type { Loan } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { formatNumber } from '../locale.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { AmountField, NumberField } from '../ui/NumberField.tsx'
import { useBench } from './bench.ts'
import { useFieldError } from './Cells.tsx'
import { useShop } from './shop.ts'

const kinds = ['own', 'family', 'aid'] as const
/** Percent of the start that is offered to be kept for what nobody foresees. */
const reserveShare = 10

/** What the start costs, and where the money comes from: own, family, loan, aid. */
export function StepMoney() {
  const text = useText()
  const { project, result, change } = useBench()
  const { ceiling } = useShop()
  const { currency, money } = project
  const errors = {
    own: useFieldError('money.own'),
    family: useFieldError('money.family'),
    aid: useFieldError('money.aid'),
  }
  const set = (kind: (typeof kinds)[number], amount: number): void =>
    change((now) => ({ ...now, money: { ...now.money, [kind]: amount } }), `money.${kind}`)
  const gap = result?.startUp.gap ?? 0
  const total = result?.startUp.total ?? 0
  const most = ceiling?.amount ?? Number.MAX_SAFE_INTEGER
  const missing = Math.min(most, Math.max(0, money.aid + gap))
  const careful = Math.min(most, missing + Math.ceil((total * reserveShare) / 100))
  const offered = [
    { name: 'workshop.ask-for', amount: missing },
    ...(careful > missing ? [{ name: 'workshop.ask-with-reserve', amount: careful } as const] : []),
  ] as const
  return (
    <div className="grid gap-8">
      {result && <StartUp />}
      {kinds.map((kind) => (
        <AmountField
          key={kind}
          name={`money.${kind}`}
          label={text(`workshop.money-${kind}`)}
          help={text(`workshop.money-${kind}-help`)}
          error={errors[kind]}
          currency={currency}
          value={money[kind]}
          onChange={(amount) => set(kind, amount ?? 0)}
        />
      ))}
      {ceiling && (
        <p className="text-ink-soft">
          {text('workshop.ceiling')} <Amount value={{ amount: ceiling.amount, currency }} strong />
        </p>
      )}
      {ceiling && money.aid > ceiling.amount && <Notice kind="late">{text('workshop.above-ceiling')}</Notice>}
      <div className="flex flex-wrap gap-2">
        {offered
          .filter(({ amount }) => amount !== money.aid && total > 0)
          .map(({ name, amount }) => (
            <Button key={name} onPress={() => change((now) => ({ ...now, money: { ...now.money, aid: amount } }))}>
              {text(name, { share: reserveShare })} <Amount value={{ amount, currency }} />
            </Button>
          ))}
      </div>
      <LoanPart />
    </div>
  )
}

/** The start-up budget in a few lines: what is needed, what is there, what is missing. */
function StartUp() {
  const text = useText()
  const { result, project } = useBench()
  if (!result) return null
  const { startUp } = result
  const amount = (value: number) => <Amount value={{ amount: value, currency: project.currency }} />
  const rows = [
    { name: text('workshop.start-investments'), value: startUp.investments },
    { name: text('workshop.start-legal'), value: startUp.legal },
    { name: text('workshop.start-working'), value: startUp.workingCapital },
  ]
  return (
    <table className="w-full max-w-xl border-collapse">
      <caption className="pb-1 text-start text-lead font-strong">{text('workshop.start-up')}</caption>
      <tbody>
        {rows.map(({ name, value }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-1.5 pe-4 text-start font-normal">
              {name}
            </th>
            <td className="figures py-1.5 text-end">{amount(value)}</td>
          </tr>
        ))}
        <tr className="border-b border-edge font-strong">
          <th scope="row" className="py-1.5 pe-4 text-start">
            {text('workshop.start-total')}
          </th>
          <td className="figures py-1.5 text-end">{amount(startUp.total)}</td>
        </tr>
        <tr>
          <th scope="row" className="py-1.5 pe-4 text-start font-normal text-ink-soft">
            {text('workshop.start-there')}
          </th>
          <td className="figures py-1.5 text-end text-ink-soft">{amount(startUp.money.total)}</td>
        </tr>
        <tr className={startUp.gap > 0 ? 'font-strong text-clay-deep' : 'font-strong'}>
          <th scope="row" className="py-1.5 pe-4 text-start">
            {text(startUp.gap > 0 ? 'workshop.start-missing' : 'workshop.start-spare')}
          </th>
          <td className="figures py-1.5 text-end">{amount(Math.abs(startUp.gap))}</td>
        </tr>
      </tbody>
    </table>
  )
}

const usualLoan: Loan = { amount: 0, interest: 1200, months: 12, grace: 0 }

function LoanPart() {
  const text = useText()
  const { project, change, result } = useBench()
  const { loan, currency } = project
  const graceError = useFieldError('loan.grace')
  const set = (part: Partial<Loan>, mark: string): void =>
    change((now) => (now.loan ? { ...now, loan: { ...now.loan, ...part } } : now), `loan.${mark}`)
  if (loan === null) {
    return (
      <div>
        <Button onPress={() => change((now) => ({ ...now, loan: usualLoan }))}>{text('workshop.loan-add')}</Button>
      </div>
    )
  }
  return (
    <fieldset className="grid min-w-0 gap-6 border-s-3 border-line ps-4">
      <legend className="text-lead font-strong">{text('workshop.loan')}</legend>
      <AmountField
        name="loan.amount"
        label={text('workshop.loan-amount')}
        currency={currency}
        value={loan.amount}
        onChange={(amount) => set({ amount: amount ?? 0 }, 'amount')}
      />
      <NumberField
        name="loan.interest"
        label={text('workshop.loan-interest')}
        help={text('workshop.loan-interest-help')}
        unit={`% (${formatNumber(loan.interest / 10_000, text.locale, { style: 'percent', maximumFractionDigits: 1 })})`}
        value={Math.round(loan.interest / 100)}
        onChange={(percent) => set({ interest: within((percent ?? 0) * 100, 0, 10_000) }, 'interest')}
      />
      <NumberField
        name="loan.months"
        label={text('workshop.loan-months')}
        value={loan.months}
        onChange={(months) => set({ months: within(months ?? 1, 1, 120) }, 'months')}
      />
      <NumberField
        name="loan.grace"
        label={text('workshop.loan-grace')}
        error={graceError}
        value={loan.grace}
        onChange={(grace) => set({ grace: within(grace ?? 0, 0, 60) }, 'grace')}
      />
      {result?.loan && (
        <p className="text-ink-soft">
          {text('workshop.loan-heaviest', { month: result.loan.heaviest.month })}{' '}
          <Amount value={{ amount: result.loan.heaviest.amount, currency }} strong />
        </p>
      )}
      <div>
        <Button onPress={() => change((now) => ({ ...now, loan: null }))}>{text('workshop.loan-remove')}</Button>
      </div>
    </fieldset>
  )
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
