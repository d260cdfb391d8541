import { Plus } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'

import { longestWord } from '#domain/field.ts'

import { useText } from '../i18n.ts'
import { control, join } from '../ui/classes.ts'
import { bare, sameLetters, writingDirection } from '../ui/letters.ts'

export type Offered = { readonly id: string; readonly title: string; readonly help: string }

type AddLineProps = {
  readonly label: string
  readonly offers: readonly Offered[]
  /** A line of the price book by its id, or one with this title. */
  readonly onAdd: (line: { readonly offer: string } | { readonly title: string }) => void
}

const mostShown = 8

/**
 * The line that is not there yet: one types what it is. What the price book knows is offered below; Enter takes the
 * offer that was chosen with the arrows, or the words as they are.
 */
export function AddLine({ label, offers, onAdd }: AddLineProps) {
  const text = useText()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const words = typed.trim()
  const begins = ({ title }: Offered) => Number(bare(title).startsWith(bare(words)))
  const found = offers
    .filter(({ title }) => words === '' || sameLetters(title, words))
    .toSorted((one, other) => begins(other) - begins(one))
    .slice(0, mostShown)
  const shown = isOpen ? found : []
  const active = shown[at]
  const list = useRef<HTMLUListElement>(null)
  // On a phone the offers would open below the edge.
  const isShown = shown.length > 0
  useEffect(() => {
    if (isShown) list.current?.scrollIntoView({ block: 'nearest' })
  }, [isShown])
  const add = (offer?: Offered): void => {
    if (offer === undefined && words === '') return
    onAdd(offer ? { offer: offer.id } : { title: words })
    setTyped('')
    setAt(-1)
    setOpen(false)
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && (isOpen || step > 0)) {
      event.preventDefault()
      event.stopPropagation()
      if (!isOpen) return setOpen(true)
      const count = found.length + 1
      setAt(((at + 1 + step + count) % count) - 1)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      add(active)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
      setAt(-1)
    }
  }
  return (
    <div className="relative mt-3" data-print="no">
      <label htmlFor={`${id}input`} className="sr-only">
        {label}
      </label>
      <div className="flex gap-2">
        <input
          ref={input}
          id={`${id}input`}
          data-place="add"
          role="combobox"
          aria-expanded={isShown}
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}${at}` : undefined}
          aria-describedby={`${id}help`}
          type="text"
          autoComplete="off"
          placeholder={label}
          maxLength={longestWord}
          dir={writingDirection(typed)}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setOpen(true)
            setAt(-1)
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKey}
          className={join(control, 'scroll-mb-36 border-dashed')}
        />
        <button
          type="button"
          aria-label={text('workshop.add')}
          onClick={() => {
            if (words === '') input.current?.focus()
            else add()
          }}
          className="grid size-11 shrink-0 place-items-center rounded border border-edge text-ink hover:bg-sand-soft"
        >
          <Plus className="size-5 stroke-[1.5]" aria-hidden="true" />
        </button>
      </div>
      <p id={`${id}help`} className="sr-only">
        {text('workshop.add-help')}
      </p>
      <ul
        ref={list}
        id={`${id}list`}
        role="listbox"
        aria-label={text('workshop.price-book')}
        hidden={!isShown}
        className="absolute inset-x-0 top-full z-20 mt-1 max-h-64 scroll-mb-36 overflow-auto rounded bg-paper p-1 shadow-float"
      >
        {shown.map((offer, index) => (
          <li
            key={offer.id}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === at}
            // The field keeps its focus: a press here would otherwise close the list before it is heard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(offer)}
            className="touch cursor-pointer rounded px-3 py-2 hover:bg-river-wash aria-selected:bg-river-wash"
          >
            <span className="block">{offer.title}</span>
            <span className="block text-small text-ink-soft">{offer.help}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
