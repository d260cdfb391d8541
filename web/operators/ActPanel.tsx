import { useMemo } from 'react'

import type { OwnStanding } from '#contract/operator-answers.ts'
import type { Fields } from '#domain/field.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { isOpen } from '#domain/operator-call/call.ts'

import { useReading } from '../api.ts'
import { Panel } from '../case/Panel.tsx'
import { Form } from '../form/Form.tsx'
import type { FormSources } from '../form/sources.ts'
import { useOperatorAct } from './act.ts'
import { useStandingSources } from './sources.ts'
import type { StandingView } from './view.ts'
import type { CallsAnswer } from './Calls.tsx'

export type OwnStandings = { readonly rows: readonly OwnStanding[] }

type ActPanelProps = {
  readonly name: string
  readonly of: string | undefined
  readonly view: StandingView
  readonly onClose: () => void
}

/** The form of one command of a standing. */
export function ActPanel({ name, of, view, onClose }: ActPanelProps) {
  const { text } = view.words
  const { standing } = view.answer
  const { running } = view.ground
  const command = accreditationCommands[name]
  const { act } = useOperatorAct(running)
  const standingSources = useStandingSources(running, standing.accreditation)
  const calls = useReading<CallsAnswer>('/api/operator-calls').data?.rows
  const given = useMemo((): Readonly<Record<string, string>> => (of === undefined ? {} : { conflict: of }), [of])
  if (!command || command.kind !== 'acts') return null
  const sources: FormSources = {
    ...standingSources,
    choices: {
      ...standingSources.choices,
      calls: (calls ?? [])
        .filter(({ call }) => call.scheme === standing.scheme && isOpen(call, view.today))
        .map(({ call, title }) => ({ id: call.call, title })),
    },
  }
  return (
    <Panel
      title={text.maybe(`command.${name}.title`) ?? name}
      help={text.maybe(`command.${name}.help`)}
      onClose={onClose}
    >
      <Form
        form={`${name}:${standing.accreditation}:${of ?? ''}`}
        command={name}
        fields={fieldsAsked(name, command.fields, given)}
        sources={sources}
        initial={startOf(name, view)}
        review={name === 'end-accreditation'}
        onSend={(input) => act(name, standing.accreditation, { ...input, ...given })}
        onDone={onClose}
        onCancel={onClose}
      />
    </Panel>
  )
}

/** Which case a tie is about is said on the case itself; here it is about whoever it may concern. */
function fieldsAsked(name: string, fields: Fields, given: Readonly<Record<string, string>>): Fields {
  const left = name === 'declare-conflict' ? ['case'] : []
  return Object.fromEntries(Object.entries(fields).filter(([each]) => !(each in given) && !left.includes(each)))
}

/** What is known already stands in the form. */
function startOf(name: string, { answer, today }: StandingView): Readonly<Record<string, unknown>> {
  const { application, contract, from, until } = answer.standing
  switch (name) {
    case 'update-sheet': {
      const { languages, regions, sectors, staff, capacity, insuredUntil } = application ?? {}
      return known({ languages, regions, sectors, staff, capacity, insuredUntil })
    }
    case 'apply-again': {
      const { type, lots, experience, staff, languages, regions, sectors, insuredUntil, capacity } = application ?? {}
      return known({ type, lots, experience, staff, languages, regions, sectors, insuredUntil, capacity })
    }
    case 'sign-contract':
      return known({ from: from !== null && from > today ? from : today, until })
    case 'amend-contract':
      return known({ ceiling: contract?.ceiling, cases: contract?.cases, until: contract?.until })
    default:
      return {}
  }
}

function known(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))
}
