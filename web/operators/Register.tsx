import { Link, useNavigate } from '@tanstack/react-router'
import { FilePlus } from 'lucide-react'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'

import type { OperatorRow } from '#contract/operator-answers.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'

import { useReading } from '../api.ts'
import { Panel } from '../case/Panel.tsx'
import { Form } from '../form/Form.tsx'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useOperatorAct } from './act.ts'
import type { OperatorsView } from './OperatorsPage.tsx'
import { ContractUse, StateMark, Warnings } from './signs.tsx'
import { useStandingSources } from './sources.ts'

/** Every organisation that has a standing in the scheme, and those that work in it without one. */
export function Register({ view }: { view: OperatorsView }) {
  const { words, scheme, search, show } = view
  const { text } = words
  const session = useSession()
  const mayRecord = session?.seat.role === 'programme-manager'
  const path = `/api/operators?scheme=${encodeURIComponent(scheme)}`
  const { data, problem, again } = useReading<{ rows: readonly OperatorRow[] }>(path)
  if (data === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  const record = mayRecord && (
    <Button icon={<FilePlus aria-hidden="true" />} onPress={() => show({ scheme, act: 'submit-application' })}>
      {text('operators.record')}
    </Button>
  )
  return (
    <>
      <Table
        caption={text('operators.title')}
        columns={columnsOf(view)}
        rows={data.rows}
        rowKey={({ office }) => office}
        empty={
          <EmptyState title={text('operators.empty')} action={record}>
            {text('operators.empty-help')}
          </EmptyState>
        }
      />
      {data.rows.length > 0 && <div className="mt-4">{record}</div>}
      {mayRecord && search.act === 'submit-application' && <Recording view={view} known={data.rows} />}
    </>
  )
}

function columnsOf({ words, ground }: OperatorsView): readonly Column<OperatorRow>[] {
  const { text } = words
  const { currency } = ground.running.scheme
  return [
    {
      id: 'organisation',
      title: text('operators.organisation'),
      heads: true,
      width: 'wide',
      cell: (row) => (
        <>
          {row.accreditation === null ? (
            <bdi>{words.office(row.office)}</bdi>
          ) : (
            <Link
              to="/operators/$accreditation"
              params={{ accreditation: row.accreditation }}
              className="font-strong text-ink no-underline after:absolute after:inset-0 hover:text-river-deep"
            >
              <bdi>{words.office(row.office)}</bdi>
            </Link>
          )}
          {row.sheet && <Warnings sheet={row.sheet} insuredUntil={row.insuredUntil} />}
          {row.waits && <span className="block text-small text-clay-deep">{text('operators.waits')}</span>}
        </>
      ),
    },
    {
      id: 'state',
      title: text('operators.state'),
      cell: ({ sheet }) => <StateMark state={sheet?.state ?? 'none'} until={sheet?.until ?? null} />,
    },
    {
      id: 'contract',
      title: text('operators.contract'),
      cell: ({ sheet, performance }) => (
        <ContractUse contract={sheet?.contract ?? null} used={performance.committed} currency={currency} />
      ),
    },
    {
      id: 'caseload',
      title: text('operators.caseload'),
      numeric: true,
      cell: ({ sheet, performance: { caseload } }) =>
        sheet?.capacity == null ? (
          <bdi>{new Intl.NumberFormat(text.locale).format(caseload)}</bdi>
        ) : (
          <span className={caseload >= sheet.capacity ? 'text-clay-deep' : undefined}>
            {text('operators.of-capacity', { caseload, capacity: sheet.capacity })}
          </span>
        ),
    },
  ]
}

/** The scheme's office writes down for an organisation what came on paper. */
function Recording({ view, known }: { view: OperatorsView; known: readonly OperatorRow[] }) {
  const { words, scheme, ground, show } = view
  const { text } = words
  const navigate = useNavigate()
  const [stream] = useState(() => uuidv7())
  const sources = useStandingSources(ground.running, stream)
  const { act } = useOperatorAct(ground.running)
  const { scheme: _scheme, call: _call, ...fields } = accreditationCommands['submit-application']!.fields
  const taken = new Set(known.filter(({ accreditation }) => accreditation !== null).map(({ office }) => office))
  const atWork = new Set(ground.offices.byRole['adviser'] ?? [])
  const offices = ground.offices.all
    .filter((office) => !taken.has(office))
    .toSorted((one, other) => Number(atWork.has(other)) - Number(atWork.has(one)))
    .map((office) => ({ id: office, title: words.office(office) }))
  const close = (): void => show({ scheme })
  return (
    <Panel title={text('operators.record')} help={text.maybe('command.submit-application.help')} onClose={close}>
      <Form
        form={`submit-application:${scheme}`}
        command="submit-application"
        fields={{ ...fields, office: { ...fields['office']!, optional: false } }}
        sources={{ ...sources, choices: { ...sources.choices, offices } }}
        onSend={(input) => act('submit-application', stream, { ...input, scheme })}
        onDone={() => void navigate({ to: '/operators/$accreditation', params: { accreditation: stream } })}
        onCancel={close}
      />
    </Panel>
  )
}
