import { Link } from '@tanstack/react-router'
import { ArrowLeft, Ellipsis, MapPin, MonitorUp } from 'lucide-react'

import { sittingCommandNames } from '#domain/sitting/commands/index.ts'

import { useToday } from '../local/clock.ts'
import { formatDay } from '../locale.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { RoadMark } from '../ui/RoadMark.tsx'
import { SyncMark } from '../ui/SyncMark.tsx'
import { committeeIn, mayDo, type SittingView } from './view.ts'

/** The one obvious act of a meeting, by where it stands. */
const obvious = ['open-sitting', 'close-sitting'] as const

/** Acts on one file stand beside the file, and those of a side on that side. */
const aboutFiles = [
  'declare-interest',
  'lift-interest',
  'plan-sitting',
  'set-agenda',
  'move-file',
  'freeze-packs',
  'record-packs',
  'open-file',
  'record-hearing',
  'ask-question',
  'record-answer',
  'open-vote',
  'cast-vote',
  'close-vote',
  'withdraw-vote',
  'write-minutes',
  'produce-letters',
  'sign-minutes',
]

const marks = { planned: 'ahead', open: 'now', closed: 'done', cancelled: 'skipped' } as const

/** Which meeting this is, who is there, whether it can decide, and what comes next. */
export function SittingHead({ view }: { view: SittingView }) {
  const { file, words, attempts, search, show } = view
  const { text } = words
  const { sitting, texts } = file.answer
  const today = useToday()
  const possible = sittingCommandNames.filter(
    // The day of the meeting is judged with its input; nobody is offered a door that is still closed.
    (name) => mayDo(name, attempts) && !aboutFiles.includes(name) && !(name === 'open-sitting' && sitting.on > today),
  )
  const next = obvious.find((name) => possible.includes(name))
  const others = possible.filter((name) => name !== next)
  const waiting = file.entries.findLast(({ state }) => state !== 'arrived')
  const committee = committeeIn(file)
  const begin = (act: string): void => show({ ...search, act })
  return (
    <header>
      <Link
        to="/sittings"
        className="touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink"
        data-print="no"
      >
        <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        {text('sittings.title')}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="text-ink-soft">
            <bdi>{words.scheme(sitting.scheme)}</bdi>
            {committee && (
              <>
                {' · '}
                <bdi>{committee.title[text.language]}</bdi>
              </>
            )}
          </p>
          <h1 className="text-head">
            {text('sittings.of')} <bdi>{formatDay(sitting.on, text.locale, 'whole')}</bdi>
          </h1>
        </div>
        <div className="flex flex-wrap items-center gap-2" data-print="no">
          {next && (
            <Button kind="main" onPress={() => begin(next)}>
              {text.maybe(`command.${next}.title`) ?? next}
            </Button>
          )}
          <Button
            icon={<MonitorUp aria-hidden="true" />}
            onPress={() => show({ ...(search.file ? { file: search.file } : {}), projector: '1' })}
          >
            {text('sittings.projector')}
          </Button>
          {others.length > 0 && (
            <Menu
              label={text('sittings.acts')}
              className={buttonClass('quiet')}
              groups={[
                {
                  id: 'acts',
                  entries: others.map((name) => ({
                    id: name,
                    title: text.maybe(`command.${name}.title`) ?? name,
                    onAction: () => begin(name),
                  })),
                },
              ]}
            >
              <Ellipsis aria-hidden="true" />
              <span className="sr-only">{text('sittings.acts')}</span>
            </Menu>
          )}
        </div>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-1 text-ink-soft">
        <span className="inline-flex items-center gap-2">
          <RoadMark state={marks[sitting.status]} className="size-4" />
          {text(`sittings.status-${sitting.status}`)}
        </span>
        {sitting.procedure !== 'meeting' && (
          <span>{text.maybe(`field.plan-sitting.procedure.option.${sitting.procedure}`) ?? sitting.procedure}</span>
        )}
        {texts[sitting.place] !== undefined && (
          <span className="inline-flex items-center gap-2">
            <MapPin className="size-4 shrink-0 stroke-[1.5]" aria-hidden="true" />
            <bdi>{texts[sitting.place]}</bdi>
          </span>
        )}
        {waiting && <SyncMark state={waiting.state === 'here' ? 'this-device' : waiting.state} />}
      </div>
    </header>
  )
}
