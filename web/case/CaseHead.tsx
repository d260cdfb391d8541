import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { fileNumber } from '#domain/case/file-number.ts'

import { nameIn } from '../local/act.ts'
import { CustodyTag } from '../ui/CustodyTag.tsx'
import { ActMenu } from './ActMenu.tsx'
import type { CaseView } from './view.ts'

/** Whose file this is, in whose hands, and everything that can be done with it. */
export function CaseHead({ view }: { view: CaseView }) {
  const { file, words } = view
  const { text } = words
  const { custody, registeredOn } = file.answer.case
  const { running } = file.ground
  const principal = file.answer.people.find(({ relation }) => relation === 'principal')
  const written = principal ? `${principal.givenName} ${principal.familyName}` : ''
  const name = nameIn(file.answer)
  return (
    <header>
      <Link
        to="/"
        className="touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink"
        onClick={(event) => {
          // Back returns to the same place in the list that led here.
          if (history.length <= 1 || event.metaKey || event.ctrlKey) return
          event.preventDefault()
          history.back()
        }}
        data-print="no"
      >
        <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        {text('case.back')}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-head [overflow-wrap:anywhere]">
            <bdi>{name === '' ? text(file.answer.packet ? 'case.asked-title' : 'case.person-unnamed') : name}</bdi>
          </h1>
          {principal && name !== written && (
            <p className="text-ink-soft">
              <bdi>{written}</bdi>
            </p>
          )}
        </div>
        <ActMenu view={view} />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1">
        <CustodyTag
          office={words.office(custody.office)}
          since={custody.since}
          {...(custody.offeredTo === null ? {} : { offeredTo: words.office(custody.offeredTo) })}
        />
        <span className="text-ink-soft">
          <bdi>{words.titled(running.scheme.title)}</bdi>
        </span>
        <span className="text-small text-ink-soft">{text('case.edition', { edition: running.edition.edition })}</span>
        <span className="text-small text-ink-soft" title={file.id}>
          {text('case.number', { number: fileNumber(file.id, registeredOn, running.scheme.country) })}
        </span>
      </div>
    </header>
  )
}
