import { createLazyRoute, useNavigate } from '@tanstack/react-router'

import { useListWords, type ListWords } from '../cases/list-words.ts'
import type { Ground } from '../local/edition.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Select } from '../ui/Select.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Calls } from './Calls.tsx'
import { Register } from './Register.tsx'
import type { OperatorsSearch } from './route.ts'
import { useCurrentGround, useOverseenSchemes } from './schemes.ts'

export const operatorsPage = createLazyRoute('/signed-in/operators')({ component: OperatorsPage })

export type OperatorsView = {
  readonly scheme: string
  readonly ground: Ground
  readonly words: ListWords
  readonly search: OperatorsSearch
  show(search: OperatorsSearch): void
}

/** The operators of one scheme, and the calls to become one. */
function OperatorsPage() {
  const words = useListWords()
  const { text } = words
  const search = operatorsPage.useSearch()
  const navigate = useNavigate()
  const schemes = useOverseenSchemes()
  const withOperators = schemes?.filter(({ scheme }) => worksWithOperators(words, scheme))
  const scheme = search.scheme ?? withOperators?.[0]?.scheme
  const ground = useCurrentGround(scheme)
  const show = (next: OperatorsSearch): void =>
    void navigate({ to: '/operators', search: next, replace: true, resetScroll: false })
  const heading = (
    <>
      <h1 className="text-head">{text('operators.title')}</h1>
      <p className="mt-1 max-w-prose text-ink-soft">{text('operators.help')}</p>
    </>
  )
  if (withOperators === undefined || words.schemes.length === 0) return <Waiting />
  if (scheme === undefined)
    return (
      <>
        {heading}
        <EmptyState title={text('operators.no-scheme')} />
      </>
    )
  return (
    <>
      {heading}
      {withOperators.length > 1 && (
        <div className="mt-4 max-w-md">
          <Select
            name="scheme"
            label={text('operators.scheme')}
            options={withOperators.map((each) => ({ id: each.scheme, title: words.scheme(each.scheme) }))}
            value={scheme}
            onChange={(next) => show({ scheme: next, ...(search.side ? { side: search.side } : {}) })}
          />
        </div>
      )}
      {withOperators.length === 1 && <p className="mt-4 text-lead">{words.scheme(scheme)}</p>}
      {ground === undefined ? (
        <Waiting />
      ) : (
        <div className="mt-5">
          <Sides view={{ scheme, ground, words, search, show }} />
        </div>
      )}
    </>
  )
}

/** A scheme whose journey names an operator works with operators. */
function worksWithOperators(words: ListWords, scheme: string): boolean {
  const steps = words.schemes.find((each) => each.scheme === scheme)?.steps ?? {}
  return Object.values(steps).some(({ kind }) => kind === 'designation')
}

function Sides({ view }: { view: OperatorsView }) {
  const { words, search, scheme, show } = view
  const { text } = words
  const chosen = search.side ?? 'register'
  return (
    <Tabs
      label={text('operators.title')}
      chosen={chosen}
      onChoose={(id) => show({ scheme, ...(id === 'calls' ? { side: id } : {}) })}
      items={[
        {
          id: 'register',
          title: text('operators.side-register'),
          content: chosen === 'register' ? <Register view={view} /> : null,
        },
        {
          id: 'calls',
          title: text('operators.side-calls'),
          content: chosen === 'calls' ? <Calls view={view} /> : null,
        },
      ]}
    />
  )
}
