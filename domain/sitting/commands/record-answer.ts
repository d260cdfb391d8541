import { longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { fileRefusal, sittingCommand } from '../decide.ts'

/** What was answered to a question. Refusals: `question-not-asked`, `recused`, `file-decided`. */
export const recordAnswer = sittingCommand({
  name: 'record-answer',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { question: pick('questions'), text: longText() },
  decide(state, { question, text }, circumstances) {
    const asked = state.questions.find((each) => each.question === question)
    if (!asked) return refuse('question-not-asked', { question }, 'question')
    const refusal = firstRefusal(fileRefusal(asked.case, state, circumstances))
    const data = { question, text, at: circumstances.now }
    return refusal ?? accept({ events: [{ type: 'question-answered', data }] })
  },
})
