import type { RoadState } from '#domain/case/road.ts'

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
  const ring = { cx: 10, cy: 10, fill: 'none', stroke: 'currentColor' }
  switch (state) {
    case 'done':
      return (
        <>
          <circle cx="10" cy="10" r="8" fill="currentColor" />
          <path
            d="m6.4 10.2 2.5 2.5 4.8-5.2"
            fill="none"
            stroke="var(--ground)"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )
    case 'now':
      return <circle {...ring} r="6.75" strokeWidth="4" />
    case 'late':
      // A ring with a notch, around a full point: the moment has passed.
      return (
        <>
          <path d="M10.6 3.3a6.75 6.75 0 1 0 6.1 6.1" fill="none" stroke="currentColor" strokeWidth="3.4" />
          <path d="m13.2 6.8 5-5" stroke="currentColor" strokeWidth="2.6" />
          <circle cx="10" cy="10" r="2.6" fill="currentColor" />
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
