import { Link } from '@tanstack/react-router'
import { ArrowLeft, FolderClock, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { nameIn, useAttempt } from '../local/act.ts'
import { useOffers } from '../shell/offers.tsx'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useBench } from './bench.ts'
import { Changed } from './Changed.tsx'
import { FormulaNames } from './LineHints.tsx'
import { PhoneFoot } from './PhoneFoot.tsx'
import { ResultPanel } from './ResultPanel.tsx'
import { SaveVersion } from './SaveVersion.tsx'
import { useShop } from './shop.ts'
import { Step } from './Step.tsx'
import { StepRoad } from './StepRoad.tsx'
import { workshopSteps, type WorkshopStep } from './steps.ts'
import { useUnits } from './units.ts'
import { Versions } from './Versions.tsx'

import './workshop.css'

type Shown = 'save' | 'versions' | undefined

/** The room itself: the steps as a road, the open one, and what the plan comes to beside it. */
export function Room({ step }: { step: WorkshopStep }) {
  const text = useText()
  const bench = useBench()
  const { file, stale } = useShop()
  const units = useUnits()
  const refusal = useAttempt('save-project', file)
  const [shown, setShown] = useState<Shown>()
  const heading = useHeadingFocus(step)
  const name = nameIn(file.answer)
  useKeys(bench.undo, bench.redo, () => setShown('save'))
  useOffers(
    useMemo(
      () => [
        { id: 'workshop-save', title: text('workshop.save'), run: () => setShown('save') },
        { id: 'workshop-versions', title: text('workshop.versions'), run: () => setShown('versions') },
      ],
      [text],
    ),
  )
  return (
    <article className="pb-20 lg:pb-0">
      <Head name={name} onSave={() => setShown('save')} onVersions={() => setShown('versions')} />
      {stale && (
        <div className="mt-4">
          <Notice>{text('workshop.offline')}</Notice>
        </div>
      )}
      {refusal && (
        <div className="mt-4">
          <Notice>{text('workshop.read-only')}</Notice>
        </div>
      )}
      <Changed onCompare={() => setShown('versions')} />
      <div className="mt-6">
        <StepRoad case={file.id} here={step} />
      </div>
      <div className="workshop-room mt-7">
        <section className="min-w-0" aria-labelledby="workshop-step">
          <h2 id="workshop-step" ref={heading} tabIndex={-1} className="text-title outline-none">
            {text(`workshop.step-${step}-title`)}
          </h2>
          <p className="mt-1 max-w-prose text-ink-soft">{text(`workshop.step-${step}-help`)}</p>
          <div className="mt-6">
            <Step step={step} />
          </div>
          <NextSteps step={step} onSave={() => setShown('save')} />
          <Keys />
        </section>
        <aside aria-label={text('workshop.result')} className="workshop-result max-lg:hidden print:block">
          <ResultPanel />
        </aside>
      </div>
      <PhoneFoot />
      <datalist id="workshop-units">
        {units.titles.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      {shown === 'save' && <SaveVersion onClose={() => setShown(undefined)} />}
      {shown === 'versions' && <Versions onClose={() => setShown(undefined)} />}
    </article>
  )
}

type HeadProps = { readonly name: string; readonly onSave: () => void; readonly onVersions: () => void }

function Head({ name, onSave, onVersions }: HeadProps) {
  const text = useText()
  const { file } = useShop()
  const { undo, redo, canUndo, canRedo, kept, isChanged, basedOn } = useBench()
  const number = file.answer.case.projects?.find(({ project }) => project === basedOn)?.number
  return (
    <header>
      <Link
        to="/cases/$case"
        params={{ case: file.id }}
        search={{ tab: 'project' }}
        className="touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink"
        data-print="no"
      >
        <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        {text('workshop.back')}
      </Link>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="text-ink-soft">{text('workshop.title')}</p>
          <h1 className="text-head [overflow-wrap:anywhere]">
            <bdi>{name === '' ? text('case.person-unnamed') : name}</bdi>
          </h1>
          <p role="status" className="text-small text-ink-soft">
            {isChanged
              ? text(kept === 'page' ? 'workshop.kept-page' : 'workshop.kept-device')
              : number !== undefined && text('workshop.is-version', { number })}
          </p>
        </div>
        <div
          className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:[&>*:nth-child(n+3)]:flex-auto max-sm:[&_span]:whitespace-nowrap"
          data-print="no"
        >
          <IconButton label={text('workshop.undo')} keys="Control+Z" disabled={!canUndo} onPress={undo}>
            <Undo2 className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
          </IconButton>
          <IconButton label={text('workshop.redo')} keys="Control+Shift+Z" disabled={!canRedo} onPress={redo}>
            <Redo2 className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
          </IconButton>
          <Button icon={<FolderClock aria-hidden="true" />} onPress={onVersions}>
            {text('workshop.versions')}
          </Button>
          <Button kind="main" onPress={onSave}>
            {text('workshop.save')}
          </Button>
        </div>
      </div>
    </header>
  )
}

type IconButtonProps = {
  readonly label: string
  readonly keys: string
  readonly disabled: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

/** Undo and redo repeat: a sign is enough to see them, their name and their keys are told. */
function IconButton({ label, keys, disabled, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
      // What cannot be done now keeps its focus, so that the next press of a key is not lost.
      aria-disabled={disabled || undefined}
      onClick={onPress}
      className="grid size-11 place-items-center rounded border border-edge text-ink hover:bg-sand-soft aria-disabled:opacity-40"
    >
      {children}
    </button>
  )
}

function NextSteps({ step, onSave }: { step: WorkshopStep; onSave: () => void }) {
  const text = useText()
  const { file } = useShop()
  const at = workshopSteps.indexOf(step)
  const before = workshopSteps[at - 1]
  const next = workshopSteps[at + 1]
  const go = (to: WorkshopStep, name: string, look: 'quiet') => (
    <Link
      to="/cases/$case/workshop"
      params={{ case: file.id }}
      search={{ step: to }}
      replace
      className={buttonClass(look)}
    >
      {name}
    </Link>
  )
  return (
    <div className="mt-10 flex flex-wrap justify-between gap-3 border-t border-line pt-5" data-print="no">
      {before ? go(before, text('workshop.before', { step: text(`workshop.step-${before}`) }), 'quiet') : <span />}
      {next ? (
        go(next, text('workshop.next', { step: text(`workshop.step-${next}`) }), 'quiet')
      ) : (
        <Button onPress={onSave}>{text('workshop.save')}</Button>
      )}
    </div>
  )
}

/** The keys of this page, for whoever would rather not leave the keyboard. */
function Keys() {
  const text = useText()
  return (
    <details className="mt-6 text-small text-ink-soft max-sm:hidden" data-print="no">
      <summary className="w-fit cursor-pointer py-1">{text('workshop.keys')}</summary>
      <ul className="mt-1 grid gap-1">
        {(['line', 'move', 'remove', 'undo', 'save', 'formula'] as const).map((key) => (
          <li key={key}>{text(`workshop.keys-${key}`)}</li>
        ))}
        <li>
          {text('workshop.formula-names')} <FormulaNames />
        </li>
      </ul>
    </details>
  )
}

/** Going to another step, whoever uses the keyboard or hears the page begins at its title. */
function useHeadingFocus(step: WorkshopStep) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    heading.current?.focus({ preventScroll: true })
    if ((heading.current?.getBoundingClientRect().top ?? 0) < 0) heading.current?.scrollIntoView({ block: 'start' })
  }, [step])
  return heading
}

/** Ctrl+Z takes back, Ctrl+Shift+Z or Ctrl+Y does again, Ctrl+S saves a version. */
function useKeys(undo: () => void, redo: () => void, save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      // A dialog above the page has texts of its own.
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return
      const key = event.key.toLowerCase()
      if (key === 's') save()
      else if (key === 'y' || (key === 'z' && event.shiftKey)) redo()
      else if (key === 'z') undo()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo, redo, save])
}
