import { ChevronDown, ChevronUp, GripVertical } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { join } from './classes.ts'

type SortableProps<T> = {
  readonly items: readonly T[]
  readonly idOf: (item: T) => string
  readonly nameOf: (item: T) => string
  /** The row, without its handle. */
  readonly children: (item: T, index: number) => ReactNode
  /** The whole order, after something was moved. */
  readonly onOrder: (ids: readonly string[]) => void
  readonly label: string
}

/**
 * A list whose order is changed by dragging a row, by the arrow keys on its handle, or by two buttons on a phone. What
 * moved where is also said aloud.
 */
export function Sortable<T>({ items, idOf, nameOf, children, onOrder, label }: SortableProps<T>) {
  const text = useText()
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<{ readonly from: number; readonly to: number } | undefined>()
  const [said, setSaid] = useState('')
  const move = (from: number, to: number): void => {
    const moved = items[from]
    if (!moved || to < 0 || to >= items.length || from === to) return
    const others = items.filter((_, index) => index !== from)
    onOrder([...others.slice(0, to), moved, ...others.slice(to)].map(idOf))
    setSaid(text('ui.moved-to', { name: nameOf(moved), number: to + 1, count: items.length }))
  }
  const onKey = (event: KeyboardEvent, index: number): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    move(index, index + by)
  }
  const onDrag = (event: PointerEvent, from: number): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const rows = [...(list.current?.children ?? [])]
    const middle = (row: Element): number => {
      const { top, height } = row.getBoundingClientRect()
      return top + height / 2
    }
    const before = rows.filter((row, index) => index !== from && middle(row) < event.clientY).length
    setDragged({ from, to: before })
  }
  const drop = (): void => {
    if (dragged) move(dragged.from, dragged.to)
    setDragged(undefined)
  }
  return (
    <>
      <ol ref={list} aria-label={label} className="grid grid-cols-[minmax(0,1fr)]">
        {items.map((item, index) => (
          <li
            key={idOf(item)}
            className={join(
              'relative flex items-center gap-2 border-b border-line py-2',
              dragged?.from === index && 'bg-river-wash opacity-70',
              isTarget(dragged, index) === 'before' && 'border-t-2 border-t-river',
              isTarget(dragged, index) === 'after' && 'border-b-2 border-b-river',
            )}
          >
            <button
              type="button"
              aria-label={text('ui.move', { name: nameOf(item) })}
              title={text('ui.move-help')}
              onKeyDown={(event) => onKey(event, index)}
              onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
              onPointerMove={(event) => onDrag(event, index)}
              onPointerUp={drop}
              onPointerCancel={() => setDragged(undefined)}
              className="touch grid w-8 shrink-0 cursor-grab touch-none place-items-center rounded text-ink-soft hover:bg-sand-soft hover:text-ink"
            >
              <GripVertical className="size-5 stroke-[1.5]" aria-hidden="true" />
            </button>
            <div className="min-w-0 flex-1">{children(item, index)}</div>
            <span className="flex shrink-0 flex-col lg:hidden">
              <Step
                label={text('ui.move-up', { name: nameOf(item) })}
                disabled={index === 0}
                onPress={() => move(index, index - 1)}
              >
                <ChevronUp className="size-5 stroke-[1.5]" aria-hidden="true" />
              </Step>
              <Step
                label={text('ui.move-down', { name: nameOf(item) })}
                disabled={index === items.length - 1}
                onPress={() => move(index, index + 1)}
              >
                <ChevronDown className="size-5 stroke-[1.5]" aria-hidden="true" />
              </Step>
            </span>
          </li>
        ))}
      </ol>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
    </>
  )
}

/** Where a line shows that the dragged row would come to lie. */
function isTarget(
  dragged: { readonly from: number; readonly to: number } | undefined,
  index: number,
): 'before' | 'after' | undefined {
  if (!dragged || dragged.from === dragged.to || index !== dragged.to) return undefined
  return dragged.to < dragged.from ? 'before' : 'after'
}

type StepProps = {
  readonly label: string
  readonly disabled: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Step({ label, disabled, onPress, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
      className="touch grid w-10 place-items-center rounded text-ink-soft hover:bg-sand-soft disabled:opacity-30"
    >
      {children}
    </button>
  )
}
