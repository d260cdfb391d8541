import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import type { StandingAnswer } from '#contract/operator-answers.ts'
import { sheetOf } from '#domain/operator/accreditation.ts'

import { useReading } from '../api.ts'
import { useListWords } from '../cases/list-words.ts'
import { useGround } from '../local/edition.ts'
import { useSession } from '../session.ts'
import { NotHere } from '../shell/NotHere.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { ActPanel } from './ActPanel.tsx'
import { Contract } from './Contract.tsx'
import { Figures } from './Figures.tsx'
import { Sheet } from './Sheet.tsx'
import { StateMark, Warnings } from './signs.tsx'
import { Specification } from './Specification.tsx'
import { Story } from './Story.tsx'
import { Ties } from './Ties.tsx'
import { useStandingView, type StandingView } from './view.ts'

export const operatorPage = createLazyRoute('/signed-in/operators/$accreditation')({ component: OperatorPage })

/** One organisation in one scheme: what it says, what was found, what binds, and how it works. */
function OperatorPage() {
  const { accreditation } = operatorPage.useParams()
  const search = operatorPage.useSearch()
  const navigate = useNavigate()
  const words = useListWords()
  const { data, problem, again } = useReading<StandingAnswer>(`/api/operators/${accreditation}`)
  const ground = useGround(data?.standing.scheme ?? '', data?.standing.edition ?? '')
  const show = (act?: string, of?: string): void =>
    void navigate({
      to: '/operators/$accreditation',
      params: { accreditation },
      search: { ...(act ? { act } : {}), ...(of ? { of } : {}) },
      replace: true,
      resetScroll: false,
    })
  const view = useStandingView(data, ground, words, show)
  if (problem?.code === 'not-found') return <NotHere />
  if (problem && !data) return <ProblemNotice problem={problem} again={again} />
  if (!view) return <Waiting />
  return (
    <article>
      <Head view={view} />
      <div className="mt-8 grid gap-8">
        <Figures view={view} />
        <Contract view={view} />
        <Sheet view={view} />
        <Specification view={view} />
        <Ties view={view} />
        <Story view={view} />
      </div>
      {search.act !== undefined && view.may(search.act) && (
        <ActPanel key={search.act} name={search.act} of={search.of} view={view} onClose={() => show()} />
      )}
    </article>
  )
}

/** Acts on the whole standing, in the order of its life; the others stand beside what they concern. */
const headActs = [
  'assess-application',
  'decide-accreditation',
  'renew-accreditation',
  'suspend-accreditation',
  'lift-suspension',
  'end-accreditation',
  'apply-again',
] as const
/** The one obvious act, when it is possible. */
const obvious: readonly string[] = ['decide-accreditation', 'lift-suspension', 'apply-again']

function Head({ view }: { view: StandingView }) {
  const { answer, words, may, begin, said } = view
  const { standing } = answer
  const { text } = words
  const session = useSession()
  const isOwn = session?.seat.office.id === standing.office
  const back = 'touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink'
  const arrow = <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
  // Once it is decided, the grid is filled in again from its own place.
  const possible = headActs.filter((act) => may(act) && (act !== 'assess-application' || standing.status === 'applied'))
  const mainAct = possible.find((act) => obvious.includes(act)) ?? possible.find((act) => act === 'assess-application')
  const atWork = view.ground.offices.byRole['adviser']?.includes(standing.office) ?? false
  const reason = said(standing.decision?.text)
  return (
    <>
      {isOwn ? (
        <Link to="/standing" className={back}>
          {arrow}
          {text('operators.standing-title')}
        </Link>
      ) : (
        <Link to="/operators" search={{ scheme: standing.scheme }} className={back}>
          {arrow}
          {text('operators.all')}
        </Link>
      )}
      <p className="text-ink-soft">
        <bdi>{words.scheme(standing.scheme)}</bdi>
      </p>
      <h1 className="text-head">
        <bdi>{words.office(standing.office)}</bdi>
      </h1>
      <div className="mt-2 flex flex-wrap items-start gap-x-8 gap-y-2">
        <StateMark state={standing.status} until={standing.until} />
        <div>
          <Warnings sheet={sheetOf(standing)} insuredUntil={standing.application?.insuredUntil ?? null} />
        </div>
      </div>
      {reason !== undefined && standing.status !== 'accredited' && (
        <div className="mt-4">
          <Notice title={text('operators.decision')}>
            <bdi className="whitespace-pre-line">{reason}</bdi>
          </Notice>
        </div>
      )}
      {standing.status === 'accredited' && !atWork && !isOwn && (
        <div className="mt-4">
          <Notice>{text('operators.not-an-operator-yet')}</Notice>
        </div>
      )}
      {possible.length > 0 && (
        <div className="mt-5 flex flex-wrap gap-3" data-print="no">
          {possible.map((act) => (
            <Button key={act} kind={act === mainAct ? 'main' : 'quiet'} onPress={() => begin(act)}>
              {text(`command.${act}.title`)}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
