import { packs } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** The packs that were asked for are frozen; only the system says so. Refusal: `nothing-to-freeze`. */
export const recordPacks = sittingCommand({
  name: 'record-packs',
  kind: 'acts',
  roles: ['system'],
  states: ['planned', 'open'],
  fields: { packs: packs() },
  when: ({ freezing }) => (freezing ? undefined : refuse('nothing-to-freeze')),
  decide(_state, { packs: given }, { now }) {
    const frozen = Object.entries(given).map(([file, pack]) => {
      const [version = '0', hash = ''] = pack.split(' ')
      return { case: file, version: Number(version), hash }
    })
    return accept({ events: [{ type: 'packs-frozen', data: { packs: frozen, at: now } }] })
  },
})
