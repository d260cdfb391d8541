import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { FoundPerson, OtherCaseAnswer, PersonAnswer } from '#contract/answers.ts'

import { call, ProblemError } from '../api.ts'
import { schemesQuery } from '../local/case-file.ts'
import { Button } from '../ui/Button.tsx'
import { Day } from '../ui/Day.tsx'
import { allowed } from './acts.ts'
import { bandOf } from './intake/duplicates.ts'
import { ActButtons, Comma, Section } from './Section.tsx'
import type { CaseView } from './view.ts'

/** The person's cases in other schemes, as far as the reader may see them, and who may be the same person. */
export function OtherCases({ view }: { view: CaseView }) {
  const { text } = view.words
  const { others, answer } = view.file
  const { samePerson = [] } = answer.case
  // Links to cases that the reader does not see can be undone all the same.
  const unseen = samePerson.filter((person) => !others.some((other) => other.person === person))
  return (
    <Section title={text('case.other-cases')}>
      {others.length === 0 ? (
        <p className="text-ink-soft">{text('case.other-cases-empty')}</p>
      ) : (
        <ul className="grid gap-4">
          {others.map((other) => (
            <li
              key={other.case}
              className="flex flex-wrap items-center justify-between gap-3 border-s-2 border-river ps-4"
            >
              <OtherCase other={other} view={view} />
              {samePerson.includes(other.person) && (
                <ActButtons acts={[{ command: 'unlink-person', of: other.person }]} view={view} />
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 empty:hidden">
        <ActButtons acts={unseen.map((of) => ({ command: 'unlink-person', of }))} view={view} />
      </div>
      {allowed('link-person', view.attempts) && <Suggestions view={view} />}
    </Section>
  )
}

function OtherCase({ other, view }: { other: OtherCaseAnswer; view: CaseView }) {
  const { text } = view.words
  return (
    <div>
      <Link to="/cases/$case" params={{ case: other.case }} className="font-strong">
        <SchemeTitle of={other.scheme} view={view} />
      </Link>
      <p className="text-small text-ink-soft">
        {text.maybe(`stage.${other.stage}`) ?? other.stage}
        <Comma />
        <bdi>{view.words.office(other.custody)}</bdi>
        <Comma />
        <Day value={other.openedOn} />
      </p>
    </div>
  )
}

function SchemeTitle({ of, view }: { of: string; view: CaseView }) {
  const { data } = useQuery(schemesQuery)
  const title = data?.rows.find((row) => row.scheme === of)?.title
  return <bdi>{title ? view.words.titled(title) : of}</bdi>
}

/** People whom the office knows from other cases and who are alike; somebody has to say that they are the same. */
function Suggestions({ view }: { view: CaseView }) {
  const { text } = view.words
  const alike = useAlike(view)
  if (alike.length === 0) return null
  return (
    <div className="mt-5 rounded bg-sand-soft px-5 py-4" data-print="no">
      <h3>{text('case.perhaps-same')}</h3>
      <ul className="mt-3 grid gap-4">
        {alike.map((found) => (
          <li key={found.person} className="flex flex-wrap items-center justify-between gap-3">
            <div>
              <Link to="/cases/$case" params={{ case: found.case }}>
                <bdi>{found.name}</bdi>
              </Link>
              <p className="text-small text-ink-soft">
                <SchemeTitle of={found.scheme} view={view} />
              </p>
              <p className="text-small text-ink-soft">
                {text('intake.likeness', {
                  band: bandOf(found.score),
                  reasons: new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(
                    found.reasons.map((reason) => text.maybe(`intake.reason-${reason}`) ?? reason),
                  ),
                })}
              </p>
            </div>
            <Button onPress={() => view.begin({ command: 'link-person', of: found.person })}>
              {text('command.link-person.title')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useAlike({ file }: CaseView): readonly FoundPerson[] {
  const principal = file.answer.people.find(({ relation, erased }) => relation === 'principal' && !erased)
  const { data } = useQuery({
    queryKey: ['/api/duplicates', 'of-case', file.id],
    enabled: principal !== undefined && !file.onlyHere,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const asked = principal === undefined ? {} : typed(principal)
      const answer = await call<{ rows: readonly FoundPerson[] }>('POST', '/api/duplicates', asked, signal)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value.rows
    },
  })
  const linked = file.answer.case.samePerson ?? []
  const known = new Set([file.id, ...file.others.map((other) => other.case)])
  // Who is only a little alike is not held up here: a wrong link would refuse an aid.
  const isAlike = ({ score }: FoundPerson) => bandOf(score) !== 'possible'
  return (data ?? []).filter((found) => isAlike(found) && !known.has(found.case) && !linked.includes(found.person))
}

/** A person as intake types one: what is not known is left out. */
function typed(person: PersonAnswer): Record<string, unknown> {
  return Object.fromEntries(Object.entries(person).filter(([name, value]) => name !== 'erased' && value !== null))
}
