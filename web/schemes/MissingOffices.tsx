import { useState } from 'react'

import type { OfficeDirectory } from '#domain/command.ts'
import { schemeKeepers } from '#domain/draft/decide.ts'
import { allSteps, rolesIn } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { GiveParts } from './GiveParts.tsx'

type MissingOfficesProps = { readonly running: RunningEdition; readonly offices: OfficeDirectory }

/** Says to those who look after schemes which parts no office plays yet; who administers gives them here. */
export function MissingOffices({ running: { scheme, edition }, offices }: MissingOfficesProps) {
  const text = useText()
  const [giving, setGiving] = useState(false)
  const role = useSession()?.seat.role ?? 'system'
  const missing = rolesIn(edition).filter((each) => !offices.byRole[each]?.length)
  if (missing.length === 0 || !schemeKeepers.includes(role)) return null
  const first = allSteps(edition).find(({ step }) => step.kind === 'registration')?.step.by
  const isClosed = first !== undefined && missing.includes(first)
  const names = missing.map((each) => text(`role.${each}`))
  return (
    <Notice
      kind="late"
      title={text(isClosed ? 'schemes.no-registration' : 'schemes.parts-missing')}
      action={
        role === 'administrator' && (
          <Button kind="main" onPress={() => setGiving(true)}>
            {text('schemes.give-parts')}
          </Button>
        )
      }
    >
      <p>{text('schemes.nobody-plays', { roles: new Intl.ListFormat(text.locale).format(names) })}</p>
      {role !== 'administrator' && <p>{text('schemes.ask-administration')}</p>}
      {giving && (
        <GiveParts scheme={scheme.scheme} country={scheme.country} roles={missing} onClose={() => setGiving(false)} />
      )}
    </Notice>
  )
}
