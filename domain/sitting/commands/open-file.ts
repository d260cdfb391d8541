import { pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { fileRefusal, sittingCommand } from '../decide.ts'

/**
 * A file comes to the table; another one that lay there makes room, unless it is being voted on. Refusals:
 * `only-in-meeting`, `recused`, `file-decided`, `vote-open`, `nothing-changes`, `sitting-moved-on`; `not-on-agenda`.
 */
export const openFile = sittingCommand({
  name: 'open-file',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  clashes: ['file-opened'],
  fields: { case: pick('cases') },
  decide(state, { case: file }, circumstances) {
    const running = state.ballots.find(({ closedAt }) => closedAt === null)
    const refusal = firstRefusal(
      state.procedure !== 'meeting' && refuse('only-in-meeting', { procedure: state.procedure }),
      fileRefusal(file, state, circumstances),
      running && refuse('vote-open', { case: running.case }, 'case'),
      state.openFile === file && refuse('nothing-changes', {}, 'case'),
    )
    return refusal ?? accept({ events: [{ type: 'file-opened', data: { case: file, at: circumstances.now } }] })
  },
})
