import { X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'

import { isFormula, type FigureSource, type LineList, type ProjectLine } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { KnownMark } from '../ui/KnownMark.tsx'
import { AddLine } from './AddLine.tsx'
import { useBench } from './bench.ts'
import { FigureCell, WordCell } from './Cells.tsx'
import { emptyLine, withChange, withLine, withMove, withoutLine, type LinePart } from './edit.ts'
import { focusPlace, onLineKey } from './line-keys.ts'
import { LineHints } from './LineHints.tsx'
import { usePriceBook } from './price-book.ts'
import { useUnits } from './units.ts'

type LinesProps = {
  readonly list: LineList
  readonly title: string
  /** The step says already what these lines are: their title is only heard. */
  readonly quiet?: boolean
  readonly help?: string
  /** What the line to be added asks for, such as `What is to be bought?`. */
  readonly add: string
  /** What only lines of this list have: who pays, from when, for what each. */
  readonly renderMore?: (line: ProjectLine, at: number, change: (part: LinePart) => void) => ReactNode
  /** Below the line, over its whole width. */
  readonly renderBelow?: (line: ProjectLine, at: number, change: (part: LinePart) => void) => ReactNode
  /** What a line comes to, in minor units; what the total is called. */
  readonly total?: string
}

/** Lines of a plan with what each comes to. Written with the keyboard alone as quickly as with a mouse. */
export function Lines({ list, title, quiet = false, help, add, renderMore, renderBelow, total }: LinesProps) {
  const text = useText()
  const bench = useBench()
  const book = usePriceBook()
  const frame = useRef<HTMLFieldSetElement>(null)
  const [removed, setRemoved] = useState<{ readonly title: string } | undefined>()
  const [wanted, setWanted] = useState<{ readonly at: number; readonly place: string } | undefined>()
  const { project, figures, change } = bench
  const lines: readonly ProjectLine[] = project[list]
  useEffect(() => {
    if (wanted && frame.current) focusPlace(frame.current, wanted.at, wanted.place)
  }, [wanted])

  const put = (line: ProjectLine): void => {
    setRemoved(undefined)
    change((now) => withLine(now, list, line))
    setWanted({ at: lines.length, place: 'quantity' })
  }
  const remove = (at: number): void => {
    setRemoved({ title: lines[at]?.title ?? '' })
    change((now) => withoutLine(now, list, at))
    setWanted({ at: Math.max(0, at - 1), place: 'title' })
  }
  const move = (at: number, by: -1 | 1): void => {
    change((now) => withMove(now, list, at, by))
    setWanted({ at: Math.min(lines.length - 1, Math.max(0, at + by)), place: 'title' })
  }
  const amountOf = ({ line }: ProjectLine): number =>
    Math.round(((figures.get(`${line}.quantity`) ?? 0) * (figures.get(`${line}.price`) ?? 0)) / 1000)
  return (
    <fieldset
      ref={frame}
      className="workshop-lines min-w-0"
      onKeyDown={(event) =>
        onLineKey(event, { add: () => frame.current && focusPlace(frame.current, lines.length), remove, move })
      }
    >
      <legend className={quiet ? 'sr-only' : 'text-lead font-strong'}>{title}</legend>
      {help !== undefined && <p className="max-w-prose text-ink-soft">{help}</p>}
      <ol className="mt-2">
        {lines.map((line, at) => (
          <li key={line.line} data-line={at} className="border-b border-line py-3">
            <Line
              list={list}
              line={line}
              at={at}
              amount={amountOf(line)}
              onRemove={() => remove(at)}
              renderMore={renderMore}
              renderBelow={renderBelow}
            />
          </li>
        ))}
      </ol>
      <div role="status" className="empty:hidden">
        {removed && (
          <p className="flex flex-wrap items-center gap-x-2 py-1 text-ink-soft">
            {text('workshop.removed', { title: removed.title })}
            <Button
              kind="plain"
              onPress={() => {
                bench.undo()
                setRemoved(undefined)
              }}
            >
              {text('workshop.undo')}
            </Button>
          </p>
        )}
      </div>
      <AddLine
        label={add}
        offers={book.offers}
        onAdd={(wish) => {
          const part = 'offer' in wish ? book.lineFor(wish.offer) : { title: wish.title, source: 'own' as const }
          put(emptyLine(list, project, part))
        }}
      />
      {total !== undefined && lines.length > 1 && (
        <p className="mt-3 flex flex-wrap justify-between gap-4">
          <span className="text-ink-soft">{total}</span>
          <Amount
            value={{ amount: lines.reduce((sum, line) => sum + amountOf(line), 0), currency: project.currency }}
            strong
          />
        </p>
      )}
    </fieldset>
  )
}

type LineProps = Pick<LinesProps, 'list' | 'renderMore' | 'renderBelow'> & {
  readonly line: ProjectLine
  readonly at: number
  readonly amount: number
  readonly onRemove: () => void
}

/** One line: what it is and what it comes to; below, how many of which at which price. */
function Line({ list, line, at, amount, onRemove, renderMore, renderBelow }: LineProps) {
  const text = useText()
  const { project, figures, change } = useBench()
  const units = useUnits()
  const { currency } = project
  const field = `${list}.${at}`
  const set = (part: LinePart, mark?: string): void =>
    change((now) => withChange(now, list, at, part), mark === undefined ? undefined : `${field}.${mark}`)
  const name = line.title === '' ? text('workshop.line', { number: at + 1 }) : line.title
  return (
    <div role="group" aria-label={name} className="group/line">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <WordCell
          label={text('workshop.line-title')}
          field={`${field}.title`}
          place="title"
          width="min-w-0 flex-1"
          value={line.title}
          onChange={(title) => set({ title }, 'title')}
        />
        <p className="pb-2 max-sm:order-last max-sm:basis-full max-sm:pb-0 pointer-fine:pb-1.5">
          <KnownMark of={line.source === 'assumption' ? 'estimated' : 'known'}>
            <Amount value={{ amount, currency }} strong />
          </KnownMark>
        </p>
        <button
          type="button"
          aria-label={text('workshop.remove', { title: name })}
          title={text('workshop.remove-key')}
          onClick={onRemove}
          className="grid size-11 shrink-0 place-items-center rounded text-ink-soft hover:bg-sand-soft pointer-fine:size-9"
          data-print="no"
        >
          <X className="size-5 stroke-[1.5]" aria-hidden="true" />
        </button>
      </div>
      <div className="mt-2 flex flex-wrap items-start gap-x-3 gap-y-2">
        <FigureCell
          label={text(list === 'variableCosts' ? 'workshop.quantity-each' : 'workshop.quantity')}
          field={`${field}.quantity`}
          place="quantity"
          width={isFormula(line.quantity) ? 'w-32' : 'w-20'}
          kind="quantity"
          currency={currency}
          value={line.quantity}
          computed={figures.get(`${line.line}.quantity`)}
          onChange={(quantity) => set({ quantity }, 'quantity')}
        />
        <WordCell
          label={text('workshop.unit')}
          field={`${field}.unit`}
          place="unit"
          width={isFormula(line.quantity) || isFormula(line.price) ? 'w-24' : 'w-32'}
          list="workshop-units"
          most={60}
          value={units.title(line.unit)}
          onChange={(typed) => set({ unit: units.read(typed) }, 'unit')}
        />
        <FigureCell
          label={text('workshop.price')}
          field={`${field}.price`}
          place="price"
          width={isFormula(line.price) ? 'w-32' : 'w-28'}
          kind="price"
          currency={currency}
          value={line.price}
          computed={figures.get(`${line.line}.price`)}
          // A price that somebody types is theirs; that of the book or of a default was another one.
          onChange={(price) => set({ price, ...(isGiven(line.source) ? { source: 'own' } : {}) }, 'price')}
        />
        {renderMore?.(line, at, (part) => set(part))}
      </div>
      <LineHints line={line} field={field} onSet={(part) => set(part)} />
      {renderBelow?.(line, at, (part) => set(part, 'below'))}
    </div>
  )
}

function isGiven(source: FigureSource | undefined): boolean {
  return source === undefined || source === 'price-book' || source === 'assumption'
}
