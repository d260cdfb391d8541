import { Link } from '@tanstack/react-router'

import type { OfficeDirectory } from '#domain/command.ts'
import { schemeKeepers } from '#domain/draft/decide.ts'
import { allSteps, rolesIn } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'
import { buttonClass } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

type MissingOfficesProps = { readonly running: RunningEdition; readonly offices: OfficeDirectory }

/** Says to those who look after schemes which parts no office plays yet, and where offices are given them. */
export function MissingOffices({ running: { edition }, offices }: MissingOfficesProps) {
  const text = useText()
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
          <Link to="/administration" search={{ tab: 'offices' }} className={buttonClass('plain')}>
            {text('schemes.give-parts')}
          </Link>
        )
      }
    >
      <p>{text('schemes.nobody-plays', { roles: new Intl.ListFormat(text.locale).format(names) })}</p>
      {role !== 'administrator' && <p>{text('schemes.ask-administration')}</p>}
    </Notice>
  )
}
