import type { BusinessPlan } from '#app/ports.ts'
import type { PlanLine, PlanPaper } from '#domain/project/plan-paper.ts'

import type { Composed } from './head.ts'
import type { Writing } from './writing.ts'

/** What the template of a business plan reads beside its head. */
export function businessPlan(data: BusinessPlan, write: Writing): Composed {
  const { currency, figures, version, words } = data
  const money = (amount: number) => write.digits({ amount, currency })
  const largest = Math.max(1, ...data.months.map(({ cash }) => Math.abs(cash)))
  const written = (key: keyof typeof words) => write.lines(words[key] ?? '')
  return {
    title: write.text(data.title),
    place: data.place === null ? null : write.text(data.place),
    version: {
      number: write.number(version.number),
      on: write.date(version.on),
      fingerprint: write.code(version.fingerprint),
    },
    currency: write.currency(currency),
    figures: { requested: write.amount({ amount: figures.requested, currency }) },
    'key-figures': keyFigures(data, write),
    deciding: deciding(data, write),
    words: Object.keys(words)
      .map((key) => ({ key, lines: written(key as keyof typeof words) }))
      .filter(({ lines }) => lines.length > 0),
    questions: (['relevance', 'market', 'budget'] as const).map((question) => ({
      question,
      lines: written(question),
      judgement: data.judgements[question],
    })),
    risks: written('risks'),
    legal: data.legal.map(({ title, state, cost }) => ({
      title: write.text(title),
      state,
      cost: cost === null ? null : money(cost),
    })),
    lines: {
      investments: data.investments.map((each) => line(each, money, write, { key: `plan.payer-${each.payer}` })),
      sales: data.sales.map((each) => line(each, money, write, { key: 'plan.from', month: write.number(each.from) })),
      'variable-costs': data.variableCosts.map((each) => line(each, money, write, { text: write.text(each.per) })),
      'fixed-costs': data.fixedCosts.map((each) =>
        line(each, money, write, { key: 'plan.from', month: write.number(each.from) }),
      ),
    },
    wage: data.wage && {
      amount: write.amount({ amount: data.wage.amount, currency }),
      month: write.number(data.wage.from),
    },
    budget: data.budget.map((each) => ({
      label: write.text(each.line),
      share: each.amount,
      amount: money(each.amount),
    })),
    money: data.money.map(({ payer, amount }) => ({
      key: `plan.payer-${payer}`,
      share: amount,
      amount: money(amount),
    })),
    opening: money(data.opening),
    months: data.months.map(({ month, ins, outs, cash }) => ({
      number: write.number(month),
      in: money(ins),
      out: money(outs),
      balance: money(cash),
      short: cash < 0,
      share: cash / largest,
    })),
  }
}

type More = { readonly key?: string; readonly month?: string; readonly text?: string }

function line(of: PlanLine, money: (amount: number) => string, write: Writing, more: More): Composed {
  return {
    title: write.text(of.title),
    unit: write.text(of.unit),
    quantity: write.number(of.quantity / 1000),
    price: money(of.price),
    amount: money(of.amount),
    more: { key: more.key ?? null, month: more.month ?? null, text: more.text ?? null },
  }
}

function keyFigures({ figures, currency }: PlanPaper, write: Writing): Composed[] {
  const amount = (key: string, value: number | null) =>
    value === null ? [] : [{ key, value: write.amount({ amount: value, currency }), month: null }]
  const month = (key: string, value: number | null) => ({
    key,
    value: null,
    month: value === null ? null : write.number(value),
  })
  const { marginOfSafety } = figures
  const percent = marginOfSafety === null ? [] : [`${write.number(Math.floor(marginOfSafety / 100))} %`]
  return [
    ...amount('cost', figures.cost),
    ...amount('working-capital', figures.workingCapital),
    ...amount('own-contribution', figures.ownContribution),
    ...amount('loan-cost', figures.loanInterest),
    ...amount('break-even-sales', figures.breakEvenSales),
    month('break-even-month', figures.breakEvenMonth),
    month('paid-back-month', figures.paidBackMonth),
    ...percent.map((value) => ({ key: 'margin-of-safety', value, month: null })),
  ]
}

/** The sentence that names what decides, by its key and values. */
export function deciding({ deciding: found }: Pick<PlanPaper, 'deciding'>, write: Writing): Composed | null {
  if (found === null) return null
  if ('short' in found) {
    const key = found.short === 0 ? 'plan.deciding-start' : 'plan.deciding-short'
    return { key, line: '', by: '', month: write.number(found.short) }
  }
  const { assumption, by, month, title } = found
  return {
    key: `plan.deciding-${assumption.kind}`,
    line: write.text(title),
    by: write.number(Math.abs(by)),
    month: write.number(month),
  }
}
