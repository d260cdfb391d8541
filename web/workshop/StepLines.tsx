import { horizon, payers, type Payer } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { formatDay } from '../locale.ts'
import { AmountField } from '../ui/NumberField.tsx'
import { useBench } from './bench.ts'
import { SelectCell, useFieldError } from './Cells.tsx'
import { Lines } from './Lines.tsx'
import { monthsFrom } from './months.ts'
import { Seasons } from './Seasons.tsx'

/** Months of the project as options: `Start`, then each month by its number and its name. */
function useMonths(withStart: boolean) {
  const text = useText()
  const { project } = useBench()
  const months = monthsFrom(project.firstMonth, horizon).map((month, index) => ({
    id: String(index + 1),
    title: text('workshop.month-number', { number: index + 1, month: formatDay(month, text.locale, 'short') }),
  }))
  return withStart ? [{ id: '0', title: text('workshop.at-start') }, ...months] : months
}

/** What has to be bought, when, and who pays for it. */
export function StepPurchases() {
  const text = useText()
  const months = useMonths(true)
  return (
    <Lines
      list="investments"
      title={text('workshop.investments')}
      quiet
      help={text('workshop.investments-help')}
      add={text('workshop.investments-add')}
      total={text('workshop.investments-total')}
      renderMore={(line, at, change) =>
        'payer' in line && (
          <>
            <SelectCell
              label={text('workshop.payer')}
              field={`investments.${at}.payer`}
              place="payer"
              width="w-28"
              value={line.payer}
              options={payers.map((id) => ({ id, title: text(`workshop.payer-${id}`) }))}
              onChange={(payer) => change({ payer: payer as Payer })}
            />
            <SelectCell
              label={text('workshop.bought')}
              field={`investments.${at}.month`}
              place="month"
              width="w-32"
              value={String(line.month)}
              options={months}
              onChange={(month) => change({ month: Number(month) })}
            />
          </>
        )
      }
    />
  )
}

/** What the project sells in a usual month, from when on, and in which months more or less. */
export function StepSales() {
  const text = useText()
  const months = useMonths(false)
  return (
    <Lines
      list="sales"
      title={text('workshop.sales')}
      quiet
      help={text('workshop.sales-help')}
      add={text('workshop.sales-add')}
      total={text('workshop.sales-total')}
      renderMore={(line, at, change) =>
        'from' in line && (
          <SelectCell
            label={text('workshop.from')}
            field={`sales.${at}.from`}
            place="from"
            width="w-36"
            value={String(line.from)}
            options={months}
            onChange={(from) => change({ from: Number(from) })}
          />
        )
      }
      renderBelow={(line, _, change) =>
        'seasons' in line && (
          <Seasons title={line.title} value={line.seasons} onChange={(seasons) => change({ seasons })} />
        )
      }
    />
  )
}

/** What each sale uses up, what each month costs, and what the person lives on. */
export function StepCosts() {
  const text = useText()
  const { project, change } = useBench()
  const months = useMonths(false)
  const wageError = useFieldError('wage.amount')
  const sales = project.sales.map(({ line, title }) => ({ id: line, title }))
  return (
    <div className="grid gap-10">
      {sales.length === 0 && project.variableCosts.length === 0 ? (
        <section>
          <h3 className="text-lead">{text('workshop.variable-costs')}</h3>
          <p className="max-w-prose text-ink-soft">{text('workshop.variable-costs-first')}</p>
        </section>
      ) : (
        <Lines
          list="variableCosts"
          title={text('workshop.variable-costs')}
          help={text('workshop.variable-costs-help')}
          add={text('workshop.variable-costs-add')}
          renderMore={(line, at, set) =>
            'per' in line && (
              <SelectCell
                label={text('workshop.per')}
                field={`variableCosts.${at}.per`}
                place="per"
                width="w-40"
                value={line.per}
                options={sales}
                onChange={(per) => set({ per })}
              />
            )
          }
        />
      )}
      <Lines
        list="fixedCosts"
        title={text('workshop.fixed-costs')}
        help={text('workshop.fixed-costs-help')}
        add={text('workshop.fixed-costs-add')}
        total={text('workshop.fixed-costs-total')}
        renderMore={(line, at, set) =>
          'from' in line && (
            <SelectCell
              label={text('workshop.from')}
              field={`fixedCosts.${at}.from`}
              place="from"
              width="w-36"
              value={String(line.from)}
              options={months}
              onChange={(from) => set({ from: Number(from) })}
            />
          )
        }
      />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <AmountField
          name="wage.amount"
          label={text('workshop.wage')}
          help={text('workshop.wage-help')}
          error={wageError}
          currency={project.currency}
          value={project.wage.amount}
          onChange={(amount) =>
            change((now) => ({ ...now, wage: { ...now.wage, amount: amount ?? 0 } }), 'wage.amount')
          }
        />
        <SelectCell
          label={text('workshop.from')}
          field="wage.from"
          width="w-36"
          value={String(project.wage.from)}
          options={months}
          onChange={(from) => change((now) => ({ ...now, wage: { ...now.wage, from: Number(from) } }))}
        />
      </div>
    </div>
  )
}
