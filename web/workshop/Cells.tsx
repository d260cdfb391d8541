import { useEffect, useId, useState, type ReactNode } from 'react'

import { longestWord } from '#domain/field.ts'
import { formatAmount, minorUnits } from '#domain/money.ts'
import { isFormula, type Figure } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { formatNumber, readableAmount } from '../locale.ts'
import { useRefusalWords } from '../refusal.ts'
import { control, join } from '../ui/classes.ts'
import { writingDirection } from '../ui/letters.ts'
import { problemAt, useBench } from './bench.ts'
import { readPrice, readQuantity, typedPrice, typedQuantity, type FigureProblem, type ReadFigure } from './figures.ts'

/** A control of a line: smaller for a mouse than for a thumb. */
export const cell = join(control, 'max-lg:scroll-mb-36 pointer-fine:min-h-9 pointer-fine:px-2.5 pointer-fine:py-1')

type CellProps = {
  readonly label: string
  /** The path in the project, such as `sales.0.price`: what is wrong with it stands below. */
  readonly field: string
  /** Where it stands in its line: arrows go to the same place of the line above and below. */
  readonly place?: string
  readonly width: string
}

type FrameProps = CellProps & {
  readonly error?: string | undefined
  readonly after?: ReactNode
  readonly children: (attributes: {
    readonly id: string
    readonly 'aria-invalid'?: true
    readonly 'aria-describedby'?: string
    readonly 'data-place'?: string
    readonly 'data-field': string
  }) => ReactNode
}

/** Label above, what is wrong below the whole line, in words. */
function Frame({ label, field, place, width, error, after, children }: FrameProps) {
  const id = useId()
  const problem = useFieldError(field, error)
  const bench = useBench()
  const isEmpty = error === undefined && notThereYet.has(problemAt(bench, field)?.code ?? '')
  return (
    <div className="contents">
      <div className={join(width, width.startsWith('w-') && 'max-sm:min-w-[40%] max-sm:flex-1')}>
        <label htmlFor={id} className="cell-name mb-0.5 block truncate text-small text-ink-soft">
          {label}
        </label>
        {children({
          id,
          'data-field': field,
          ...(place === undefined ? {} : { 'data-place': place }),
          ...(problem === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}error` }),
        })}
        {after}
      </div>
      {problem !== undefined && (
        <p id={`${id}error`} role="alert" className={join('order-last basis-full text-clay-deep', isEmpty && late)}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** What is only not written yet is not said while one is still in the line. */
const notThereYet: ReadonlySet<string> = new Set(['line-untitled', 'unit-missing'])
/** Its place is kept: what moves under a pressed finger is missed. */
const late = 'group-focus-within/line:invisible'

/** What is wrong with a field: what was typed cannot be read, or what the rules of projects say of it. */
export function useFieldError(field: string, unread?: string): string | undefined {
  const bench = useBench()
  const words = useRefusalWords()
  const problem = problemAt(bench, field)
  if (unread !== undefined) return unread
  if (problem === undefined) return undefined
  const { what, advice } = words(problem)
  return advice === undefined ? what : `${what} ${advice}`
}

type WordCellProps = CellProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly list?: string
  /** The most letters; those of a short text when left out. */
  readonly most?: number
}

export function WordCell(props: WordCellProps) {
  return (
    <Frame {...props}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          autoComplete="off"
          list={props.list}
          maxLength={props.most ?? longestWord}
          dir={writingDirection(props.value)}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          className={cell}
        />
      )}
    </Frame>
  )
}

type FigureCellProps = CellProps & {
  readonly kind: 'quantity' | 'price'
  readonly value: Figure
  readonly onChange: (value: Figure) => void
  readonly currency: string
  /** What a formula comes to: thousandths, or minor units. */
  readonly computed?: number | undefined
}

/** A number, or a formula that begins with `=`. What was typed stays as it was typed until the figure changes elsewhere. */
export function FigureCell(props: FigureCellProps) {
  const { kind, value, onChange, currency, field, computed } = props
  const text = useText()
  const bench = useBench()
  const read = (typed: string): ReadFigure => (kind === 'price' ? readPrice(typed, currency) : readQuantity(typed))
  const print = (figure: Figure): string => (kind === 'price' ? typedPrice(figure, currency) : typedQuantity(figure))
  const [last, setLast] = useState({ typed: print(value), value })
  const shown = isSame(last.value, value) ? last.typed : print(value)
  const known = read(shown)
  const problem = 'problem' in known ? known.problem : undefined
  const { setUnread } = bench
  useEffect(() => {
    setUnread(field, problem !== undefined)
    return () => setUnread(field, false)
  }, [setUnread, field, problem])
  const type = (typed: string): void => {
    const next = read(typed)
    const figure = 'figure' in next ? next.figure : value
    setLast({ typed, value: figure })
    if (!isSame(figure, value)) onChange(figure)
  }
  return (
    <Frame
      {...props}
      error={problem === undefined ? undefined : figureProblem(text, problem, currency, kind)}
      after={
        isFormula(value) &&
        computed !== undefined && (
          <p className="figures mt-0.5 text-end text-small text-ink-soft">
            <bdi>= {printed(kind, computed, currency, text.locale)}</bdi>
          </p>
        )
      }
    >
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          // A formula needs more than the keys of a number: the keyboard of the phone changes with the first sign.
          inputMode={
            shown.startsWith('=') ? 'text' : minorUnits(currency) === 0 && kind === 'price' ? 'numeric' : 'decimal'
          }
          autoComplete="off"
          dir="ltr"
          value={shown}
          onChange={(event) => type(event.target.value)}
          className={join(cell, 'text-end')}
        />
      )}
    </Frame>
  )
}

function isSame(one: Figure, other: Figure): boolean {
  return one === other || (isFormula(one) && isFormula(other) && one.formula === other.formula)
}

function figureProblem(
  text: ReturnType<typeof useText>,
  problem: FigureProblem,
  currency: string,
  kind: 'quantity' | 'price',
): string {
  const decimals = kind === 'price' ? minorUnits(currency) : 3
  return text(`workshop.figure-${problem}`, { decimals, currency })
}

function printed(kind: 'quantity' | 'price', value: number, currency: string, locale: string): string {
  if (kind === 'quantity') return formatNumber(value / 1000, locale, { maximumFractionDigits: 3 })
  return readableAmount(formatAmount({ amount: value, currency }, locale))
}

type SelectCellProps = CellProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly { readonly id: string; readonly title: string }[]
}

/** One of a few, by the list of the device itself: quick under a thumb and from the keyboard. */
export function SelectCell(props: SelectCellProps) {
  return (
    <Frame {...props}>
      {(attributes) => (
        <select
          {...attributes}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          className={join(cell, 'truncate')}
        >
          {props.options.every(({ id }) => id !== props.value) && <option value={props.value} />}
          {props.options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Frame>
  )
}
