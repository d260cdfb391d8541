import { Link } from '@tanstack/react-router'
import { Phone } from 'lucide-react'

import { useText } from '../i18n.ts'

/** How many people wait for a call from this seat, with the way to them. Silent when there is nobody. */
export function ToCallBack({ count }: { count: number }) {
  const text = useText()
  if (count === 0) return null
  return (
    <p className="my-2">
      <Link to="/call-backs" className="touch inline-flex items-center gap-3 text-lead">
        <Phone className="size-5 shrink-0 stroke-[1.5]" aria-hidden="true" />
        {text('call-backs.waiting', { count })}
      </Link>
    </p>
  )
}
