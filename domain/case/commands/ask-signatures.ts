import type { Circumstances } from '../../command.ts'
import { choices, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import type { Refusal } from '../../outcome.ts'
import { requiredBefore } from '../../scheme/journey.ts'
import type { Step } from '../../scheme/scheme.ts'
import { parties as allParties } from '../../signature/party.ts'
import type { Party } from '../../signature/party.ts'
import { carriedParties } from '../../signature/signature.ts'
import { caseCommand } from '../case-command.ts'
import { liveSigningOf, signableDocuments, stepSignedOn } from '../signing.ts'
import type { KeptDocument } from '../signing.ts'
import type { CaseSigning, CaseState } from '../state.ts'
import { stepsOf } from '../steps-of-case.ts'

/**
 * Asks each party to sign one exact document of the case. For the paper of a commitment the step names the parties. A
 * new version of a paper that is out to be signed takes its place: what was signed is void, and only those are asked
 * again whose part changed. Refusals: `unknown-choice`, `parties-needed`, `no-operator`, `already-asked`,
 * `already-done`, `step-needs`.
 */
export const askSignatures = caseCommand({
  name: 'ask-signatures',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'coordinator', 'counsellor', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  looksAtDocuments: true,
  fields: { document: pick('signable-documents'), parties: optional(choices(allParties)) },
  decide(state, { document, parties = [] }, circumstances) {
    const kept = signableDocuments(circumstances)?.find((each) => each.document === document)
    if (!kept) return refuse('unknown-choice', { value: document }, 'document')
    const step = stepSignedOn(kept.paper, state, circumstances.running)
    const asked: readonly Party[] = step?.signedBy ?? allParties.filter((party) => parties.includes(party))
    const before = versionBefore(kept, step, state)
    const refusal = firstRefusal(
      asked.length === 0 && refuse('parties-needed', {}, 'parties'),
      asked.includes('operator') && state.operator === null && refuse('no-operator', {}, 'parties'),
      state.signing?.some((each) => each.ended === null && each.fingerprint === kept.fingerprint) &&
        refuse('already-asked', {}, 'document'),
      step && !before && stepNotReady(step, state, circumstances),
    )
    if (refusal) return refusal
    const was = circumstances.documents?.find((each) => each.document === before?.document)
    const carried = before ? carriedParties(before, was?.parts ?? null, kept.parts, asked) : []
    const data = {
      request: circumstances.id('signing'),
      document,
      fingerprint: kept.fingerprint,
      paper: kept.paper,
      step: step?.step ?? null,
      parties: asked,
      replaces: before?.request ?? null,
      carried: carried as readonly Party[],
      on: circumstances.today,
    }
    return accept({ events: [{ type: 'signature-asked', data }] })
  },
})

/** Papers of a commitment, and those that Homeward writes, have versions; other files stand each for itself. */
function versionBefore(kept: KeptDocument, step: Step | undefined, state: CaseState): CaseSigning | undefined {
  return step || kept.parts !== null ? liveSigningOf(kept.paper, state) : undefined
}

function stepNotReady(step: Step, state: CaseState, { running }: Circumstances): Refusal | undefined {
  const missing = requiredBefore(stepsOf(state, running), step.step).filter((each) => !state.done[each])
  return firstRefusal(
    state.done[step.step] !== undefined && refuse('already-done', { step: step.step }),
    missing.length > 0 && refuse('step-needs', { step: step.step, missing }),
  )
}
