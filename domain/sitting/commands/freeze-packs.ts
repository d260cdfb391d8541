import { longText, optional, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/**
 * The packs are to be frozen: of every file, or of those named. A pack that is frozen already is frozen again only with a
 * reason (`text-needed`). Before its cut-off the system freezes nothing: `cut-off-ahead`; twice at once: `freezing-under-way`.
 */
export const freezePacks = sittingCommand({
  name: 'freeze-packs',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair', 'system'],
  states: ['planned', 'open'],
  fields: { cases: optional(picks('cases')), reason: optional(longText()) },
  decide({ packs, freezing, cutOffOn }, { cases = [], reason = null }, { now, today, actor }) {
    const again = packs.filter((pack) => cases.length === 0 || cases.includes(pack.case))
    const refusal = firstRefusal(
      actor.role === 'system' &&
        (cutOffOn === null || today < cutOffOn) &&
        refuse('cut-off-ahead', { on: cutOffOn, today }),
      freezing !== null && refuse('freezing-under-way', { since: freezing.at }),
      again.length > 0 && reason === null && refuse('text-needed', { packs: again.length }, 'reason'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'packs-asked', data: { cases: [...new Set(cases)], reason, at: now } }] })
  },
})
