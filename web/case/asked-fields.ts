import type { CaseAnswer } from '#contract/answers.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { CaseState } from '#domain/case/state.ts'
import { stepSignedOn } from '#domain/case/signing.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import type { Fields } from '#domain/field.ts'
import { isSplitAsked } from '#domain/scheme/funding.ts'
import { aidOf } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { stillToSign } from '#domain/signature/signature.ts'

import type { CaseView } from './view.ts'

/**
 * The fields of an act as they are asked here: what the address fixes already is left out, and of the answers only those
 * are offered that the rules of the edition would accept on this case. A session that was recorded before is corrected
 * from its own place, where it is given.
 */
export function askedFields(
  command: CaseCommand,
  given: Readonly<Record<string, unknown>>,
  { file, circumstances }: CaseView,
): Fields {
  const state = file.answer.case
  const { edition } = circumstances.running
  const aid = aidOf(edition, state.aid)
  const possible: Readonly<Record<string, readonly string[] | undefined>> = {
    payee: aid?.payees,
    party: partiesLeft(state, circumstances.running, given['request']),
  }
  return Object.fromEntries(
    Object.entries(command.fields)
      .filter(
        ([name, field]) =>
          !(name in given) &&
          name !== 'session' &&
          !(name === 'parties' && isNamedByStep(given['document'], file.answer, circumstances.running)) &&
          !(given['project'] !== undefined && versionFields.includes(name)) &&
          !(field.from === 'projects' && (state.projects ?? []).length === 0) &&
          (!splitFields.includes(name) || isSplitAsked(aid?.funders)),
      )
      .map(([name, field]) => {
        const options = field.options?.filter((option) => possible[name]?.includes(option) ?? true) ?? []
        return [name, options.length === 0 ? field : { ...field, options }]
      }),
  )
}

/** What a saved version of the project says is not typed beside it. */
const versionFields = ['lines', 'ownContribution', 'requested']

/** How funders share an award is asked only where the scheme does not say it. */
const splitFields = ['funding', 'fundingReason']

/** Whose signature a document, or else the commitment, still waits for. */
function partiesLeft(state: CaseState, running: RunningEdition, request: unknown): readonly string[] | undefined {
  const signing = state.signing?.find((each) => each.request === request)
  if (signing) return stillToSign(signing)
  const agreement = stepsOf(state, running).find(({ step }) => step.kind === 'agreement')?.step
  const signed = state.signatures.filter(({ step }) => step === agreement?.step).map(({ party }) => party as string)
  return agreement?.signedBy?.filter((party) => !signed.includes(party))
}

/** The paper of a commitment is signed by whom its step names. */
function isNamedByStep(document: unknown, { case: state, documents }: CaseAnswer, running: RunningEdition): boolean {
  const paper = documents.find((each) => each.document === document)?.paper
  return paper !== undefined && stepSignedOn(paper, state, running) !== undefined
}
