import type { BeneficiaryAnswer } from '#contract/answers.ts'
import { attendanceOf, trainedIn } from '#domain/case/group.ts'

import { Day } from '../ui/Day.tsx'
import { Comma, Pairs, Section, Words } from './Section.tsx'
import type { CaseView } from './view.ts'

/** The organisation or group that the case is about. */
export function BeneficiaryPart({ of, view }: { of: BeneficiaryAnswer; view: CaseView }) {
  const { text } = view.words
  const { kind, name, registration, place, phone, email, erased } = of
  return (
    <Section title={text(`case.${kind}`)}>
      {erased ? (
        <p className="text-ink-soft">{text('case.erased-person')}</p>
      ) : (
        <>
          <h3 className="mb-2">
            <bdi>{name}</bdi>
          </h3>
          <Pairs
            pairs={[
              registration !== null && { name: text('form.registration'), value: <bdi>{registration}</bdi> },
              place !== null && { name: text('form.place'), value: <bdi>{place}</bdi> },
              phone !== null && { name: text('form.phone'), value: <Reached by="tel" at={phone} /> },
              email !== null && { name: text('form.email'), value: <Reached by="mailto" at={email} /> },
            ]}
          />
        </>
      )}
    </Section>
  )
}

/** A phone number or an address that can be pressed. */
export function Reached({ by, at }: { by: 'tel' | 'mailto'; at: string }) {
  return (
    <a href={`${by}:${at}`} dir="ltr">
      {at}
    </a>
  )
}

/** Who takes part in a group, how often each was there, and who completed it. */
export function Participants({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const state = file.answer.case
  const attendance = attendanceOf(state)
  const trained = trainedIn(state)
  return (
    <Section
      title={text('case.participants')}
      view={view}
      acts={[{ command: 'enrol-participants' }, { command: 'record-completion' }]}
    >
      {state.completion && (
        <p className="mb-3">{text('case.trained', { count: trained.length, of: state.members.length })}</p>
      )}
      {state.members.length === 0 ? (
        <p className="text-ink-soft">{text('case.participants-empty')}</p>
      ) : (
        <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          {state.members.map(({ person }) => (
            <li key={person}>
              <bdi>{words.person(person)}</bdi>
              <span className="block text-small text-ink-soft">
                {text('case.sessions-attended', { count: attendance.get(person) ?? 0, of: state.sessions.length })}
                {trained.includes(person) && (
                  <>
                    <Comma />
                    {text('case.completed')}
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The meetings of a group, the last one first. */
export function Sessions({ view }: { view: CaseView }) {
  const { words, begin, attempts } = view
  const { text } = words
  const mayCorrect = attempts.get('record-session') === undefined
  const { sessions, members } = view.file.answer.case
  return (
    <Section title={text('case.sessions')} view={view} acts={[{ command: 'record-session' }]}>
      {sessions.length === 0 ? (
        <p className="text-ink-soft">{text('case.sessions-empty')}</p>
      ) : (
        <ul className="grid gap-3">
          {sessions.toReversed().map(({ session, on, title, present }) => (
            <li key={session}>
              <Words of={title} view={view} />
              <p className="text-small text-ink-soft">
                <Day value={on} />
                <Comma />
                {text('case.present', { count: present.length, of: members.length })}
                {mayCorrect && (
                  <button
                    type="button"
                    onClick={() => begin({ command: 'record-session', of: session })}
                    className="ms-3 rounded px-1 text-river underline underline-offset-4"
                    aria-label={text('case.pair', { name: text('form.change'), value: words.words(title) ?? '' })}
                    data-print="no"
                  >
                    {text('form.change')}
                  </button>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
