import { Search } from 'lucide-react'
import { useState, type Ref } from 'react'

import { useText } from '../i18n.ts'
import { writingDirection } from '../ui/letters.ts'

type SearchBoxProps = { readonly ref: Ref<HTMLInputElement>; readonly onSearch: (words: string) => void }

/** The one search of the office: it finds what this seat may see. `/` leads here. */
export function SearchBox({ ref, onSearch }: SearchBoxProps) {
  const text = useText()
  const [words, setWords] = useState('')
  return (
    <form
      role="search"
      data-print="no"
      className="mx-auto max-w-[72rem] px-4 pt-4 sm:px-8"
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() !== '') onSearch(words.trim())
      }}
    >
      <div className="relative max-w-xl">
        <Search
          className="pointer-events-none absolute inset-y-0 start-3 my-auto size-5 stroke-[1.5] text-ink-soft"
          aria-hidden="true"
        />
        <input
          ref={ref}
          type="search"
          enterKeyHint="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          aria-label={text('shell.search-label')}
          aria-keyshortcuts="/"
          placeholder={text('shell.search')}
          dir={writingDirection(words)}
          className="touch w-full rounded border border-line bg-paper px-11 py-2 placeholder:text-ink-soft hover:border-edge"
        />
        <kbd className="pointer-events-none absolute inset-y-0 end-3 my-auto h-fit rounded border border-line px-1.5 text-small text-ink-soft max-lg:hidden">
          /
        </kbd>
      </div>
    </form>
  )
}
