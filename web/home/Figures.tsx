import { stageKinds } from '#domain/scheme/scheme.ts'

import { useReading } from '../api.ts'
import { countsOf, type Counted } from '../cases/filters.ts'
import type { Text } from '../i18n.ts'
import { formatNumber } from '../locale.ts'
import { RoadMark } from '../ui/RoadMark.tsx'

/** For those who work with figures and never with a person's file: how many cases are in which stage of the road. */
export function Figures({ text }: { text: Text }) {
  const { data } = useReading<{ rows: readonly Counted[] }>('/api/counts')
  if (data === undefined) return null
  const { byStage } = countsOf(data.rows, {})
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="text-title">
        {text('home.figures')}
      </h2>
      <dl className="mt-2 max-w-md border-t border-line">
        {stageKinds.map((stage) => (
          <div key={stage} className="flex items-center gap-3 border-b border-line py-2.5">
            <RoadMark state={stage === 'closed' ? 'done' : 'now'} className="size-4" />
            <dt className="flex-1">{text.maybe(`stage.${stage}`) ?? stage}</dt>
            <dd className="figures font-strong">{formatNumber(byStage.get(stage) ?? 0, text.locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
