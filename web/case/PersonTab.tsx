import type { PersonAnswer } from '#contract/answers.ts'
import { estimated, known } from '#domain/answer.ts'
import { factsOf } from '#domain/case/facts-of-case.ts'

import { nameOf } from '../local/act.ts'
import { Day, Moment } from '../ui/Day.tsx'
import { Known, KnownMark } from '../ui/KnownMark.tsx'
import { Answers } from './Answers.tsx'
import { BeneficiaryPart, Participants, Reached, Sessions } from './BeneficiaryPart.tsx'
import { Aids, Eligibility } from './Eligibility.tsx'
import { OfficeHours } from './OfficeHours.tsx'
import { OtherCases } from './OtherCases.tsx'
import { Colon, Comma, Pairs, Section, Words } from './Section.tsx'
import type { CaseView } from './view.ts'

/** Who the case is about, who comes along, what was agreed to, what is known, and what the rules say of it. */
export function PersonTab({ view }: { view: CaseView }) {
  const { beneficiary } = view.file.answer
  return (
    <div className="grid gap-8">
      {beneficiary && <BeneficiaryPart of={beneficiary} view={view} />}
      {beneficiary?.kind === 'group' ? (
        <>
          <Participants view={view} />
          <Sessions view={view} />
        </>
      ) : (
        <>
          {beneficiary ? <Contacts view={view} /> : <Family view={view} />}
          <Rules view={view} />
          {!beneficiary && !view.file.onlyHere && <OtherCases view={view} />}
          <Assessments view={view} />
          <Consents view={view} />
        </>
      )}
      <Appointments view={view} />
    </div>
  )
}

function Contacts({ view }: { view: CaseView }) {
  const { people } = view.file.answer
  return (
    <Section title={view.words.text('case.contacts')} view={view} acts={[{ command: 'add-member' }]}>
      <People people={people} view={view} />
    </Section>
  )
}

function Family({ view }: { view: CaseView }) {
  const { file, words } = view
  const { text } = words
  const principal = file.answer.people.filter(({ relation }) => relation === 'principal')
  const family = file.answer.people.filter(({ relation }) => relation !== 'principal')
  return (
    <>
      <Section title={text('case.person')}>
        {principal.map((person) => (
          <Person key={person.person} person={person} view={view} />
        ))}
      </Section>
      <Section title={text('case.family')} view={view} acts={[{ command: 'add-member' }]}>
        {family.length === 0 ? (
          <p className="text-ink-soft">{text('case.family-empty')}</p>
        ) : (
          <People people={family} view={view} />
        )}
      </Section>
    </>
  )
}

function People({ people, view }: { people: readonly PersonAnswer[]; view: CaseView }) {
  return (
    <ul className="grid gap-6">
      {people.map((person) => (
        <li key={person.person}>
          <Person person={person} view={view} />
        </li>
      ))}
    </ul>
  )
}

/** What the rules say of the answers, and the answers. */
function Rules({ view }: { view: CaseView }) {
  const { file, words, circumstances, begin } = view
  const { text } = words
  const { running } = circumstances
  const state = file.answer.case
  const facts = factsOf(state, running)
  return (
    <>
      <Section title={text('case.eligibility')} view={view} acts={[{ command: 'give-verdict' }]}>
        <div className="grid gap-6">
          {state.verdict && (
            <p className="text-ink-soft">
              {text(`case.stated-${state.verdict.result}`)} <Day value={state.verdict.on} />
            </p>
          )}
          <Eligibility
            running={running}
            facts={facts}
            onMissing={view.attempts.get('record-facts') ? undefined : () => begin({ command: 'record-facts' })}
          />
          <Aids running={running} state={state} />
        </div>
      </Section>
      <Section title={text('case.answers')} view={view} acts={[{ command: 'record-facts' }]}>
        <Answers facts={facts} view={view} />
      </Section>
    </>
  )
}

function Person({ person, view }: { person: PersonAnswer; view: CaseView }) {
  const { text } = view.words
  const name = nameOf(person)
  const written = `${person.givenName} ${person.familyName}`.trim()
  const isContact = person.relation === 'contact'
  if (person.erased) return <p className="text-ink-soft">{text('case.erased-person')}</p>
  // What was never recorded counts as not asked.
  const birth =
    person.birth === null ? undefined : person.birthEstimated ? estimated(person.birth) : known(person.birth)
  return (
    <>
      <h3 className="mb-2">
        <bdi>{name}</bdi>
        {person.relation !== 'principal' && !isContact && (
          <span className="font-normal text-ink-soft"> {text.maybe(`form.relation-${person.relation}`)}</span>
        )}
      </h3>
      <Pairs
        pairs={[
          name !== written && { name: text('case.written-name'), value: <bdi>{written}</bdi> },
          !isContact && { name: text('form.birth'), value: <Known answer={birth} show={dayOf} /> },
          !isContact && { name: text('form.sex'), value: <Sex of={person.sex} view={view} /> },
          person.nationality !== null && {
            name: text('form.nationality'),
            value: displayName(text.locale, 'region', person.nationality),
          },
          person.phone !== null && {
            name: text('form.phone'),
            value: <Reached by="tel" at={person.phone} />,
          },
          person.email !== null && {
            name: text('form.email'),
            value: <Reached by="mailto" at={person.email} />,
          },
          person.language !== null && {
            name: text('form.language'),
            value: displayName(text.locale, 'language', person.language),
          },
        ]}
      />
    </>
  )
}

