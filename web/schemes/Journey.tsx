import { deadlineText, stepNotes } from '#domain/scheme/phrase.ts'
import type { Stage, Step } from '#domain/scheme/scheme.ts'

import { Road } from '../ui/Road.tsx'
import { RoadMark } from '../ui/RoadMark.tsx'
import { Why } from '../ui/Why.tsx'
import type { SchemeWords } from './scheme-words.ts'

/** The road of the scheme, and under each stage what must happen, who does it and by when. */
export function Journey({ words }: { words: SchemeWords }) {
  const { text, running, titled } = words
  const { journey } = running.edition
  return (
    <section aria-labelledby="journey">
      <h2 id="journey" className="mb-4 text-title">
        {text('schemes.journey')}
      </h2>
      <div className="max-xl:hidden">
        <Road
          form="wide"
          label={text('schemes.journey')}
          stages={journey.map((stage) => ({ id: stage.stage, title: titled(stage.title), state: 'ahead' }))}
        />
      </div>
      <div className="scheme-stages xl:mt-4">
        {journey.map((stage) => (
          <StageOfScheme key={stage.stage} stage={stage} words={words} />
        ))}
      </div>
    </section>
  )
}

function StageOfScheme({ stage, words }: { stage: Stage; words: SchemeWords }) {
  const { text, titled } = words
  return (
    <section aria-label={titled(stage.title)} className="min-w-0">
      <h3 className="flex items-center gap-2.5 xl:sr-only">
        <RoadMark state="ahead" />
        {titled(stage.title)}
      </h3>
      <p className="text-small text-ink-soft">{text(`schemes.where-${stage.where}`)}</p>
      <ol className="mt-3 grid gap-4">
        {stage.steps.map((step) => (
          <StepOfScheme key={step.step} step={step} words={words} />
        ))}
      </ol>
    </section>
  )
}

function StepOfScheme({ step, words }: { step: Step; words: SchemeWords }) {
  const { text, titled, running } = words
  const { deadline } = step
  const who = [step.by, ...(step.approvedBy ? [step.approvedBy] : [])].map((role) => text(`role.${role}`))
  return (
    <li className="border-s-2 border-line ps-3 text-small">
      <p className="text-base">
        <bdi>{titled(step.title)}</bdi>
      </p>
      <p className="text-ink-soft">{listed([...new Set(who)], words)}</p>
      {stepNotes(running.edition, step, text.language).map((each) => (
        <p key={each} className="text-ink-soft">
          {each}
        </p>
      ))}
      {deadline && (
        <Why reasons={[words.because('deadline', text('schemes.deadline-why'), deadline.source)]}>
          <span className="text-river-deep">{whole(deadlineText(running.edition, deadline, text.language))}</span>
        </Why>
      )}
    </li>
  )
}

/** A quotation mark stays with the word that it encloses. */
function whole(words: string): string {
  return words.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»')
}

export function listed(words: readonly string[], { text }: Pick<SchemeWords, 'text'>): string {
  return new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(words)
}
