import { figureSources, isFormula, linesOf, type FigureSource, type ProjectLine } from '#domain/project/project.ts'

import { Comma } from '../case/Section.tsx'
import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { problemAt, useBench, warningsAt } from './bench.ts'
import type { LinePart } from './edit.ts'
import { usePriceBook } from './price-book.ts'
import { useWarningText } from './warnings.ts'

type LineHintsProps = {
  readonly line: ProjectLine
  readonly field: string
  readonly onSet: (part: LinePart) => void
}

/** Below a line: what the price book knows, with one press to take it; what is far off; where a formula is wrong, the names it may use. */
export function LineHints({ line, field, onSet }: LineHintsProps) {
  const text = useText()
  const bench = useBench()
  const book = usePriceBook()
  const warningText = useWarningText()
  const usual = book.priceOf(line)
  const warnings = warningsAt(bench, field)
  const isMiscomputed = (['quantity', 'price'] as const).some(
    (kind) => isFormula(line[kind]) && problemAt(bench, `${field}.${kind}`) !== undefined,
  )
  const currency = bench.project.currency
  const price = bench.figures.get(`${line.line}.price`) ?? 0
  return (
    <>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
        <label className="flex items-center gap-1.5">
          {text('workshop.source')}
          <select
            value={line.source ?? ''}
            onChange={(event) => onSet({ source: event.target.value as FigureSource })}
            className="touch rounded border border-line bg-transparent px-1.5 text-ink pointer-fine:min-h-7"
          >
            {line.source === undefined && <option value="">{text('workshop.source-none')}</option>}
            {figureSources.map((id) => (
              <option key={id} value={id}>
                {text(`workshop.source-${id}`)}
              </option>
            ))}
          </select>
        </label>
        {usual && (
          <span data-print="no">
            {text('workshop.usual')} <Amount value={{ amount: usual.median, currency }} />
            {usual.lower < usual.upper && (
              <>
                {' ('}
                <Amount value={{ amount: usual.lower, currency }} />
                {' – '}
                <Amount value={{ amount: usual.upper, currency }} />
                {')'}
              </>
            )}
            <Comma />
            <bdi>{usual.from}</bdi>
          </span>
        )}
        {usual && line.price !== usual.median && (
          <button
            type="button"
            className="touch rounded px-1.5 text-river underline underline-offset-4 hover:text-river-deep pointer-fine:min-h-7"
            onClick={() => onSet({ price: usual.median, unit: usual.unit, item: usual.item, source: usual.source })}
          >
            {text('workshop.take')}
            <span className="sr-only"> {line.title}</span>
          </button>
        )}
      </div>
      {usual && warnings.length === 0 && <FarOff price={price} usual={usual} />}
      {warnings.map((warning) => (
        <p key={warning.code} className="mt-1.5 border-s-3 border-clay ps-2">
          {warningText(warning)}
        </p>
      ))}
      {isMiscomputed && (
        <p className="mt-1.5 text-small text-ink-soft">
          {text('workshop.formula-names')} <FormulaNames />
        </p>
      )}
    </>
  )
}

const farOff = 2

/** A kind word where a price is more than twice, or less than half, of what half of all others lie between. */
function FarOff({ price, usual }: { price: number; usual: { readonly lower: number; readonly upper: number } }) {
  const text = useText()
  if (price === 0) return null
  const far = price > usual.upper * farOff ? 'above' : price * farOff < usual.lower ? 'below' : undefined
  return far && <p className="mt-1.5 border-s-3 border-line ps-2 text-ink-soft">{text(`workshop.far-${far}`)}</p>
}

/** The names of all lines, as formulas write them. */
export function FormulaNames() {
  const { project } = useBench()
  const names = linesOf(project).map(({ line }) => line.line)
  return <bdi dir="ltr">{names.join(', ')}</bdi>
}