function Sex({ of, view }: { of: string | null; view: CaseView }) {
  if (of === null || of === 'unknown' || of === 'refused') {
    return <KnownMark of={of === 'refused' ? 'refused' : of === 'unknown' ? 'unknown' : 'not-asked'} />
  }
  return view.words.text.maybe(`form.sex-${of}`) ?? of
}

function dayOf(value: string) {
  return <Day value={value} />
}

function displayName(locale: string, type: 'region' | 'language', code: string): string {
  return new Intl.DisplayNames(locale, { type }).of(code) ?? code
}

function Assessments({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const { assessments } = file.answer.case
  const { instruments } = file.ground.running.edition
  return (
    <Section title={text('case.assessments')}>
      {assessments.length === 0 ? (
        <p className="text-ink-soft">{text('case.assessments-empty')}</p>
      ) : (
        <ul className="grid gap-3">
          {assessments.map(({ step, on, instrument, band, answers }, index) => {
            const described = instruments.find((each) => each.instrument === instrument)
            const level = described?.bands.find((each) => each.band === band)?.title
            return (
              <li key={`${step} ${on} ${String(index)}`}>
                <p>
                  {words.instrument(instrument)}
                  <Comma />
                  <Day value={on} />
                  <Colon />
                  <span className="font-strong">{level ? words.titled(level) : text('case.no-score')}</span>
                </p>
                <p className="text-small text-ink-soft">
                  {text('case.answered', {
                    done: Object.keys(answers).length,
                    of: described?.questions.length ?? Object.keys(answers).length,
                  })}
                </p>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

function Consents({ view }: { view: CaseView }) {
  const { words, file, circumstances, begin } = view
  const { text } = words
  const { consents } = file.answer.case
  const mayChange = view.attempts.get('record-consent') === undefined
  return (
    <Section title={text(file.answer.beneficiary ? 'case.consents-organisation' : 'case.consents')}>
      <ul className="grid gap-2">
        {circumstances.running.edition.consents.map(({ purpose, title }) => {
          const answer = consents[purpose]
          return (
            <li key={purpose} className="flex flex-wrap items-baseline gap-x-4">
              <span className="min-w-0 flex-1 basis-72">{words.titled(title)}</span>
              <span className={answer?.given ? '' : 'text-ink-soft'}>
                {answer ? (
                  <>
                    {text(answer.given ? 'case.consent-given' : 'case.consent-refused')}{' '}
                    <Day value={answer.on} form="short" />
                  </>
                ) : (
                  <KnownMark of="not-asked" />
                )}
              </span>
              {mayChange && (
                <button
                  type="button"
                  onClick={() => begin({ command: 'record-consent', of: purpose })}
                  className="rounded px-1 text-river underline underline-offset-4"
                  aria-label={text('case.pair', { name: text('form.change'), value: words.titled(title) })}
                  data-print="no"
                >
                  {text('form.change')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Appointments({ view }: { view: CaseView }) {
  const { words, file, circumstances } = view
  const { text } = words
  const { appointments } = file.answer.case
  return (
    <Section title={text('case.appointments')} view={view} acts={[{ command: 'plan-appointment' }]}>
      {appointments.length === 0 ? (
        <p className="text-ink-soft">{text('case.appointments-empty')}</p>
      ) : (
        <ul className="grid gap-3">
          {appointments
            .toSorted((one, other) => (one.at > other.at ? -1 : 1))
            .map(({ appointment, at, place, with: partner }) => (
              <li key={appointment}>
                <p>
                  <Moment value={at} form="weekday" />
                </p>
                <OfficeHours at={at} calendar={circumstances.calendar} />
                <p className="text-ink-soft">{text.maybe(`field.plan-appointment.with.option.${partner}`)}</p>
                <Words of={place} view={view} />
                {!file.onlyHere && (
                  <a href={`/api/cases/${file.id}/appointments/${appointment}`} data-print="no">
                    {text('case.appointment-file')}
                  </a>
                )}
              </li>
            ))}
        </ul>
      )}
    </Section>
  )
}
