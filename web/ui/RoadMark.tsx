export const roadStates = ['done', 'now', 'late', 'waiting', 'skipped', 'unknown', 'ahead'] as const

/**
 * done: behind us. now: the next step is ours. late: it was due. waiting: someone else owes it. skipped: not for this
 * case. unknown: nobody has said. ahead: not reached.
 */
export type RoadState = (typeof roadStates)[number]

const inks: Readonly<Record<RoadState, string>> = {
  done: 'text-river',
  now: 'text-river',
  late: 'text-clay',
  waiting: 'text-river',
  skipped: 'text-edge',
  unknown: 'text-edge',
  ahead: 'text-edge',
}

/** The mark of one stage. Each state has its own shape; the colour only repeats what the shape says. */
export function RoadMark({ state, className = 'size-5' }: { state: RoadState; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={`shrink-0 ${inks[state]} ${className}`} aria-hidden="true" focusable="false">
      <Shape state={state} />
    </svg>
  )
}

function Shape({ state }: { state: RoadState }) {
  const ring = { cx: 10, cy: 10, fill: 'var(--ground)', stroke: 'currentColor' }
  switch (state) {
    case 'done':
      return (
        <>
          <circle cx="10" cy="10" r="8" fill="currentColor" />
          <path d="m6.4 10.2 2.5 2.5 4.8-5.2" fill="none" stroke="var(--ground)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
        </>
      )
    case 'now':
      return <circle {...ring} r="6.75" strokeWidth="4" />
    case 'late':
      // A ring with a notch, and the hand that has passed it.
      return (
        <>
          <circle cx="10" cy="10" r="9" fill="var(--ground)" />
          <path d="M13.4 4.1A6.75 6.75 0 1 1 6.6 4.1" fill="none" stroke="currentColor" strokeWidth="3.5" />
          <path d="M10 1v9l3.4 2.2" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
        </>
      )
    case 'waiting':
      return <circle {...ring} r="7.25" strokeWidth="2.75" strokeDasharray="4.1 3.49" strokeDashoffset="2" />
    case 'skipped':
      return (
        <>
          <circle {...ring} r="5.5" strokeWidth="1" />
          <path d="M6.5 10h7" stroke="currentColor" strokeWidth="1" />
        </>
      )
    case 'unknown':
      return <circle {...ring} r="7" strokeWidth="2.4" strokeLinecap="round" strokeDasharray="0.1 4.3" />
    case 'ahead':
      return <circle {...ring} r="5" strokeWidth="1.75" />
  }
}
