import { roadOf, type RoadStep } from '#domain/case/road.ts'
import type { Foreseen } from '#domain/case/deadlines.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import { deadlineText } from '#domain/scheme/phrase.ts'

import { formatDay } from '../locale.ts'
import { Notice } from '../ui/Notice.tsx'
import { RoadMark } from '../ui/RoadMark.tsx'
import { Why } from '../ui/Why.tsx'
import type { CaseView } from './view.ts'

/** Every step of the road, stage by stage; what will happen by itself stands above them, with its day and its remedy. */
export function Steps({ view }: { view: CaseView }) {
  const { file, words, circumstances } = view
  const { running, calendar, today } = circumstances
  const stages = roadOf(file.answer.case, running, today, calendar).filter(({ steps }) => steps.length > 0)
  const foreseen = stages.flatMap(({ steps }) => steps.flatMap((step) => step.foreseen ?? []))
  return (
    <div className="grid gap-4">
      {foreseen.map((each) => (
        <ByItself key={each.step} foreseen={each} view={view} />
      ))}
      <details>
        <summary className="touch cursor-pointer text-river underline underline-offset-4">
          {words.text('case.all-steps')}
        </summary>
        <div className="mt-4 grid gap-x-8 gap-y-6 sm:grid-cols-2 xl:grid-cols-3">
          {stages.map((stage) => (
            <section key={stage.stage} aria-label={words.titled(stage.title)} className="min-w-0">
              <h3 className="font-strong">{words.titled(stage.title)}</h3>
              <ol className="mt-2 grid gap-3">
                {stage.steps.map((step) => (
                  <StepLine key={step.step} step={step} view={view} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </details>
    </div>
  )
}

function StepLine({ step, view }: { step: RoadStep; view: CaseView }) {
  const { words } = view
  return (
    <li className="flex items-start gap-2.5">
      <RoadMark state={step.state} />
      <div className="min-w-0">
        <p>
          <bdi>{words.titled(step.title)}</bdi>
        </p>
        {notesOf(step, view).map((note) => (
          <p key={note} className="text-small text-ink-soft">
            {note}
          </p>
        ))}
      </div>
    </li>
  )
}

/** When it was done and how often, or by when it is due; whether it is asked for at all; why its deadline waits. */
function notesOf(
  { doneOn, dueOn, times, perhaps, optional, paused }: RoadStep,
  { words }: CaseView,
): readonly string[] {
  const { text } = words
  const day = (date: string) => formatDay(date, text.locale)
  const reason = words.words(paused?.reason)
  return [
    ...(doneOn !== null && times.length < 2 ? [text('case.step-done', { date: day(doneOn) })] : []),
    ...(times.length > 1 ? [text('case.step-times', { count: times.length, dates: times.map(day).join(' · ') })] : []),
    ...(doneOn === null && dueOn !== null ? [text('case.step-due', { date: day(dueOn) })] : []),
    ...(perhaps ? [text('case.step-perhaps')] : optional && doneOn === null ? [text('case.step-optional')] : []),
    ...(paused ? [text('case.step-paused', { date: day(paused.from) })] : []),
    ...(paused && reason !== undefined ? [text('case.step-paused-why', { reason })] : []),
  ]
}

function ByItself({ foreseen, view }: { foreseen: Foreseen; view: CaseView }) {
  const { words, circumstances } = view
  const { text } = words
  const { edition } = circumstances.running
  const { step, on, dueOn, title, undoneBy, source } = foreseen
  const steps = stepsOf(view.file.answer.case, circumstances.running)
  const deadline = steps.find((placed) => placed.step.step === step)?.step.deadline
  const rule = deadline ? deadlineText(edition, deadline, text.language) : words.step(step)
  return (
    <Notice>
      <Why reasons={[{ id: step, rule, source: words.source(source) }]}>
        <strong className="font-strong">
          {text('case.by-itself', { date: formatDay(on, text.locale), what: words.titled(title) })}
        </strong>
      </Why>
      <p>
        {text('case.by-itself-remedy', {
          step: words.step(step),
          date: formatDay(dueOn, text.locale),
          role: text(`role.${undoneBy}`),
        })}
      </p>
    </Notice>
  )
}
