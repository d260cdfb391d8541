import { createHash } from 'node:crypto'

import type { CaseAnswer, DocumentAnswer, PrintablePaperAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { findDocument, keepDocument } from '#db/documents.ts'
import { readCase } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import { readSitting } from '#db/reads/sitting.ts'
import { canonicalJson } from '#domain/canonical.ts'
import { liveSigningOf } from '#domain/case/signing.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'
import type { DocumentParts } from '#domain/signature/signature.ts'

import type { House } from './house.ts'
import { languageOf } from './notices.ts'
import { paperToPrint, printablePapers } from './paper-ready.ts'
import type { PrintablePaper } from './paper-ready.ts'
import { partsOf } from './paper-parts.ts'
import { letterData } from './papers.ts'
import type { PaperFacts } from './papers.ts'
import { languages } from './ports.ts'
import type { Language } from './ports.ts'
import { principalOf } from './principal.ts'

type Wanted = { readonly case: string; readonly paper: string; readonly language?: Language | undefined }

/**
 * Prints a paper of a case as PDF and keeps it as a document of the case; in the person's own language when none is
 * named. The same paper printed again from the same state on the same day is the same document, and so is one that is
 * out to be signed as long as nothing of what is signed has changed. Refusals: `not-found`,
 * `unknown-choice`, `paper-not-ready` with what is missing, those of the printer and of the file store.
 */
export async function printPaper(house: House, actor: Actor, wanted: Wanted): Promise<Outcome<DocumentAnswer>> {
  const known = await readPaperFacts(house, actor, wanted.case)
  if (known.refused) return known
  const { facts, answer } = known.value
  const ready = paperToPrint(wanted.paper, facts.state, facts.running)
  if (ready.refused) return ready
  const language = wanted.language ?? languageOf(principalOf(answer)?.language)
  const { letter, paper } = ready.value
  const data = letterData(letter, facts, language)
  const parts = partsOf(letter, data)
  const out = parts && outToBeSigned(paper, parts, answer)
  if (out) return accept(out)
  const printed = await house.printer.letter(letter, data, language)
  if (printed.refused) return printed
  const name = `${paper}-${language}-${facts.today}.pdf`
  return keepPrinted(house, actor, { case: facts.state.case, paper, name, bytes: printed.value.bytes, parts })
}

type Known = { readonly facts: PaperFacts; readonly answer: CaseAnswer }

/** What the papers of a case are written from. Refusals: `not-found`, `unknown-scheme`. */
async function readPaperFacts(house: House, actor: Actor, id: string): Promise<Outcome<Known>> {
  const [file, offices] = await asActor(house.database, actor, (tx) => Promise.all([readCase(tx, id), readOffices(tx)]))
  if (file === undefined) return refuse('not-found')
  const answer = JSON.parse(file) as CaseAnswer
  const { case: state, beneficiary, people, texts } = answer
  const running = await house.editions.sought(() => house.editions.find(state.scheme, state.edition))
  if (!running) return refuse('unknown-scheme', { scheme: state.scheme })
  const next = state.submission?.sitting
  const coming = next === undefined ? undefined : await asActor(house.database, actor, (tx) => readSitting(tx, next))
  const facts = {
    ...(coming ? { nextSittingOn: coming.on } : {}),
    state,
    running,
    beneficiary,
    people,
    texts,
    calendar: house.editions.calendar(running.scheme.country),
    today: house.clock.today(),
    offices: Object.fromEntries(offices.map((each) => [each.office, each])),
  }
  return accept({ facts, answer })
}

/**
 * The papers of a case that Homeward writes, what each still needs, and whether one that is out to be signed no longer
 * says what the case says. Refusals: `not-found`, `unknown-scheme`.
 */
export async function papersOf(
  house: House,
  actor: Actor,
  id: string,
): Promise<Outcome<readonly PrintablePaperAnswer[]>> {
  const known = await readPaperFacts(house, actor, id)
  if (known.refused) return known
  const { facts, answer } = known.value
  const rows = printablePapers(facts.state, facts.running)
  return accept(rows.map((row) => ({ ...row, changed: row.missing.length === 0 && hasChanged(row, facts, answer) })))
}

/** In whichever language it was written: none of them would give what the parties were shown. */
function hasChanged({ paper, letter }: PrintablePaper, facts: PaperFacts, { documents }: CaseAnswer): boolean {
  const out = documents.find(({ document }) => document === liveSigningOf(paper, facts.state)?.document)
  if (!out?.parts) return false
  const said = canonicalJson(out.parts)
  return languages.every((language) => canonicalJson(partsOf(letter, letterData(letter, facts, language))) !== said)
}

/** The version that parties sign now, where nothing that any of them signs has changed: another one would only confuse. */
function outToBeSigned(
  paper: string,
  parts: Readonly<Record<string, string>>,
  { case: state, documents }: CaseAnswer,
): DocumentAnswer | undefined {
  const out = documents.find(({ document }) => document === liveSigningOf(paper, state)?.document)
  return out?.parts && canonicalJson(out.parts) === canonicalJson(parts) ? out : undefined
}

export type Printed = {
  readonly case: string
  readonly paper: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly parts: DocumentParts
}

/** Keeps a PDF of a case as one of its documents; the same bytes are the same document. */
export async function keepPrinted(house: House, actor: Actor, printed: Printed): Promise<Outcome<DocumentAnswer>> {
  const document = idFrom(printed)
  const stored = await house.files.write(document, printed.bytes)
  if (stored.refused) return stored
  const row = { ...stored.value, document, storageKey: document, mediaType: 'application/pdf', exif: null }
  return asActor(house.database, actor, async (tx) => {
    const { bytes: _bytes, ...named } = printed
    tx.asKernel()
    await keepDocument(tx, { ...row, ...named, uploadedBy: actor.user, office: actor.office })
    const kept = await findDocument(tx, document)
    if (!kept) return refuse('not-found')
    const { storageKey: _key, case: _case, ...answer } = kept
    return accept(answer)
  })
}

/** The same content gives the same id, so that a paper is kept once however often it is asked for. */
function idFrom({ case: caseId, paper, bytes }: Printed): string {
  const hex = createHash('sha256').update(`${caseId} ${paper} `).update(bytes).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
