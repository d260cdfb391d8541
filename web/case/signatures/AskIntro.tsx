import { liveSigningOf, stepSignedOn } from '#domain/case/signing.ts'
import { parties as allParties, type Party } from '#domain/signature/party.ts'
import { carriedParties } from '#domain/signature/signature.ts'

import { Notice } from '../../ui/Notice.tsx'
import type { CaseView } from '../view.ts'

/** Which document is put forward, who signs it, and what becomes of what was signed under the version before. */
export function AskIntro({ view, of }: { view: CaseView; of: string | undefined }) {
  const { file, words, circumstances } = view
  const { text } = words
  const { case: state, documents } = file.answer
  const document = documents.find((each) => each.document === of)
  if (!document) return null
  const step = stepSignedOn(document.paper, state, circumstances.running)
  const asked = step?.signedBy ?? []
  const before = step || document.parts !== null ? liveSigningOf(document.paper, state) : undefined
  const was = documents.find((each) => each.document === before?.document)
  const kept = before ? carriedParties(before, was?.parts ?? null, document.parts, step ? asked : allParties) : []
  const lost = (before?.signatures ?? []).map(({ party }) => party).filter((party) => !kept.includes(party))
  const named = (parties: readonly string[]): string =>
    new Intl.ListFormat(text.locale).format(parties.map((party) => text(`signatures.the-${party as Party}`)))
  return (
    <>
      <p className="border-s-3 border-river ps-3 text-lead">
        <a href={`/api/documents/${document.document}`}>{words.paper(document.paper)}</a>
        <span className="block text-small text-ink-soft">
          <bdi>{document.name}</bdi>
        </span>
      </p>
      {asked.length > 0 && <p>{text('signatures.who-signs', { parties: named(asked) })}</p>}
      {before && (
        <Notice kind="late" title={text('signatures.replaces')}>
          {lost.length > 0 && <p>{text('signatures.lost', { parties: named(lost) })}</p>}
          {kept.length > 0 && <p>{text('signatures.kept', { parties: named(kept) })}</p>}
          {lost.length + kept.length === 0 && <p>{text('signatures.nothing-lost')}</p>}
        </Notice>
      )}
    </>
  )
}
