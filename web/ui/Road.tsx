import type { RoadState } from '#domain/case/road.ts'

import { useText } from '../i18n.ts'
import { Day } from './Day.tsx'
import { RoadMark } from './RoadMark.tsx'

export type RoadStage = {
  readonly id: string
  readonly title: string
  readonly state: RoadState
  /** Plain date of what the stage waits for or when it was done. */
  readonly date?: string | undefined
  /** Who owes the next step, as a name or a role in words. */
  readonly owes?: string | undefined
}

type RoadProps = {
  readonly stages: readonly RoadStage[]
  /** `strip` in lists, `wide` on the case (it stands up by itself when there is no room), `vertical` on the phone. */
  readonly form?: 'strip' | 'wide' | 'vertical'
  readonly label?: string
}

/**
 * The road of a case: one line of stages from departure to settled life, drawn the same everywhere. In Arabic it runs
 * from right to left, because it is made of logical directions only.
 */
export function Road({ stages, form = 'wide', label }: RoadProps) {
  const text = useText()
  if (form === 'strip') return <Strip stages={stages} label={label} />
  return (
    <div className="road-room">
      <ol className={form === 'wide' ? 'road road-wide' : 'road'} aria-label={label ?? text('ui.road')}>
        {stages.map((stage, index) => (
          <li key={stage.id} data-line={lineAfter(stages, index)} aria-current={isHere(stage) ? 'step' : undefined}>
            <RoadMark state={stage.state} className="road-mark" />
            <div className="road-words">
              <p className={isHere(stage) ? 'font-strong' : quiet(stage.state)}>{stage.title}</p>
              <p className={stage.state === 'late' ? 'text-small text-clay-deep' : 'text-small text-ink-soft'}>
                <StageNote stage={stage} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

function StageNote({ stage }: { stage: RoadStage }) {
  const text = useText()
  // A stage that is done or ahead says so by its date or its place; its state is spoken for those who do not see it.
  const plain = stage.state === 'done' || stage.state === 'ahead'
  return (
    <>
      <span className={plain ? 'sr-only' : undefined}>{text(`ui.road-${stage.state}`)}</span>
      {stage.date !== undefined && (
        <span className="block">
          <Day value={stage.date} form="short" />
        </span>
      )}
      {stage.owes !== undefined && <span className="block">{text('ui.road-owes', { who: stage.owes })}</span>}
    </>
  )
}

function Strip({ stages, label }: { stages: readonly RoadStage[]; label: string | undefined }) {
  const text = useText()
  const at = hereIndex(stages)
  const here = stages[at]
  const words = here
    ? text('ui.road-strip', {
        stage: here.title,
        state: text(`ui.road-${here.state}`),
        number: at + 1,
        of: stages.length,
      })
    : text('ui.road')
  return (
    <span
      role="img"
      aria-label={label === undefined ? words : `${label}: ${words}`}
      title={words}
      className="road-strip"
    >
      {stages.map((stage, index) => (
        <span key={stage.id} data-line={lineAfter(stages, index)} className="road-strip-stage">
          <RoadMark state={stage.state} className="road-strip-mark" />
        </span>
      ))}
    </span>
  )
}

/** Where the case stands: the first stage that is late, then ours, waiting or unknown; else the last one done. */
export function hereIndex(stages: readonly RoadStage[]): number {
  for (const state of ['late', 'now', 'waiting', 'unknown'] as const) {
    const at = stages.findIndex((stage) => stage.state === state)
    if (at >= 0) return at
  }
  return Math.max(
    0,
    stages.findLastIndex((stage) => stage.state === 'done'),
  )
}

/** How the road looks between a stage and the next one: it takes the nature of where it leads. */
function lineAfter(stages: readonly RoadStage[], index: number): RoadState | 'end' {
  const next = stages[index + 1]
  if (!next) return 'end'
  if (next.state === 'done' || next.state === 'now' || next.state === 'late') return 'done'
  return next.state
}

function isHere(stage: RoadStage): boolean {
  return stage.state === 'now' || stage.state === 'late' || stage.state === 'waiting'
}

function quiet(state: RoadState): string {
  return state === 'skipped' || state === 'ahead' || state === 'unknown' ? 'text-ink-soft' : ''
}
