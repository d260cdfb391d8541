import { Link } from '@tanstack/react-router'

import { useText } from '../i18n.ts'
import { buttonClass } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

export function NotHere() {
  const text = useText()
  return (
    <EmptyState
      title={text('shell.not-here')}
      action={
        <Link to="/" className={buttonClass('quiet')}>
          {text('shell.back-home')}
        </Link>
      }
    >
      {text('shell.not-here-help')}
    </EmptyState>
  )
}
