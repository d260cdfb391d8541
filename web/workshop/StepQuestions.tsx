import { projectJudgements, type Project } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { Choice } from '../ui/Choice.tsx'
import { AskThere } from './AskThere.tsx'
import { useBench } from './bench.ts'
import { TextOf } from './Texts.tsx'

const questions = ['relevance', 'market', 'budget'] as const satisfies readonly (keyof Project['judgements'])[]

/** The three questions that a study answers: does it fit the place, is there a market, is the budget right. */
export function StepQuestions() {
  const text = useText()
  const { project, change } = useBench()
  return (
    <div className="grid gap-10">
      {questions.map((question) => (
        <div key={question} className="grid gap-4">
          <Choice
            name={`judgements.${question}`}
            label={text(`workshop.question-${question}`)}
            help={text(`workshop.question-${question}-help`)}
            options={projectJudgements.map((id) => ({ id, title: text(`workshop.judgement-${id}`) }))}
            value={project.judgements[question] ?? undefined}
            onChange={(judgement) =>
              change((now) => ({ ...now, judgements: { ...now.judgements, [question]: judgement } }))
            }
            inline
          />
          <TextOf name={question} label={text('workshop.question-why')} />
        </div>
      ))}
      <div className="grid gap-4">
        <AskThere of="risks" />
        <TextOf name="risks" />
      </div>
    </div>
  )
}
