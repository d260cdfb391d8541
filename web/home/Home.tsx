import { createLazyRoute } from '@tanstack/react-router'

import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'

export const homePage = createLazyRoute('/signed-in/')({ component: Home })

function Home() {
  const text = useText()
  const session = useSession()
  if (!session) return null
  const { role, office } = session.seat
  return (
    <>
      <h1 className="text-head">{text('shell.welcome', { name: session.user.name })}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">
        {text('shell.welcome-seat', { role: text(`role.${role}`), office: office.name })}
      </p>
    </>
  )
}
