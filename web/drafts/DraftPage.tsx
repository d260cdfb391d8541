import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { useText } from '../i18n.ts'
import { useGround } from '../local/edition.ts'
import { MissingOffices } from '../schemes/MissingOffices.tsx'
import { NotHere } from '../shell/NotHere.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Acts } from './Acts.tsx'
import { Changes } from './Changes.tsx'
import { DraftStory } from './DraftStory.tsx'
import { useDraft, type DraftView } from './draft-view.ts'
import { InventedPeople } from './InventedPeople.tsx'
import { PastCases } from './PastCases.tsx'
import { Preview } from './Preview.tsx'
import { draftSides, type DraftSide } from './route.ts'
import { Source } from './Source.tsx'

export const draftPage = createLazyRoute('/signed-in/schemes/drafts/$draft')({ component: DraftPage })

/** A scheme file on its way to being published: its text and what is wrong, what it changes, and who decides. */
function DraftPage() {
  const { draft: id } = draftPage.useParams()
  const { view, problem, again } = useDraft(id)
  if (problem?.code === 'not-found') return <NotHere />
  if (problem && !view) return <ProblemNotice problem={problem} again={again} />
  return view ? <Shown view={view} /> : <Waiting />
}

function Shown({ view }: { view: DraftView }) {
  const text = useText()
  const navigate = useNavigate()
  const { side = 'text' } = draftPage.useSearch()
  const { draft, check, texts } = view
  const { title, name, editions } = draft.content
  const heading = check?.scheme?.title ?? title
  const isReadable = check?.scheme !== null && check?.scheme !== undefined
  const shown = draftSides.filter((each) => isReadable || each === 'text' || each === 'story')
  const chosen = shown.includes(side) ? side : 'text'
  return (
    <article>
      <Link
        to="/schemes"
        search={{}}
        className="touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink"
      >
        <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        {text('schemes.title')}
      </Link>
      <p className="text-ink-soft">
        {text('drafts.draft')}
        {heading !== null && (
          <>
            {' · '}
            <bdi>{texts[name]}</bdi>
          </>
        )}
      </p>
      <h1 className="text-head">
        <bdi>{heading?.[text.language] ?? texts[name]}</bdi>
      </h1>
      {editions.length > 0 && (
        <p className="mt-1 text-ink-soft">
          {editions.map((edition) => text('drafts.edition', { edition })).join(' · ')}
        </p>
      )}
      <Acts view={view} />
      {draft.status === 'published' && <PartsToGive view={view} />}
      <div className="mt-6">
        <Tabs
          label={text('drafts.draft')}
          chosen={chosen}
          onChoose={(id) =>
            void navigate({
              to: '/schemes/drafts/$draft',
              params: { draft: draft.draft },
              search: id === 'text' ? {} : { side: id as DraftSide },
              replace: true,
              resetScroll: false,
            })
          }
          items={shown.map((id) => ({
            id,
            title: text(`drafts.side-${id}`),
            count: id === 'text' && check?.problems.length ? check.problems.length : undefined,
            content: id === chosen ? <Side side={id} view={view} /> : null,
          }))}
        />
      </div>
    </article>
  )
}

/** A scheme that was just published works as soon as its parts have offices: whoever published it sees what is missing. */
function PartsToGive({ view }: { view: DraftView }) {
  const { scheme, editions } = view.draft.content
  const ground = useGround(scheme ?? '', editions[0] ?? '')
  return ground ? (
    <div className="mt-4 empty:hidden">
      <MissingOffices running={ground.running} offices={ground.offices} />
    </div>
  ) : null
}

function Side({ side, view }: { side: DraftSide; view: DraftView }) {
  switch (side) {
    case 'text':
      return <Source key={view.draft.content.text} view={view} />
    case 'preview':
      return <Preview view={view} />
    case 'changes':
      return <Changes view={view} />
    case 'people':
      return <InventedPeople view={view} />
    case 'cases':
      return <PastCases view={view} />
    case 'story':
      return <DraftStory view={view} />
  }
}
