import { longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { changesBy, editionMoved, editionRefusal } from '../edition-change.ts'

/**
 * The case goes on under another edition of its scheme; moving it back is the same command. The event keeps what it
 * changed, so that nobody has to guess later. Refusals: `unknown-edition`, `already-on-edition`,
 * `edition-not-in-force`, and those of `editionRefusal`.
 */
export const moveEdition = caseCommand({
  name: 'move-edition',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator', 'programme-manager'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'scheme'],
  towards: 'edition',
  looksElsewhere: true,
  fields: { edition: pick('editions'), reason: longText() },
  decide(state, { edition, reason }, { running, target, calendar, today }) {
    if (target === undefined || target.scheme.scheme !== state.scheme || target.edition.edition !== edition)
      return refuse('unknown-edition', { edition }, 'edition')
    const { from } = target.edition
    const move = { state, from: running, to: target, calendar }
    const refusal = firstRefusal(
      edition === state.edition && refuse('already-on-edition', { edition }, 'edition'),
      from > today && refuse('edition-not-in-force', { edition, from }, 'edition'),
      editionRefusal(move),
    )
    if (refusal) return refusal
    return accept({ events: [editionMoved(move, { reason, on: today, changes: changesBy(move) })] })
  },
})
