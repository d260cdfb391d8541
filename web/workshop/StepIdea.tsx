import { useText } from '../i18n.ts'
import { formatDay } from '../locale.ts'
import { useBench } from './bench.ts'
import { SelectCell } from './Cells.tsx'
import { monthsFrom } from './months.ts'
import { Texts } from './Texts.tsx'
import { useShop } from './shop.ts'
import { wordsOfStep } from './steps.ts'

/** What the person wants to do and why, what they can do, where and from when. */
export function StepIdea() {
  const text = useText()
  const { project, change } = useBench()
  const { regions, activities, today } = useShop()
  const title = activities.find(({ id }) => id === project.activity)?.title ?? text('workshop.activity-other')
  const months = monthsFrom(today.slice(0, 7), 18)
  const offered = months.includes(project.firstMonth) ? months : [project.firstMonth, ...months]
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-40 flex-1">
          <p className="text-small text-ink-soft">{text('workshop.activity')}</p>
          <p className="py-1.5 font-strong">
            <bdi>{title}</bdi>
          </p>
        </div>
        <SelectCell
          label={text('workshop.region')}
          field="region"
          width="w-48"
          value={project.region ?? ''}
          options={[{ id: '', title: text('workshop.region-unknown') }, ...regions]}
          onChange={(region) => change((now) => ({ ...now, region: region === '' ? null : region }))}
        />
        <SelectCell
          label={text('workshop.first-month')}
          field="firstMonth"
          width="w-44"
          value={project.firstMonth}
          options={offered.map((month) => ({ id: month, title: formatDay(month, text.locale) }))}
          onChange={(firstMonth) => change((now) => ({ ...now, firstMonth }))}
        />
      </div>
      <Texts keys={wordsOfStep.idea ?? []} />
    </div>
  )
}
