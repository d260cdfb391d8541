import { CircleCheck, CircleDashed, CircleX } from 'lucide-react'
import type { ReactNode } from 'react'

import { criteriaOf, specificationOf } from '#domain/operator/checks.ts'

import { Colon } from '../case/Section.tsx'
import { formatNumber } from '../locale.ts'
import { Day } from '../ui/Day.tsx'
import { Part } from './Part.tsx'
import type { StandingView } from './view.ts'

type Met = 'met' | 'not-met' | 'not-known'

const signs = {
  met: <CircleCheck className="size-5 shrink-0 stroke-[1.5] text-leaf" aria-hidden="true" />,
  'not-met': <CircleX className="size-5 shrink-0 stroke-[1.5] text-clay" aria-hidden="true" />,
  'not-known': <CircleDashed className="size-5 shrink-0 stroke-[1.5] text-ink-soft" aria-hidden="true" />,
}

/** What the scheme asks, point by point: met or not, with the proof; then the grid with its marks and reasons. */
export function Specification({ view }: { view: StandingView }) {
  const { text } = view.words
  const { running } = view.ground
  const specification = specificationOf(running)
  if (!specification)
    return (
      <Part title={text('operators.specification')} view={view}>
        <p className="text-ink-soft">{text('operators.specification-none')}</p>
      </Part>
    )
  return (
    <>
      <Part title={text('operators.specification')} view={view}>
        <Points view={view} />
      </Part>
      <Part title={text('operators.grid')} acts={['assess-application']} view={view}>
        <Grid view={view} />
      </Part>
    </>
  )
}

function Points({ view }: { view: StandingView }) {
  const { text } = view.words
  const { running } = view.ground
  const { application, status } = view.answer.standing
  const specification = specificationOf(running)
  if (!specification || !application) return null
  const { experience, insurance } = specification
  const insured = application.insuredUntil
  return (
    <ul className="grid gap-3">
      {(running.edition.operators?.expertise ?? []).map(({ expertise, title }) => {
        const isClaimed = Object.hasOwn(application.expertise, expertise)
        const paper = application.expertise[expertise] ?? null
        const met = application.proven.includes(expertise) ? 'met' : 'not-met'
        return (
          <Point key={expertise} met={met} title={title[text.language]} view={view}>
            {paper !== null && <Paper id={paper} view={view} />}
            {isClaimed && paper === null && text('operators.no-proof')}
            {!isClaimed && text('operators.not-claimed')}
          </Point>
        )
      })}
      <Point
        met={asked(experience, (years) => application.experience >= years)}
        title={text('operators.experience')}
        view={view}
      >
        {text('operators.years', { count: application.experience })}
      </Point>
      <Point
        met={asked(
          insurance,
          (needed) => !needed || (insured !== null && (status === 'applied' || insured >= view.today)),
        )}
        title={text('operators.insurance')}
        view={view}
      >
        {insured === null ? (
          text('operators.not-said')
        ) : (
          <>
            {text('operators.until')} <Day value={insured} />
          </>
        )}
        {application.insurance !== null && (
          <>
            {' · '}
            <Paper id={application.insurance} view={view} />
          </>
        )}
      </Point>
    </ul>
  )
}

function asked<T>(of: T | 'unknown', holds: (asked: T) => boolean): Met {
  if (of === 'unknown') return 'not-known'
  return holds(of as T) ? 'met' : 'not-met'
}

type PointProps = {
  readonly met: Met
  readonly title: string
  readonly view: StandingView
  readonly children: ReactNode
}

function Point({ met, title, view, children }: PointProps) {
  const { text } = view.words
  return (
    <li className="flex items-start gap-3">
      {signs[met]}
      <div className="min-w-0">
        <p>
          {title} <span className="text-small text-ink-soft">({text(`operators.${met}`)})</span>
        </p>
        <p className="text-small text-ink-soft">{children}</p>
      </div>
    </li>
  )
}

function Paper({ id, view }: { id: string; view: StandingView }) {
  const { text } = view.words
  const stored = view.answer.documents.find(({ document }) => document === id)
  if (!stored) return <span>{text('operators.erased')}</span>
  return (
    <a href={`/api/documents/${id}`} className="[overflow-wrap:anywhere]">
      <bdi>{stored.name}</bdi>
    </a>
  )
}

function Grid({ view }: { view: StandingView }) {
  const { text } = view.words
  const { running } = view.ground
  const { assessment } = view.answer.standing
  const highest = specificationOf(running)?.grid.highest ?? 0
  if (!assessment) return <p className="text-ink-soft">{text('operators.grid-none')}</p>
  const score = formatNumber(assessment.score, text.locale, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <>
      <p className="mb-3 font-strong">
        {text('operators.score', { score })} <span className="font-normal text-ink-soft">· </span>
        <span className="font-normal text-ink-soft">
          <Day value={assessment.on} />
        </span>
      </p>
      <ul className="grid gap-3">
        {criteriaOf(running).map(({ criterion, title }) => {
          const given = assessment.grid[criterion]
          return (
            <li key={criterion} className="max-w-prose">
              <p>
                {title[text.language]}
                <Colon />
                {given && (
                  <bdi className="figures font-strong">{text('operators.mark', { mark: given.mark, highest })}</bdi>
                )}
              </p>
              <p dir="auto" className="text-small whitespace-pre-line text-ink-soft">
                {given && (view.said(given.reason) ?? text('operators.erased'))}
              </p>
            </li>
          )
        })}
      </ul>
    </>
  )
}
