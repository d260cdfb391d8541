import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import type { Fields } from '#domain/field.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'

import { reading } from '../api.ts'
import type { ListWords } from '../cases/list-words.ts'
import { Panel } from '../case/Panel.tsx'
import { Form } from '../form/Form.tsx'
import { schemesQuery } from '../local/case-file.ts'
import { useToday } from '../local/clock.ts'
import { useGround } from '../local/edition.ts'
import { newSitting, submitToSitting } from '../local/sitting-file.ts'
import { formatDay } from '../locale.ts'
import { useSession } from '../session.ts'
import { Choice } from '../ui/Choice.tsx'
import { Waiting } from '../ui/Progress.tsx'

type Members = {
  readonly rows: readonly { readonly account: string; readonly name: string; readonly role: string }[]
  /** The schemes for which this office meets. */
  readonly schemes: readonly string[]
}

/** Who can sit at the office’s committees, and for which schemes it meets. */
export const membersQuery = { ...reading<Members>('/api/committee-members'), staleTime: 60_000 }

/** Calls a meeting: of which scheme, when, where, who sits. Every member is invited unless the secretary says otherwise. */
export function PlanSitting({ words }: { words: ListWords }) {
  const { text } = words
  const navigate = useNavigate()
  const today = useToday()
  const session = useSession()
  const committee = useQuery(membersQuery).data
  const members = committee?.rows
  const schemes = useQuery(schemesQuery).data?.rows.filter(
    ({ current, scheme }) => current && committee?.schemes.includes(scheme),
  )
  const [chosen, setChosen] = useState<string | undefined>()
  const scheme = schemes?.find((each) => each.scheme === chosen) ?? (schemes?.length === 1 ? schemes[0] : undefined)
  const ground = useGround(scheme?.scheme ?? '', scheme?.edition ?? '')
  const [made, setMade] = useState(0)
  const command = sittingCommands['plan-sitting']
  const committees = ground?.running.edition.committees ?? []
  const file = useMemo(
    () =>
      ground && session && made >= 0
        ? newSitting(ground, { user: session.user.id, role: session.seat.role, office: session.seat.office.id })
        : undefined,
    [ground, session, made],
  )
  const close = (): void => void navigate({ to: '/sittings', search: {}, replace: true })
  const isChoosing = schemes !== undefined && schemes.length > 1
  return (
    <Panel title={text('sittings.plan')} onClose={close}>
      {schemes === undefined || members === undefined || !command ? (
        <Waiting />
      ) : (
        <div className="grid gap-8">
          {isChoosing && (
            <Choice
              label={text.maybe('field.plan-sitting.scheme') ?? text('sittings.scheme')}
              options={schemes.map((each) => ({ id: each.scheme, title: words.scheme(each.scheme) }))}
              value={scheme?.scheme}
              onChange={setChosen}
            />
          )}
          {file && scheme && (
            <Form
              form={`plan-sitting:${scheme.scheme}`}
              command="plan-sitting"
              fields={fieldsAsked(command.fields, committees.length > 1)}
              sources={{
                choices: {
                  'committee-members': members.map((each) => memberOption(each, words)),
                  committees: committees.map((each) => ({ id: each.committee, title: each.title[text.language] })),
                },
              }}
              initial={{ members: members.map(({ account }) => account) }}
              today={today}
              onSend={async (input) => {
                const about = text('sittings.about', { date: formatDay(String(input['on']), text.locale) })
                const outcome = await submitToSitting(file, 'plan-sitting', { ...input, scheme: scheme.scheme }, about)
                if (!outcome.refused) return undefined
                setMade(made + 1)
                return { ...outcome, status: 409 }
              }}
              onDone={() => void navigate({ to: '/sittings/$sitting', params: { sitting: file.id }, replace: true })}
              onCancel={close}
            />
          )}
        </div>
      )}
    </Panel>
  )
}

/** The scheme is asked before; which of its committees meets, only where it has several, and then it must be said. */
function fieldsAsked(fields: Fields, severalCommittees: boolean): Fields {
  const { scheme: _, committee, ...others } = fields
  return severalCommittees && committee ? { committee: { ...committee, optional: false }, ...others } : others
}

/** A member as an option: the name, and the part they have in the committee. */
export function memberOption(member: Members['rows'][number], { text }: Pick<ListWords, 'text'>) {
  return { id: member.account, title: member.name, help: text.maybe(`role.${member.role}`) ?? member.role }
}
