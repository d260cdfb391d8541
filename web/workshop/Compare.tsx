import { isFormula, lineLists, wordKeys, type Figure, type Project, type ProjectLine } from '#domain/project/project.ts'
import { projectResult } from '#domain/project/result.ts'

import { useText } from '../i18n.ts'
import { formatNumber } from '../locale.ts'
import { Amount } from '../ui/Amount.tsx'
import { lineDifferences, type LineDifference } from './edit.ts'
import { typedPrice, typedQuantity } from './figures.ts'
import { useUnits } from './units.ts'

type Side = { readonly name: string; readonly project: Project }

/** Two versions of a project: what each comes to, then every line that was added, taken away or changed. */
export function Compare({ before, after }: { before: Side; after: Side }) {
  const text = useText()
  const differences = lineDifferences(before.project, after.project)
  const words = wordKeys.filter((key) => (before.project.words[key] ?? '') !== (after.project.words[key] ?? ''))
  return (
    <div className="grid gap-6">
      <Totals before={before} after={after} />
      {differences.length + words.length === 0 && <p>{text('workshop.compare-same')}</p>}
      {lineLists.map((list) => {
        const changed = differences.filter((each) => each.list === list)
        if (changed.length === 0) return null
        return (
          <section key={list}>
            <h3 className="mb-1 font-strong">{text(`workshop.list-${list}`)}</h3>
            <ul>
              {changed.map((difference) => (
                <li
                  key={(difference.after ?? difference.before)?.line}
                  className="border-b border-line py-2 [overflow-wrap:anywhere]"
                >
                  <Difference of={difference} currency={after.project.currency} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {words.length > 0 && (
        <section>
          <h3 className="mb-1 font-strong">{text('workshop.compare-words')}</h3>
          <ul className="grid gap-1">
            {words.map((key) => (
              <li key={key}>{text(`workshop.word-${key}`)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Totals({ before, after }: { before: Side; after: Side }) {
  const text = useText()
  const results = [before, after].map(({ project }) => projectResult(project))
  const [first, second] = results
  if (!first || !second || first.refused || second.refused) return null
  const { currency } = after.project
  const rows = [
    { name: text('workshop.start-total'), values: [first.value.startUp.total, second.value.startUp.total] },
    { name: text('workshop.requested'), values: [before.project.money.aid, after.project.money.aid] },
    { name: text('workshop.leanest'), values: [first.value.lowest.cash, second.value.lowest.cash] },
  ]
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-b border-edge text-small text-ink-soft">
          <td />
          {[before, after].map(({ name }) => (
            <th key={name} scope="col" className="px-2 py-1.5 text-end font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-1.5 pe-2 text-start font-normal">
              {name}
            </th>
            {values.map((amount, side) => (
              // The two sides have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <td key={side} className="px-2 py-1.5 text-end">
                <Amount value={{ amount, currency }} strong={values[0] !== values[1]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Difference({ of: { before, after }, currency }: { of: LineDifference; currency: string }) {
  const text = useText()
  const state = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return (
    <>
      <p>
        <span className="me-2 rounded border border-edge px-1.5 text-small">{text(`workshop.compare-${state}`)}</span>
        <bdi className={state === 'removed' ? 'line-through' : undefined}>{(after ?? before)?.title}</bdi>
      </p>
      <p className="text-small text-ink-soft">
        {before && <LineFigures line={before} currency={currency} />}
        {before && after && (
          <>
            {' '}
            <span aria-hidden="true">{text.direction === 'rtl' ? '←' : '→'}</span>
            <span className="sr-only">{text('workshop.compare-then')}</span>{' '}
          </>
        )}
        {after && <LineFigures line={after} currency={currency} />}
      </p>
    </>
  )
}

/** `10 bags × 17,000 FCFA`. */
function LineFigures({ line, currency }: { line: ProjectLine; currency: string }) {
  const text = useText()
  const units = useUnits()
  return (
    <bdi>
      {isFormula(line.quantity) ? (
        <bdi dir="ltr">{typedQuantity(line.quantity)}</bdi>
      ) : (
        formatNumber(line.quantity / 1000, text.locale, { maximumFractionDigits: 3 })
      )}{' '}
      {units.title(line.unit)} × <Price of={line.price} currency={currency} />
    </bdi>
  )
}

function Price({ of: price, currency }: { of: Figure; currency: string }) {
  if (isFormula(price)) return <bdi dir="ltr">{typedPrice(price, currency)}</bdi>
  return <Amount value={{ amount: price, currency }} />
}
