import { choice, file, fingerprint, moment, optional, pick, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { parties } from '../../signature/party.ts'
import { caseCommand } from '../case-command.ts'
import { documentSigned, notSigned } from '../signature-rules.ts'
import { signingOf } from '../signing.ts'

/**
 * A party signs on the page behind its link, once it has said who it is. The system does it on the party's word; the
 * link names the party, so nobody signs for another. Refusals: `no-such-signing`, `link-not-sent`, `link-over`,
 * `document-changed`, `party-not-asked`, `already-signed`, `signatures-cancelled`, `evidence-missing`.
 */
export const signByLink = caseCommand({
  name: 'sign-by-link',
  stream: 'case',
  kind: 'acts',
  roles: ['system'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['any'],
  fields: {
    request: pick('signings'),
    link: pick('signing-links'),
    fingerprint: fingerprint(),
    party: choice(parties),
    mark: choice(['drawn', 'typed', 'thumb']),
    image: optional(file()),
    name: optional(text()),
    witness: optional(text()),
    device: optional(pick('devices')),
    language: optional(choice(['fr', 'en', 'ar'])),
    shownAt: optional(moment()),
  },
  decide(state, input, circumstances) {
    const signing = signingOf(state, input.request)
    if ('refused' in signing) return signing
    const link = signing.links.find((each) => each.link === input.link)
    if (!link) return refuse('link-not-sent', {}, 'link')
    const { today } = circumstances
    if (link.expiresOn < today) return refuse('link-over', { date: link.expiresOn }, 'link')
    const given = { ...input, means: 'by-link', on: today } as const
    const refusal = notSigned(signing, given, state, circumstances)
    return refusal ?? accept({ events: [documentSigned(signing, given)] })
  },
})
