import { createContext, use, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'

import type { Outcome, Refusal } from '#domain/outcome.ts'
import { projectProblems, projectWarnings, type ProjectWarning, type UsualPrice } from '#domain/project/check.ts'
import { figuresOf, sheetOf, type Figures } from '#domain/project/figures.ts'
import type { Project } from '#domain/project/project.ts'
import { projectResult, type ProjectResult } from '#domain/project/result.ts'
import { decidingAssumption, type Deciding } from '#domain/project/what-if.ts'

import { dropProjectDraft, keepProjectDraft } from '../local/project-draft.ts'
import { beginHistory, put, redo, undo, type History } from './history.ts'

/** The project on the table, what it comes to, and how to change it. */
export type Bench = {
  readonly project: Project
  /** The result as it is now, or the last one that could be computed while something is wrong. */
  readonly result: ProjectResult | undefined
  /** True while `result` is not that of the present figures. */
  readonly isOld: boolean
  readonly deciding: Deciding | undefined
  /** Every figure as a number, formulas computed: `hens.quantity` in thousandths, `hens.price` in minor units. */
  readonly figures: Figures
  readonly problems: readonly Refusal[]
  readonly warnings: readonly ProjectWarning[]
  /** Puts a changed project; changes with the same mark, one soon after the other, are one step back. */
  readonly change: (to: (project: Project) => Project, mark?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The saved version that the work began from or was last saved as; null = none. */
  readonly basedOn: string | null
  /** Whether anything differs from that version. */
  readonly isChanged: boolean
  /** Told when the project was saved as a version: the draft on this device has done its duty. */
  readonly saved: (project: Project, version: string) => Promise<void>
  /** Where the work lies: on this device, only in this page, or not changed since it was opened. */
  readonly kept: 'device' | 'page' | 'nothing'
  /** What is typed but cannot be read, by field: it is kept on the screen and not in the project. */
  readonly unread: ReadonlySet<string>
  readonly setUnread: (field: string, isUnread: boolean) => void
}

export const BenchContext = createContext<Bench | undefined>(undefined)

export function useBench(): Bench {
  const bench = use(BenchContext)
  if (bench === undefined) throw new Error('no workshop around this')
  return bench
}

export type BenchStart = {
  readonly user: string
  readonly case: string
  readonly project: Project
  readonly basedOn: string | null
  /** True when the project comes from this device's draft: then it is kept already. */
  readonly isDraft: boolean
  readonly currency: string
  readonly prices: readonly UsualPrice[]
}

const restBeforeKeeping = 400

/** The state of the workshop. Everything is computed in the page with the code that the server uses. */
export function useNewBench(start: BenchStart): Bench {
  const [history, setHistory] = useState<History<Project>>(() => beginHistory(start.project))
  const [unread, setUnreadFields] = useState<ReadonlySet<string>>(noFields)
  const [base, setBase] = useState({ project: start.isDraft ? undefined : start.project, version: start.basedOn })
  const project = history.present
  const { kept, drop } = useKeeping(start, project, base.version)
  const computed = useComputed(project, start)
  const change = useCallback((to: (project: Project) => Project, mark?: string) => {
    setHistory((now) => put(now, to(now.present), Date.now(), mark))
  }, [])
  const saved = useCallback(
    async (as: Project, version: string) => {
      setBase({ project: as, version })
      await drop(as)
    },
    [drop],
  )
  const back = useCallback(() => setHistory(undo), [])
  const again = useCallback(() => setHistory(redo), [])
  const setUnread = useCallback((field: string, isUnread: boolean) => {
    setUnreadFields((fields) => {
      if (fields.has(field) === isUnread) return fields
      const next = new Set(fields)
      if (isUnread) next.add(field)
      else next.delete(field)
      return next
    })
  }, [])
  return useMemo(
    () => ({
      ...computed,
      project,
      change,
      undo: back,
      redo: again,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      basedOn: base.version,
      isChanged: project !== base.project && (history.past.length > 0 || start.isDraft || base.version === null),
      saved,
      kept,
      unread,
      setUnread,
    }),
    [computed, project, change, back, again, history, base, saved, kept, unread, setUnread, start.isDraft],
  )
}

const noFields: ReadonlySet<string> = new Set()
const noFigures: Figures = new Map()

/** What the project comes to. The search for the deciding assumption is the longest part: it follows a moment later. */
function useComputed(project: Project, { currency, prices }: BenchStart) {
  const outcome = useMemo(() => projectResult(project), [project])
  const result = useLast(outcome)
  const slower = useDeferredValue(project)
  const deciding = useLast(useMemo(() => decidingAssumption(slower), [slower]))
  return useMemo(() => {
    const sheet = sheetOf(project)
    const figures = sheet.refused ? sheet : figuresOf(sheet.value)
    return {
      result,
      isOld: outcome.refused,
      deciding,
      figures: figures.refused ? noFigures : figures.value,
      problems: projectProblems(project, { currency }),
      warnings: projectWarnings(project, prices),
    }
  }, [project, result, outcome, deciding, currency, prices])
}

/** The last one that was accepted: while a formula is half typed, the figures beside it stay where they were. */
function useLast<T>(outcome: Outcome<T>): T | undefined {
  const [last, setLast] = useState<T | undefined>(undefined)
  if (!outcome.refused && last !== outcome.value) setLast(() => outcome.value)
  return outcome.refused ? last : outcome.value
}

/** Keeps the project on this device a moment after each change, and at once when the page is left. */
function useKeeping({ user, case: of, project: first, isDraft }: BenchStart, project: Project, version: string | null) {
  const [kept, setKept] = useState<Bench['kept']>(isDraft ? 'device' : 'nothing')
  const waiting = useRef<Project | undefined>(undefined)
  const before = useRef(first)
  const keep = useCallback(async () => {
    const next = waiting.current
    if (next === undefined) return
    waiting.current = undefined
    const draft = { user, case: of, project: next, basedOn: version, changedAt: new Date().toISOString() }
    setKept((await keepProjectDraft(draft)) ? 'device' : 'page')
  }, [user, of, version])
  useEffect(() => {
    if (project === before.current) return
    before.current = project
    waiting.current = project
    const timer = setTimeout(() => void keep(), restBeforeKeeping)
    return () => clearTimeout(timer)
  }, [project, keep])
  useEffect(() => {
    const leave = (): void => void keep()
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [keep])
  // Where the device keeps nothing, closing the page would lose it: then the browser asks.
  useEffect(() => {
    if (kept !== 'page') return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [kept])
  /** Saved as a version: nothing waits any more, unless something was changed since. */
  const drop = useCallback(
    async (saved: Project) => {
      if (before.current !== saved) return
      waiting.current = undefined
      await dropProjectDraft(user, of)
      setKept('nothing')
    },
    [user, of],
  )
  return { kept, drop }
}

/** What is wrong with a field, for the sentence below it. */
export function problemAt(bench: Bench, field: string): Refusal | undefined {
  return bench.problems.find((problem) => problem.field === field)
}

export function warningsAt(bench: Bench, field: string): readonly ProjectWarning[] {
  return bench.warnings.filter((warning) => warning.field === field || warning.field.startsWith(`${field}.`))
}
