import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { SimilarProjectsAnswer } from '#contract/project-answers.ts'
import type { Lived, SimilarGroup } from '#domain/project/similar.ts'

import { reading } from '../api.ts'
import { Comma } from '../case/Section.tsx'
import { useText } from '../i18n.ts'
import { Day } from '../ui/Day.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useBench } from './bench.ts'
import { useShop } from './shop.ts'

const tenMinutes = 600_000

/** What became of similar projects of the scheme nearby, and a warning where too many of one trade begin in one place. */
export function Similar() {
  const text = useText()
  const { project } = useBench()
  const { file, words } = useShop()
  const asked = project.activity === 'other' ? '' : `?activity=${project.activity}`
  const { data } = useQuery({
    ...reading<SimilarProjectsAnswer>(`/api/cases/${file.id}/similar-projects${asked}`),
    staleTime: tenMinutes,
    gcTime: Infinity,
    enabled: !file.onlyHere,
  })
  const groups = data?.groups.filter(({ projects }) => projects !== 0) ?? []
  return (
    <section>
      <h3 className="mb-1 text-lead font-strong">{text('workshop.similar')}</h3>
      {data === undefined && <p className="text-ink-soft">{text('workshop.similar-waiting')}</p>}
      {data?.saturation && (
        <div className="my-3">
          <Notice kind="late" title={text('workshop.similar-saturated')}>
            {text('workshop.similar-saturated-count', {
              count: data.saturation.starts,
              months: data.saturation.months,
              region: words.region(data.saturation.region),
            })}
          </Notice>
        </div>
      )}
      {data && groups.length === 0 && <p className="text-ink-soft">{text('workshop.similar-none')}</p>}
      {groups.length > 0 && <Groups groups={groups} />}
      {data && data.cases.length > 0 && (
        <details className="mt-1">
          <summary className="touch w-fit cursor-pointer py-2.5 text-river hover:text-river-deep">
            {text('workshop.similar-cases', { count: data.cases.length })}
          </summary>
          <ul>
            {data.cases.map(({ case: id, near, region, startedOn, aliveAt12, aliveAt6, closedFor }) => (
              <li key={id} className="border-b border-line py-2">
                <Link to="/cases/$case" params={{ case: id }} search={{ tab: 'project' }}>
                  {startedOn === null ? (
                    text('workshop.similar-not-started')
                  ) : (
                    <>
                      {text('workshop.similar-started')} <Day value={startedOn} />
                    </>
                  )}
                </Link>
                <span className="text-ink-soft">
                  <Comma />
                  {region === null ? text(`workshop.near-${near}`) : words.region(region)}
                  <Comma />
                  {closedFor === null
                    ? text(
                        `workshop.similar-${aliveAt12 === true ? 'alive-12' : aliveAt6 === true ? 'alive-6' : 'open'}`,
                      )
                    : words.closure(closedFor)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const columns = ['projects', 'started', 'aliveAt6', 'aliveAt12'] as const

function Groups({ groups }: { groups: readonly SimilarGroup[] }) {
  const text = useText()
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{text('workshop.similar')}</caption>
        <thead>
          <tr className="border-b border-edge text-small text-ink-soft">
            <td />
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 py-1.5 text-end font-normal">
                {text(column === 'started' ? 'workshop.similar-started-column' : `workshop.similar-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.near} className="border-b border-line">
              <th scope="row" className="py-1.5 pe-2 text-start font-normal">
                {text(`workshop.near-${group.near}`)}
              </th>
              <Count of={group.projects} />
              <Count of={group.started} />
              <Alive of={group.aliveAt6} />
              <Alive of={group.aliveAt12} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Too few to be told without telling of whom stays untold. */
function Count({ of }: { of: number | null }) {
  const text = useText()
  return <td className="px-2 py-1.5 text-end">{of === null ? text('workshop.similar-few') : <bdi>{of}</bdi>}</td>
}

function Alive({ of }: { of: Lived }) {
  const text = useText()
  return (
    <td className="px-2 py-1.5 text-end">
      {of === null ? (
        <span className="text-ink-soft">{text('workshop.similar-unknown')}</span>
      ) : (
        text('workshop.similar-of', { alive: of.alive, seen: of.seen })
      )}
    </td>
  )
}
