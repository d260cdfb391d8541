import { createLazyRoute, Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'

import { useText } from '../i18n.ts'
import { useAttempts } from '../local/act.ts'
import { useCaseFile, type CaseFile } from '../local/case-file.ts'
import { useNow } from '../local/clock.ts'
import { circumstancesOf } from '../local/judge.ts'
import { buttonClass } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AccessTab } from './AccessTab.tsx'
import { ActPanel } from './ActPanel.tsx'
import { AskedCase } from './AskedCase.tsx'
import type { Act } from './acts.ts'
import { CaseHead } from './CaseHead.tsx'
import { CaseRoad } from './CaseRoad.tsx'
import { useCaseWords } from './case-words.ts'
import { CaseSkeleton } from './CaseSkeleton.tsx'
import { MoneyTab } from './MoneyTab.tsx'
import { NextBox } from './NextBox.tsx'
import { OnTheWay } from './OnTheWay.tsx'
import { PapersTab } from './PapersTab.tsx'
import { PersonTab } from './PersonTab.tsx'
import { ProjectTab } from './ProjectTab.tsx'
import { caseTabs, groupTabs, type CaseSearch, type CaseTab } from './route.ts'
import { Story } from './Story.tsx'
import type { CaseView } from './view.ts'
import { Steps } from './Steps.tsx'
import { VisitsTab } from './VisitsTab.tsx'

export const casePage = createLazyRoute('/signed-in/cases/$case')({ component: CasePage })

function CasePage() {
  const { case: id } = casePage.useParams()
  const { file, problem, stale, again } = useCaseFile(id)
  if (problem?.code === 'not-found') return <NoCase />
  if (problem) return <ProblemNotice problem={problem} again={again} />
  if (!file) return <CaseSkeleton />
  return <OpenCase key={id} file={file} stale={stale} />
}

/** Another office's case and one that never was look the same from here. */
function NoCase() {
  const text = useText()
  return (
    <EmptyState
      title={text('case.none')}
      action={
        <Link to="/cases" className={buttonClass('quiet')}>
          {text('shell.cases')}
        </Link>
      }
    >
      {text('case.none-help')}
    </EmptyState>
  )
}

function OpenCase({ file, stale }: { file: CaseFile; stale: boolean }) {
  const text = useText()
  const search = casePage.useSearch()
  const view = useCaseView(file)
  const tab = search.tab ?? 'story'
  // The forms are fetched with the case, so that they open where the network ends.
  useEffect(() => void import('../form/CommandForm.tsx').catch(() => {}), [])
  return (
    <article>
      <CaseHead view={view} />
      {stale && (
        <div className="mt-4">
          <Notice>{text('case.as-known')}</Notice>
        </div>
      )}
      {file.answer.packet ? (
        <AskedCase view={view} packet={file.answer.packet} />
      ) : (
        <Whole file={file} view={view} tab={tab} />
      )}
      <ActPanel view={view} search={search} />
    </article>
  )
}

/** The road, what now comes, and the sides of the case. */
function Whole({ file, view, tab }: { file: CaseFile; view: CaseView; tab: CaseTab }) {
  const text = useText()
  const navigate = useNavigate({ from: '/cases/$case' })
  return (
    <>
      <div className="mt-7 grid gap-6">
        <CaseRoad view={view} />
        {/* On the phone the road is long: what now comes before it. */}
        <div className="grid gap-4 max-md:order-first">
          <NextBox view={view} />
          <OnTheWay view={view} />
        </div>
        <Steps view={view} />
      </div>
      <div className="mt-8">
        <Tabs
          label={text('case.sides')}
          chosen={tab}
          onChoose={(chosen) =>
            void navigate({
              to: '/cases/$case',
              params: { case: file.id },
              search: { tab: chosen as CaseTab },
              replace: true,
              resetScroll: false,
            })
          }
          items={(file.answer.beneficiary?.kind === 'group' ? groupTabs : caseTabs).map((id) => ({
            id,
            title: text(`case.tab-${id === 'person' ? (file.answer.beneficiary?.kind ?? id) : id}`),
            count: countOf(id, file),
            content: id === tab ? <Side tab={id} view={view} /> : null,
          }))}
        />
      </div>
    </>
  )
}

function Side({ tab, view }: { tab: CaseTab; view: CaseView }) {
  switch (tab) {
    case 'story':
      return <Story view={view} />
    case 'person':
      return <PersonTab view={view} />
    case 'project':
      return <ProjectTab view={view} />
    case 'money':
      return <MoneyTab view={view} />
    case 'papers':
      return <PapersTab view={view} />
    case 'visits':
      return <VisitsTab view={view} />
    case 'access':
      return <AccessTab view={view} />
  }
}

/** Numbers beside a title, where they say something: papers, visits made. */
function countOf(tab: CaseTab, { answer }: CaseFile): number | undefined {
  const { documents, visits, members } = answer.case
  const count = tab === 'papers' ? documents.length : tab === 'visits' ? visits.length : 0
  if (tab === 'person') return members.length > 1 ? members.length : undefined
  return count > 0 ? count : undefined
}

/** What every part of the page is given: the case, its words, what may be done, and how to begin doing it. */
function useCaseView(file: CaseFile): CaseView {
  const words = useCaseWords(file)
  const attempts = useAttempts(file)
  const now = useNow()
  const navigate = useNavigate({ from: '/cases/$case' })
  const { history } = useRouter()
  const opened = useRef(0)
  const { id, ground, actor } = file
  return useMemo(() => {
    const open = (search: (now: CaseSearch) => CaseSearch, replace: boolean): void =>
      void navigate({ to: '/cases/$case', params: { case: id }, search, replace, resetScroll: false })
    return {
      file,
      words,
      attempts,
      circumstances: circumstancesOf({ ground, actor, command: 'asked', now, documents: file.answer.documents }),
      begin: ({ command, of }: Act, again?: string) => {
        // A project is not a form: it has a room of its own.
        if (command === 'save-project') return void navigate({ to: '/cases/$case/workshop', params: { case: id } })
        opened.current += 1
        open(
          ({ tab }) => ({
            ...(tab ? { tab } : {}),
            act: command,
            ...(of === undefined ? {} : { of }),
            ...(again === undefined ? {} : { again }),
          }),
          false,
        )
      },
      finish: () => {
        // What was opened from here is closed by going back, so that the way back to the list stays one step.
        if (opened.current > 0) {
          opened.current -= 1
          history.back()
        } else open(({ tab }) => (tab ? { tab } : {}), true)
      },
    }
  }, [file, words, attempts, ground, actor, now, navigate, history, id])
}
