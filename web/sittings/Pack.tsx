import { Link } from '@tanstack/react-router'
import { FileText } from 'lucide-react'

import { fileNumber } from '#domain/case/file-number.ts'
import { ceilingOf } from '#domain/case/money-of-case.ts'
import { requestedIn } from '#domain/case/state.ts'

import { Budget } from '../case/Budget.tsx'
import { BudgetLeft, budgetFor, useBudgets } from '../case/BudgetLeft.tsx'
import { Pairs, Section, Words } from '../case/Section.tsx'
import type { CaseView } from '../case/view.ts'
import { nameIn } from '../local/act.ts'
import { formatDay } from '../locale.ts'
import { Amount } from '../ui/Amount.tsx'
import { Day } from '../ui/Day.tsx'
import { KnownMark } from '../ui/KnownMark.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { SittingView } from './view.ts'

type PackProps = { readonly view: SittingView; readonly pack: CaseView }

/** What the committee needs to decide on a file: what is asked for, what for, whether it can live, what it costs. */
export function Pack({ view, pack }: PackProps) {
  const { text } = view.words
  const { file, words } = pack
  const state = file.answer.case
  const { scheme } = file.ground.running
  return (
    <div className="grid content-start gap-7">
      <div>
        <h2 className="text-title [overflow-wrap:anywhere]">
          <bdi>{nameIn(file.answer)}</bdi>
        </h2>
        <p className="flex flex-wrap gap-x-4 text-ink-soft">
          <span>{state.aid !== null && words.aid(state.aid)}</span>
          <span className="text-small">
            {text('case.number', { number: fileNumber(file.id, state.registeredOn, scheme.country) })}
          </span>
          <Link to="/cases/$case" params={{ case: file.id }} data-print="no">
            {text('sittings.whole-file')}
          </Link>
        </p>
      </div>
      <Frozen view={view} of={file.id} />
      {state.appeal && (
        <Notice title={text('sittings.contested', { date: formatDay(state.appeal.against, text.locale) })}>
          <Words of={state.appeal.text} view={pack} />
        </Notice>
      )}
      <Money pack={pack} view={view} />
      {state.idea && (
        <Section title={text('sittings.project')}>
          <p className="font-strong">{words.sector(state.idea.activity)}</p>
          <Words of={state.idea.text} view={pack} />
        </Section>
      )}
      {state.plan && (
        <Section title={text('sittings.business-plan')}>
          <Words of={state.plan.text} view={pack} />
          {state.plan.document !== null && (
            <p className="mt-2">
              <a href={`/api/documents/${state.plan.document}`} target="_blank" rel="noreferrer">
                {text('sittings.plan-paper')}
              </a>
            </p>
          )}
        </Section>
      )}
      {state.feasibility && (
        <Section title={text('sittings.study')}>
          <Budget study={state.feasibility} view={pack} />
        </Section>
      )}
      <Earlier pack={pack} view={view} />
    </div>
  )
}

/** The pack as it was frozen, and whether the file went on since. */
function Frozen({ view, of }: { view: SittingView; of: string }) {
  const { text } = view.words
  const frozen = view.file.answer.files.find((each) => each.case === of)?.pack
  if (!frozen) return null
  return (
    <div className="grid gap-2">
      <a
        href={`/api/sittings/${view.file.id}/packs/${of}`}
        target="_blank"
        rel="noreferrer"
        className="touch inline-flex items-center gap-2"
      >
        <FileText className="size-5 shrink-0 stroke-[1.5]" aria-hidden="true" />
        {text('sittings.pack-pdf', { pages: frozen.pages })}
      </a>
      {frozen.isChanged && <Notice kind="late">{text('sittings.pack-changed')}</Notice>}
    </div>
  )
}

/** The amounts a decision turns on, and who comes along. */
function Money({ pack, view }: PackProps) {
  const { text } = view.words
  const { file, words } = pack
  const state = file.answer.case
  const { running } = file.ground
  const { currency } = running.scheme
  const requested = requestedIn(state)
  const ceiling = ceilingOf(state, running)
  const budget = budgetFor(useBudgets(running.scheme.scheme), state.aid)
  return (
    <Pairs
      pairs={[
        {
          name: text('sittings.requested'),
          value:
            requested === null ? (
              <KnownMark of="not-asked" />
            ) : (
              <Amount value={{ amount: requested, currency }} strong />
            ),
        },
        {
          name: text('sittings.ceiling'),
          value: ceiling ? <Amount value={{ amount: ceiling.amount, currency }} /> : <KnownMark of="unknown" />,
        },
        budget && { name: text('ui.budget-left'), value: <BudgetLeft budget={budget} /> },
        state.operator !== null && { name: text('sittings.operator'), value: words.office(state.operator.office) },
        state.region !== null && { name: text('sittings.region'), value: words.region(state.region) },
        { name: text('sittings.household'), value: text('sittings.people', { count: state.members.length }) },
      ]}
    />
  )
}

/** What was decided on this file before, in other meetings. */
function Earlier({ pack, view }: PackProps) {
  const { text } = view.words
  const { file } = pack
  const { currency } = file.ground.running.scheme
  const earlier = file.answer.case.decisions.filter(({ sitting }) => sitting !== view.file.id)
  if (earlier.length === 0) return null
  return (
    <Section title={text('sittings.earlier')}>
      <ul className="grid gap-3">
        {earlier.map((decision) => (
          <li key={`${decision.sitting} ${decision.on}`}>
            <Day value={decision.on} />: {text.maybe(`sittings.outcome-${decision.outcome}`) ?? decision.outcome}{' '}
            {decision.amount !== null && <Amount value={{ amount: decision.amount, currency }} />}
            <Words of={decision.text} view={pack} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
