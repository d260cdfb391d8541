import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { OfficeAnswer } from '#contract/answers.ts'
import type { Role } from '#domain/role.ts'

import { call, useReading, type Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ComboBox } from '../ui/Select.tsx'

type GivePartsProps = {
  readonly scheme: string
  /** The country that the scheme leads to: its offices are offered first. */
  readonly country: string
  readonly roles: readonly Role[]
  readonly onClose: () => void
}

/** Each part that nobody plays yet, with the office that shall: given together, and the scheme works at once. */
export function GiveParts({ scheme, country, roles, onClose }: GivePartsProps) {
  const text = useText()
  const queries = useQueryClient()
  const offices = useReading<{ rows: readonly OfficeAnswer[] }>('/api/offices').data?.rows ?? []
  const [chosen, setChosen] = useState<Readonly<Partial<Record<Role, string>>>>({})
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const options = offices
    .toSorted((one, other) => Number(other.country === country) - Number(one.country === country))
    .map(({ office, name }) => ({ id: office, title: name }))
  const parts = roles.flatMap((role) => {
    const office = chosen[role]
    return office === undefined ? [] : [{ role, office }]
  })
  const send = async (): Promise<void> => {
    setTried(true)
    if (parts.length === 0 || busy) return
    setBusy(true)
    const answer = await call('PUT', `/api/administration/schemes/${encodeURIComponent(scheme)}/parts`, { parts })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    await queries.invalidateQueries({ predicate: ({ queryKey }) => isTouched(String(queryKey[0])) })
    onClose()
  }
  return (
    <Dialog
      open
      stays
      title={text('schemes.give-parts')}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" busy={busy} onPress={() => void send()}>
            {text('schemes.give')}
          </Button>
          <Button onPress={onClose}>{text('form.cancel')}</Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-ink-soft">{text('schemes.give-help')}</p>
        {roles.map((role) => (
          <ComboBox
            key={role}
            label={text(`role.${role}`)}
            options={options}
            value={chosen[role]}
            onChange={(office) => setChosen({ ...chosen, [role]: office })}
            optional
          />
        ))}
        {tried && parts.length === 0 && (
          <p role="alert" className="text-clay-deep">
            {text('schemes.give-none')}
          </p>
        )}
        {problem && <ProblemNotice problem={problem} small />}
      </div>
    </Dialog>
  )
}

function isTouched(path: string): boolean {
  return path.startsWith('/api/schemes') || path.startsWith('/api/administration') || path === '/api/offices'
}
