import { obligationsOf } from '#domain/case/obligations.ts'
import type { Packet } from '#domain/designation/packet.ts'

import { formatNumber } from '../locale.ts'
import { Day } from '../ui/Day.tsx'
import { KnownMark } from '../ui/KnownMark.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NextBox } from './NextBox.tsx'
import { OnTheWay } from './OnTheWay.tsx'
import { Pairs, Section, Words } from './Section.tsx'
import type { CaseView } from './view.ts'

/** A case that an operator is asked to take on: what it may know to answer well, and what it will see afterwards. */
export function AskedCase({ view, packet }: { view: CaseView; packet: Packet }) {
  const { file, words, circumstances } = view
  const { text } = words
  const state = file.answer.case
  const owed = obligationsOf(state, circumstances.running, circumstances.calendar)
  const due = owed.find(({ kind }) => kind === 'designation-answer')?.dueOn
  const unknown = <KnownMark of="unknown" />
  return (
    <div className="mt-7 grid max-w-3xl gap-6">
      <NextBox view={view} />
      <OnTheWay view={view} />
      <Section title={text('case.packet')}>
        <Pairs
          pairs={[
            { name: text('case.aid'), value: state.aid === null ? unknown : words.aid(state.aid) },
            {
              name: text('case.packet-trade'),
              value: state.idea === null ? unknown : words.sector(state.idea.activity),
            },
            { name: text('case.packet-region'), value: state.region === null ? unknown : words.region(state.region) },
            { name: text('case.packet-since'), value: state.operator && <Day value={state.operator.since} /> },
            due != null && { name: text('case.packet-due'), value: <Day value={due} /> },
            packet.shared && {
              name: text('case.packet-language'),
              value: packet.language === null ? unknown : languageName(text.locale, packet.language),
            },
            packet.shared &&
              packet.household !== null && {
                name: text('case.packet-household'),
                value: formatNumber(packet.household, text.locale),
              },
          ]}
        />
        <p className="mt-5 text-small text-ink-soft">{text('case.packet-reason')}</p>
        <Words of={state.operator?.reason} view={view} />
      </Section>
      <Notice title={text('case.packet-after')}>
        {text(packet.shared ? 'case.packet-after-help' : 'case.packet-not-shared')}
      </Notice>
    </div>
  )
}

function languageName(locale: string, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code
}
