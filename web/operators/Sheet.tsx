import type { ReactNode } from 'react'

import { sectorNames } from '#domain/sectors.ts'
import { regionName } from '#domain/place.ts'

import { useRegions } from '../case/case-words.ts'
import { Pairs } from '../case/Section.tsx'
import { Day } from '../ui/Day.tsx'
import { Part } from './Part.tsx'
import { languageName } from './sources.ts'
import type { StandingView } from './view.ts'

/** What the organisation says of itself, kept true by its own staff. */
export function Sheet({ view }: { view: StandingView }) {
  const { words, answer, ground, said } = view
  const { text } = words
  const regions = useRegions(ground.running.scheme.country)
  const { application } = answer.standing
  if (!application) return null
  const list = (items: readonly string[]): ReactNode =>
    items.length === 0 ? (
      <span className="text-ink-soft">{text('operators.not-said')}</span>
    ) : (
      new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(items)
    )
  const inWords = said(application.text)
  return (
    <Part title={text('operators.sheet')} acts={['update-sheet']} view={view}>
      <Pairs
        pairs={[
          { name: text('operators.type'), value: text(`operators.type-${application.type}`) },
          { name: text('operators.lots'), value: list(application.lots.map((lot) => text(`operators.lot-${lot}`))) },
          { name: text('operators.experience'), value: text('operators.years', { count: application.experience }) },
          { name: text('operators.staff'), value: text('operators.people', { count: application.staff }) },
          {
            name: text('operators.languages'),
            value: list(application.languages.map((id) => languageName(text, id))),
          },
          {
            name: text('operators.regions'),
            value: list(application.regions.map((code) => regionName(regions, code, text.language))),
          },
          {
            name: text('operators.sectors'),
            value: list(application.sectors.map((id) => sectorNames[id]?.[text.language] ?? id)),
          },
          {
            name: text('operators.capacity'),
            value:
              application.capacity === null ? (
                <span className="text-ink-soft">{text('operators.not-said')}</span>
              ) : (
                <bdi className="figures">{new Intl.NumberFormat(text.locale).format(application.capacity)}</bdi>
              ),
          },
          { name: text('operators.applied-on'), value: <Day value={application.on} /> },
        ]}
      />
      {inWords !== undefined && (
        <div className="mt-4">
          <p className="text-small text-ink-soft">{text('operators.words')}</p>
          <p dir="auto" className="max-w-prose whitespace-pre-line">
            {inWords}
          </p>
        </div>
      )}
    </Part>
  )
}
