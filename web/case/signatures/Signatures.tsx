import { useState } from 'react'

import type { DocumentAnswer } from '#contract/answers.ts'
import type { CaseSigning } from '#domain/case/state.ts'
import { officeOfParty } from '#domain/case/signing.ts'
import type { Party } from '#domain/signature/party.ts'
import { isComplete, stillToSign } from '#domain/signature/signature.ts'

import { call, type Problem } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Day } from '../../ui/Day.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { allowed } from '../acts.ts'
import { Comma, Section } from '../Section.tsx'
import type { CaseView } from '../view.ts'
import { aboutSignature } from './about.ts'

type SignaturesProps = {
  readonly view: CaseView
  /** Papers out to be signed that no longer say what the case says. */
  readonly changed: readonly string[]
  /** Writes the paper anew and asks again for what changed. */
  readonly renew: (paper: string) => void
}

/** What parties are asked to sign: who has, who has not, who said no, and what can be done about it. */
export function Signatures({ view, changed, renew }: SignaturesProps) {
  const { file, words } = view
  const { text } = words
  const signing = file.answer.case.signing ?? []
  const live = signing.filter((each) => each.ended === null)
  const over = signing.filter((each) => each.ended !== null)
  if (signing.length === 0) return null
  return (
    <Section title={text('signatures.title')}>
      <ul className="grid gap-6">
        {live.map((each) => (
          <li key={each.request}>
            <Signing signing={each} view={view} isChanged={changed.includes(each.paper)} renew={renew} />
          </li>
        ))}
      </ul>
      {over.length > 0 && (
        <details className="mt-5">
          <summary className="touch cursor-pointer text-ink-soft">
            {text('signatures.over', { count: over.length })}
          </summary>
          <ul>
            {over.toReversed().map((each) => (
              <li key={each.request} className="border-b border-line py-2 text-small text-ink-soft">
                <PaperLink signing={each} view={view} /> <Ended signing={each} view={view} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

type SigningProps = {
  readonly signing: CaseSigning
  readonly view: CaseView
  readonly isChanged: boolean
  readonly renew: (paper: string) => void
}

function Signing({ signing, view, isChanged, renew }: SigningProps) {
  const { words, attempts, begin } = view
  const { text } = words
  const { request, parties, signatures, askedOn, paper } = signing
  const missing = stillToSign(signing)
  const count = signatures.length
  return (
    <article aria-label={words.paper(paper)}>
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-strong">
          <PaperLink signing={signing} view={view} />
        </h3>
        <span className={isComplete(signing) ? 'text-leaf' : 'text-ink-soft'}>
          {text(isComplete(signing) ? 'signatures.complete' : 'signatures.count', { count, of: parties.length })}
        </span>
        <span className="text-small text-ink-soft">
          {text('signatures.asked')} <Day value={askedOn} />
        </span>
      </header>
      {isChanged && (
        <div className="mt-3">
          <Notice
            kind="late"
            title={text('signatures.changed')}
            action={
              allowed('ask-signatures', attempts) && (
                <Button onPress={() => renew(paper)}>{text('signatures.renew')}</Button>
              )
            }
          >
            {text('signatures.changed-help')}
          </Notice>
        </div>
      )}
      <ul className="mt-2">
        {parties.map((party) => (
          <li key={party} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3">
            <PartyState party={party as Party} signing={signing} view={view} />
            {missing.includes(party) && <PartyActs party={party as Party} signing={signing} view={view} />}
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2" data-print="no">
        {count > 0 && <Certificate signing={signing} view={view} />}
        {allowed('cancel-signatures', attempts) && (
          <Button kind="plain" onPress={() => begin({ command: 'cancel-signatures', of: request })}>
            {text.maybe('command.cancel-signatures.title') ?? ''}
          </Button>
        )}
      </div>
    </article>
  )
}

/** The document that is signed, by its name; once erased, its name alone. */
function PaperLink({ signing, view }: { signing: CaseSigning; view: CaseView }) {
  const stored = view.file.answer.documents.find(({ document }) => document === signing.document)
  const name = view.words.paper(signing.paper)
  return stored ? <a href={`/api/documents/${signing.document}`}>{name}</a> : <span>{name}</span>
}

function Ended({ signing, view }: { signing: CaseSigning; view: CaseView }) {
  const { text } = view.words
  if (!signing.ended) return null
  return (
    <span>
      {text(signing.ended.why === 'replaced' ? 'signatures.replaced' : 'signatures.cancelled')}{' '}
      <Day value={signing.ended.on} />
    </span>
  )
}

function PartyState({ party, signing, view }: { party: Party; signing: CaseSigning; view: CaseView }) {
  const { words } = view
  const { text } = words
  const signature = signing.signatures.find((each) => each.party === party)
  const no = signing.declined.find((each) => each.party === party)
  const sent = party === 'beneficiary' ? signing.links.at(-1) : undefined
  const office = officeOfParty(party, view.file.answer.case)
  const name = office === null ? text(`signatures.party-${party}`) : words.office(office)
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="font-strong">{name}</p>
      {signature ? (
        <p className="text-small text-leaf">
          {text('signatures.signed')} <Day value={signature.on} />
          <Comma />
          {text.maybe(`field.sign-commitment.means.option.${signature.means}`)}
          {signature.fingerprint !== signing.fingerprint && (
            <>
              <Comma />
              {text('signatures.carried')}
            </>
          )}
        </p>
      ) : (
        <p className="text-small text-ink-soft">
          {text('signatures.waiting')}
          {sent && (
            <>
              <Comma />
              {text('signatures.link-sent', { by: sent.by })} <Day value={sent.on} />
              <Comma />
              {text('signatures.link-until')} <Day value={sent.expiresOn} />
            </>
          )}
        </p>
      )}
      {no && !signature && (
        <div className="mt-2">
          <Notice kind="late" title={text('signatures.declined')}>
            <span dir="auto" className="whitespace-pre-line">
              {words.words(no.reason) ?? text('case.erased')}
            </span>
          </Notice>
        </div>
      )}
    </div>
  )
}

/** What this seat can do so that a party signs: here, by a link, or with the scan of the paper. */
function PartyActs({ party, signing, view }: { party: Party; signing: CaseSigning; view: CaseView }) {
  const { attempts, begin, words, file, circumstances } = view
  const { text } = words
  if (!allowed('sign-document', attempts)) return null
  const office = officeOfParty(party, file.answer.case)
  const isHere = office === null || office === circumstances.actor.office
  const of = aboutSignature(signing.request, party)
  return (
    <div className="flex flex-wrap gap-2" data-print="no">
      {isHere && (
        <Button onPress={() => begin({ command: 'sign-document', of })}>
          {text(party === 'beneficiary' ? 'signatures.sign-together' : 'signatures.sign-own')}
        </Button>
      )}
      {party === 'beneficiary' && allowed('send-signing-link', attempts) && (
        <Button onPress={() => begin({ command: 'send-signing-link', of: signing.request })}>
          {text(signing.links.length > 0 ? 'signatures.remind' : 'signatures.send')}
        </Button>
      )}
      <Button kind="plain" onPress={() => begin({ command: 'sign-document', of: `${of} on-paper` })}>
        {text('signatures.scan')}
      </Button>
      <Button kind="plain" onPress={() => begin({ command: 'decline-signature', of: signing.request })}>
        {text('signatures.no')}
      </Button>
    </div>
  )
}

/** The page that says who signed, when and how: it stands beside the document. */
function Certificate({ signing, view }: { signing: CaseSigning; view: CaseView }) {
  const { text } = view.words
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const print = async (): Promise<void> => {
    setBusy(true)
    const path = `/api/cases/${view.file.id}/signatures/${signing.request}/certificate?language=${text.language}`
    const answer = await call<DocumentAnswer>('POST', path, {})
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) location.assign(`/api/documents/${answer.value.document}`)
  }
  return (
    <>
      <Button onPress={() => void print()} busy={busy}>
        {text('signatures.certificate')}
      </Button>
      {problem && <ProblemNotice problem={problem} small />}
    </>
  )
}
