import { useCallback, useMemo, useState } from 'react'

import type { Circumstances } from '#domain/command.ts'
import { ceilingOf } from '#domain/case/money-of-case.ts'
import type { Project } from '#domain/project/project.ts'
import { regionChoices } from '#domain/place.ts'

import { useCaseWords, useRegions } from '../case/case-words.ts'
import type { CaseFile } from '../local/case-file.ts'
import type { ProjectDraft } from '../local/project-draft.ts'
import { useText } from '../i18n.ts'
import { RefusalWordsContext } from '../refusal.ts'
import { refusalWords } from '../readable.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useActivities } from './activities.ts'
import { Begin } from './Begin.tsx'
import { BenchContext, useNewBench, type BenchStart } from './bench.ts'
import { PriceBookContext, usePrices } from './price-book.ts'
import { Room } from './Room.tsx'
import { ShopContext, type Shop } from './shop.ts'
import type { WorkshopStep } from './steps.ts'
import { refusedVersion, useVersionContent, versionsOf } from './versions.ts'

export type WorkshopProps = {
  readonly file: CaseFile
  readonly draft: ProjectDraft | null
  readonly step: WorkshopStep
  readonly stale: boolean
  readonly circumstances: Circumstances
}

/** What the work begins from: this device's draft, else the last saved version, else a template that one chooses. */
type Beginning = { readonly project: Project; readonly basedOn: string | null; readonly isDraft: boolean }

export function Workshop({ file, draft, step, stale, circumstances }: WorkshopProps) {
  const text = useText()
  const { running } = circumstances
  const { country, currency } = running.scheme
  const state = file.answer.case
  const words = useCaseWords(file)
  const regions = useRegions(country)
  const activities = useActivities()
  const prices = usePrices(country, state.region)
  const last = versionsOf(file).at(-1)
  const [begun, setBegun] = useState<Beginning | undefined>(() => leftHere(draft, file, last?.project ?? null))
  const saved = useVersionContent(file, begun === undefined ? last?.project : undefined)
  const shop = useMemo<Shop>(
    () => ({
      file,
      words,
      circumstances,
      stale,
      today: circumstances.today,
      currency,
      activities,
      regions: regionChoices(regions, text.language).map(({ code, name }) => ({ id: code, title: name })),
      ceiling: ceilingOf(state, running),
    }),
    [file, words, circumstances, stale, currency, activities, regions, text.language, state, running],
  )
  const refused = useCallback(
    (language: typeof text, refusal: Parameters<typeof refusalWords>[1]) =>
      refusalWords(language, refusal, words.names),
    [words],
  )
  // Found once: what is saved later, here or elsewhere, does not change what lies on the table.
  if (begun === undefined && last && saved.project) {
    setBegun({ project: saved.project, basedOn: last.project, isDraft: false })
  }
  if (begun === undefined && last !== undefined && !saved.isErased) {
    return saved.problem ? <ProblemNotice problem={saved.problem} again={saved.again} /> : <Waiting />
  }
  return (
    <RefusalWordsContext value={refused}>
      <ShopContext value={shop}>
        <PriceBookContext value={prices}>
          {begun === undefined ? (
            <Begin onBegin={(project) => setBegun({ project, basedOn: null, isDraft: false })} />
          ) : (
            <Bench
              start={{ ...begun, user: file.actor.user, case: file.id, currency, prices: prices.rows }}
              step={step}
            />
          )}
        </PriceBookContext>
      </ShopContext>
    </RefusalWordsContext>
  )
}

/** What this device still holds: the draft, or what was saved and refused by the server. */
function leftHere(draft: ProjectDraft | null, file: CaseFile, last: string | null): Beginning | undefined {
  if (draft !== null) return { project: draft.project, basedOn: draft.basedOn, isDraft: true }
  const refused = refusedVersion(file)
  return refused && { project: refused.input['project'] as Project, basedOn: last, isDraft: true }
}

function Bench({ start, step }: { start: BenchStart; step: WorkshopStep }) {
  const bench = useNewBench(start)
  return (
    <BenchContext value={bench}>
      <Room step={step} />
    </BenchContext>
  )
}
