import type { ReactNode } from 'react'

import type { Committee as CommitteeOfEdition } from '#domain/scheme/committee.ts'
import { lengthText } from '#domain/scheme/phrase.ts'

import type { Ground } from '../local/edition.ts'
import { KnownMark } from '../ui/KnownMark.tsx'
import { Why } from '../ui/Why.tsx'
import { listed } from './Journey.tsx'
import type { SchemeWords } from './scheme-words.ts'

/** Who decides, who works with the person, and how the year after goes. */
export function Parties({ words, ground }: { words: SchemeWords; ground: Ground }) {
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      {(words.running.edition.committees ?? []).map((committee) => (
        <Committee key={committee.committee} committee={committee} words={words} />
      ))}
      <Operators words={words} ground={ground} />
      <Monitoring words={words} />
      <Papers words={words} />
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="text-title">{title}</h2>
      <div className="mt-2 grid max-w-prose gap-3">{children}</div>
    </section>
  )
}

function Committee({ committee, words }: { committee: CommitteeOfEdition; words: SchemeWords }) {
  const { text, titled } = words
  return (
    <Part title={titled(committee.title)}>
      <Why reasons={[words.because('committee', titled(committee.title), committee.source)]}>
        {text('schemes.chair', { chair: titled(committee.chair) })}
        {committee.rhythm && ` · ${titled(committee.rhythm)}`}
      </Why>
      {committee.seats.length > 0 && (
        <p>
          {text('schemes.seats', {
            seats: listed(
              committee.seats.map(({ title }) => titled(title)),
              words,
            ),
          })}
        </p>
      )}
      <p>
        {text('schemes.quorum')}{' '}
        {committee.quorum === 'unknown' ? (
          <>
            <KnownMark of="unknown" /> <span className="text-ink-soft">{text('schemes.quorum-help')}</span>
          </>
        ) : (
          words.number(committee.quorum)
        )}
      </p>
      <p>
        {text('schemes.presence')}{' '}
        {committee.presence === 'unknown' ? <KnownMark of="unknown" /> : text(`schemes.presence-${committee.presence}`)}
      </p>
      <p className="text-ink-soft">
        {text('schemes.outcomes')}{' '}
        {listed(
          committee.outcomes.map((outcome) => text.maybe(`sittings.choice-${outcome}`) ?? outcome),
          words,
        )}
      </p>
    </Part>
  )
}

function Operators({ words, ground }: { words: SchemeWords; ground: Ground }) {
  const { text, titled, running } = words
  const { operators } = running.edition
  if (!operators) return null
  const { number, private: some, public: others } = operators
  const named = (ground.offices.byRole['adviser'] ?? []).map((office) => ground.officeNames[office] ?? office)
  return (
    <Part title={text('schemes.operators')}>
      <Why reasons={[words.because('operators', text('schemes.operators'), operators.source)]}>
        {text('schemes.operator-number', {
          number: words.number(number),
          private: words.number(some),
          public: words.number(others),
        })}
      </Why>
      {named.length > 0 && <p>{text('schemes.operators-now', { names: listed(named, words) })}</p>}
      <Titles title={text('schemes.expertise')} items={operators.expertise.map(({ title }) => titled(title))} />
      <Titles title={text('schemes.criteria')} items={(operators.criteria ?? []).map(({ title }) => titled(title))} />
      <Titles
        title={text('schemes.services')}
        items={(operators.specification?.services ?? []).map(({ title }) => titled(title))}
      />
      {operators.accreditation === 'required' && <p>{text('schemes.accreditation-required')}</p>}
    </Part>
  )
}

function Monitoring({ words }: { words: SchemeWords }) {
  const { text, titled, running } = words
  const { monitoring } = running.edition
  if (!monitoring) return null
  const { renewal, visits, ownVisits, reports } = monitoring
  const length = (months: number): string => lengthText(months, 'months', text.language)
  const months = new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(visits.at.map(String))
  return (
    <Part title={text('schemes.monitoring')}>
      <Why reasons={[words.because('length', text('schemes.monitoring'), monitoring.source)]}>
        {text(`schemes.monitoring-${monitoring.starts}`, { length: length(monitoring.months) })}
      </Why>
      <Why reasons={[words.because('visits', text('schemes.visits-why'), visits.source)]}>
        {text('schemes.visits', { who: text(`role.${visits.by}`), months })}
      </Why>
      {ownVisits && (
        <Why reasons={[words.because('own-visits', text('schemes.visits-why'), ownVisits.source)]}>
          {text('schemes.own-visits', { who: text(`role.${ownVisits.by}`), count: ownVisits.atLeast })}
        </Why>
      )}
      {reports.map((report) => (
        <Why key={report.report} reasons={[words.because(report.report, titled(report.title), report.source)]}>
          {text('schemes.report', { report: titled(report.title), month: report.at })}
        </Why>
      ))}
      {renewal && (
        <Why reasons={[words.because('renewal', text('schemes.renewal-why'), renewal.source)]}>
          {text('schemes.renewal', { length: length(renewal.months), count: renewal.times })}
        </Why>
      )}
    </Part>
  )
}

function Papers({ words }: { words: SchemeWords }) {
  const { text, titled, running } = words
  const { papers, consents, retention } = running.edition
  return (
    <Part title={text('schemes.papers')}>
      <Titles title={text('schemes.papers-kept')} items={papers.map(({ title }) => titled(title))} />
      <Titles title={text('schemes.consents')} items={consents.map(({ title }) => titled(title))} />
      <Why reasons={[words.because('retention', text('schemes.retention'), retention.source)]}>
        {text('schemes.retention')}{' '}
        {retention.years === 'unknown' ? <KnownMark of="unknown" /> : text('schemes.years', { count: retention.years })}
      </Why>
    </Part>
  )
}

function Titles({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null
  return (
    <div>
      <h3 className="text-small font-normal text-ink-soft">{title}</h3>
      <ul className="mt-1 grid gap-1">
        {items.map((item) => (
          <li key={item} className="border-s-2 border-line ps-3">
            <bdi>{item}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
