import { createLazyRoute, Link } from '@tanstack/react-router'

import type { HomeAnswer } from '#contract/answers.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'

import { useReading } from '../api.ts'
import { ToByItself } from '../by-itself/ToByItself.tsx'
import { ToCallBack } from '../call-backs/ToCallBack.tsx'
import { CaseRow } from '../cases/CaseRow.tsx'
import { useListWords, type ListWords } from '../cases/list-words.ts'
import { OpenCaseLink } from '../cases/OpenCaseLink.tsx'
import { useSession, type Session } from '../session.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Figures } from './Figures.tsx'
import { Keeping } from './Keeping.tsx'
import { NextSitting } from './NextSitting.tsx'
import { Owed } from './Owed.tsx'

import '../cases/cases.css'

export const homePage = createLazyRoute('/signed-in/')({ component: Home })

const keepers = ['administrator', 'data-protection-officer']
const committee = ['committee-member', 'committee-secretary', 'committee-chair']

/** What must I do now, what is late, what comes next: in this order, in sentences, each with the list behind it. */
function Home() {
  const words = useListWords()
  const session = useSession()
  const { data, problem, again } = useReading<HomeAnswer>('/api/home')
  if (!session) return null
  return (
    <>
      <Greeting session={session} words={words} />
      {data === undefined && (problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />)}
      {data && (
        <div className="mt-8 grid gap-10">
          <div className="empty:hidden">
            <ToCallBack count={data.callBacks} />
            <ToByItself around={data.byItself} />
          </div>
          {committee.includes(session.seat.role) && <NextSitting today={data.today} words={words} />}
          {keepers.includes(session.seat.role) ? (
            <Keeping text={words.text} readsNotices={session.seat.role === 'administrator'} />
          ) : (
            <>
              {mayOpenFiles(session.seat.role) ? <Owed home={data} words={words} /> : <Figures text={words.text} />}
              <Recent home={data} words={words} session={session} />
            </>
          )}
        </div>
      )}
    </>
  )
}

function Greeting({ session, words }: { session: Session; words: ListWords }) {
  const { text } = words
  const { role, office } = session.seat
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
      <div>
        <h1 className="text-head">{text('shell.welcome', { name: session.user.name })}</h1>
        <p className="mt-1 max-w-prose text-ink-soft">
          {text('shell.welcome-seat', { role: text(`role.${role}`), office: office.name })}
        </p>
      </div>
      <OpenCaseLink />
    </div>
  )
}

type RecentProps = { readonly home: HomeAnswer; readonly words: ListWords; readonly session: Session }

/** The newest cases with their roads, and how many are open. Who works with figures only is told the figure. */
function Recent({ home, words, session }: RecentProps) {
  const { text } = words
  const opens = mayOpenFiles(session.seat.role)
  if (home.recent.length === 0) {
    if (home.open > 0) return <p className="text-lead">{text('home.open', { count: home.open })}</p>
    return home.groups.length === 0 && opens ? (
      <EmptyState title={text('home.no-cases')}>{text('home.no-cases-help')}</EmptyState>
    ) : null
  }
  return (
    <section aria-labelledby="recent">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-edge pb-2">
        <h2 id="recent" className="text-title">
          {text('home.recent')}
        </h2>
        <Link to="/cases" search={{ status: 'open' }}>
          {text('home.open', { count: home.open })}
        </Link>
      </div>
      <ol>
        {home.recent.map((row) => (
          <CaseRow key={row.case} row={row} words={words} today={home.today} office={session.seat.office.id} />
        ))}
      </ol>
    </section>
  )
}
