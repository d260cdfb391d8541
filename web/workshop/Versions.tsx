import { useState } from 'react'

import type { ProjectVersion } from '#domain/project/version.ts'

import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { Day } from '../ui/Day.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useBench } from './bench.ts'
import { Compare } from './Compare.tsx'
import { useShop } from './shop.ts'
import { useVersionContent, versionsOf } from './versions.ts'
import { VersionActs } from './VersionActs.tsx'

/** All saved versions, newest first: what each came to, compared with what lies on the table, and the way back to one. */
export function Versions({ onClose }: { onClose: () => void }) {
  const text = useText()
  const { file } = useShop()
  const [compared, setCompared] = useState<string | undefined>()
  const versions = versionsOf(file).toReversed()
  const chosen = versions.find(({ project }) => project === compared)
  return (
    <Dialog
      title={chosen ? text('workshop.compare-title', { number: chosen.number }) : text('workshop.versions')}
      open
      onClose={onClose}
      width="wide"
    >
      {versions.length === 0 && (
        <EmptyState title={text('workshop.versions-empty')}>{text('workshop.versions-empty-help')}</EmptyState>
      )}
      {chosen ? (
        <OneVersion version={chosen} versions={versions} onBack={() => setCompared(undefined)} onClose={onClose} />
      ) : (
        <ol className="grid">
          {versions.map((version) => (
            <li key={version.project} className="border-b border-line py-4">
              <Row version={version} onCompare={() => setCompared(version.project)} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}

function Row({ version, onCompare }: { version: ProjectVersion; onCompare: () => void }) {
  const text = useText()
  const { words } = useShop()
  const { basedOn } = useBench()
  const { figures, currency, number, on } = version
  const note = words.words(version.note)
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-strong">
          {text('workshop.version', { number })}
          {version.project === basedOn && (
            <span className="ms-2 text-small font-normal text-ink-soft">{text('workshop.version-here')}</span>
          )}
        </h3>
        <p className="text-small text-ink-soft">
          <Day value={on} />
        </p>
      </div>
      {note !== undefined && (
        <p dir="auto" className="max-w-prose">
          {note}
        </p>
      )}
      <p className="mt-1 flex flex-wrap gap-x-5 text-small text-ink-soft">
        <span>
          {text('workshop.start-total')} <Amount value={{ amount: figures.cost, currency }} />
        </span>
        <span>
          {text('workshop.requested')} <Amount value={{ amount: figures.requested, currency }} />
        </span>
        <span>
          {text('workshop.leanest')} <Amount value={{ amount: figures.lowestCash, currency }} />
        </span>
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onPress={onCompare}>{text('workshop.compare')}</Button>
        <VersionActs version={version} />
      </div>
    </>
  )
}

type OneVersionProps = {
  readonly version: ProjectVersion
  readonly versions: readonly ProjectVersion[]
  readonly onBack: () => void
  readonly onClose: () => void
}

/** One version beside another, line by line; the other is what lies on the table until somebody chooses otherwise. */
function OneVersion({ version, versions, onBack, onClose }: OneVersionProps) {
  const text = useText()
  const { file } = useShop()
  const bench = useBench()
  const [other, setOther] = useState('')
  const content = useVersionContent(file, version.project)
  const second = useVersionContent(file, other === '' ? undefined : other)
  const after = other === '' ? bench.project : second.project
  const number = versions.find(({ project }) => project === other)?.number
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-end gap-3">
        <Button onPress={onBack}>{text('workshop.versions-all')}</Button>
        <label className="min-w-48 flex-1 text-small text-ink-soft">
          {text('workshop.compare-with')}
          <select
            value={other}
            onChange={(event) => setOther(event.target.value)}
            className="touch block w-full rounded border border-edge bg-paper px-3 text-base text-ink"
          >
            <option value="">{text('workshop.compare-now')}</option>
            {versions
              .filter(({ project }) => project !== version.project)
              .map((each) => (
                <option key={each.project} value={each.project}>
                  {text('workshop.version', { number: each.number })}
                </option>
              ))}
          </select>
        </label>
        {content.project && (
          <Button
            onPress={() => {
              const back = content.project
              if (back) bench.change(() => back)
              onClose()
            }}
          >
            {text('workshop.go-back')}
          </Button>
        )}
      </div>
      {content.problem && <ProblemNotice problem={content.problem} again={content.again} small />}
      {!content.problem &&
        (content.project && after ? (
          <Compare
            before={{ name: text('workshop.version', { number: version.number }), project: content.project }}
            after={{
              name: number === undefined ? text('workshop.compare-now') : text('workshop.version', { number }),
              project: after,
            }}
          />
        ) : (
          <Waiting />
        ))}
    </div>
  )
}
