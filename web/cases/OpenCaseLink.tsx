import { Link, useNavigate } from '@tanstack/react-router'
import { FolderPlus } from 'lucide-react'
import { useMemo } from 'react'

import { registerCase } from '#domain/case/commands/register-case.ts'

import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'
import { useOffers } from '../shell/offers.tsx'
import { buttonClass } from '../ui/Button.tsx'

/** The way to a new file, for the roles that open one; the palette knows it too. */
export function OpenCaseLink() {
  const text = useText()
  const role = useSession()?.seat.role
  const navigate = useNavigate()
  const isAllowed = role !== undefined && registerCase.roles.includes(role)
  useOffers(
    useMemo(() => {
      const run = (): void => void navigate({ to: '/cases/new' })
      return isAllowed ? [{ id: 'open-case', title: text('list.open-case'), run }] : []
    }, [isAllowed, navigate, text]),
  )
  if (!isAllowed) return null
  return (
    <Link to="/cases/new" className={buttonClass('main')} data-print="no">
      <FolderPlus aria-hidden="true" />
      {text('list.open-case')}
    </Link>
  )
}
