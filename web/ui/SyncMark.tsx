import { ArrowUp, Check, CircleAlert, Smartphone } from 'lucide-react'

import { useText } from '../i18n.ts'
import { join } from './classes.ts'

export const syncStates = ['this-device', 'sending', 'arrived', 'needs-you'] as const
export type SyncState = (typeof syncStates)[number]

const icons = { 'this-device': Smartphone, sending: ArrowUp, arrived: Check, 'needs-you': CircleAlert }
const looks: Readonly<Record<SyncState, string>> = {
  'this-device': 'text-ink-soft border-edge border-dashed',
  sending: 'text-river border-river border-dashed',
  arrived: 'text-leaf border-transparent',
  'needs-you': 'text-clay-deep border-clay',
}

/** Where an item is: only on this device, on its way, arrived, or waiting for its author. Never guessed. */
export function SyncMark({ state, small = false }: { state: SyncState; small?: boolean }) {
  const text = useText()
  const Icon = icons[state]
  const word = text(`ui.sync-${state}`)
  return (
    <span
      title={small ? word : undefined}
      className={join('inline-flex items-center gap-1.5 rounded-full border px-2 py-0.5 text-small', looks[state])}
    >
      <Icon className="size-4 stroke-[1.75]" aria-hidden="true" />
      <span className={small ? 'sr-only' : undefined}>{word}</span>
    </span>
  )
}
