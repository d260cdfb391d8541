/**
 * What the application asks of the world outside. Every failure that can be expected (no network, a file of the wrong
 * kind, a full mailbox) is a refusal with a code and facts; an exception means that something is broken.
 */
import type { Answer } from '#domain/answer.ts'
import type { Money } from '#domain/money.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { PlanPaper } from '#domain/project/plan-paper.ts'
import type { CellSheet } from '#domain/project/sheet-cells.ts'
import type { SignatureMark, SignatureMeans } from '#domain/signature/signature.ts'
import type { SittingPaper, SittingPaperData } from '#domain/sitting/papers.ts'

export type Clock = {
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string
  /** The plain date `YYYY-MM-DD` in an IANA time zone, or in the zone the system was set to. */
  today(zone?: string): string
}

/** How a notice left: handed over to the next server, or only kept because no channel is set up. */
export type Sent = { readonly state: 'sent' | 'kept'; readonly reference?: string }

export type MailMessage = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: Language
  /** Stays the same when a mail is tried again, so that the receiving side can drop the copy. */
  readonly id: string
  readonly attachments?: readonly { readonly name: string; readonly mime: string; readonly bytes: Uint8Array }[]
}

/** Refusals: `mail-refused` (never try again) and `mail-not-sent` (try later). */
export type Mail = { send(message: MailMessage): Promise<Outcome<Sent>> }

/** Refusals: `text-message-refused` (never try again) and `text-message-not-sent` (try later). */
export type TextMessage = {
  /** `to` in international form, `+237…`. `id` stays the same on another try. */
  send(message: { readonly to: string; readonly text: string; readonly id: string }): Promise<Outcome<Sent>>
}

export type Bytes = Uint8Array | AsyncIterable<Uint8Array>

export type StoredFile = {
  /** Of the content, in bytes. */
  readonly size: number
  /** SHA-256 of the content, hexadecimal. */
  readonly fingerprint: string
}

/** Keeps files encrypted. An id is 1 to 100 of `a-z 0-9 -`; writing an id again replaces the content at once. */
export type FileStore = {
  write(id: string, content: Bytes): Promise<Outcome<StoredFile>>
  /**
   * The content as verified chunks. Refusals: `file-not-found`, `file-damaged` when the beginning is not what was
   * written; damage further on breaks the stream with an exception, so that a damaged file is never taken for whole.
   */
  read(id: string): Promise<Outcome<AsyncIterable<Uint8Array>>>
  /** The whole content, verified to the end. Refusals as for `read`. */
  readWhole(id: string): Promise<Outcome<Uint8Array>>
  /** Size of the content in bytes, without reading it. */
  size(id: string): Promise<Outcome<number>>
  /** Removing what is not there is accepted. */
  remove(id: string): Promise<Outcome<true>>
}

export const fileKinds = ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'text', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

export type SniffedFile = { readonly kind: FileKind; readonly mime: string; readonly extension: string }

/**
 * What a file really is, from its bytes. Refusals: `file-empty`, `file-kind-not-allowed`, `file-kind-mismatch` (with
 * what it claims and what it is), `file-cut-short`, `file-unpacks-too-large`, `photo-format-not-readable` (HEIC).
 */
export type FileSniffer = {
  sniff(content: Uint8Array, claimed: { readonly name: string; readonly mime?: string }): Promise<Outcome<SniffedFile>>
}

export type PreparedImage = {
  readonly bytes: Uint8Array
  readonly mime: 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
  /** What the camera wrote, taken out of the picture: to be kept apart, and only if there is a purpose for it. */
  readonly taken: {
    /** Local date and time as the camera had it, `YYYY-MM-DDTHH:MM:SS`, with the offset if the camera knew it. */
    readonly at?: string
    readonly place?: { readonly latitude: number; readonly longitude: number }
  }
}

/** Upright, smaller, without hidden data. Refusals: `image-not-readable`, `image-too-large`. */
export type ImagePreparer = { prepare(content: Uint8Array): Promise<Outcome<PreparedImage>> }

export const languages = ['fr', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

export type PrintedLetter = {
  readonly bytes: Uint8Array
  /** `pdf` only when the text holds characters that none of the letter fonts can draw; archives do not accept that. */
  readonly standard: 'pdf-a-2a' | 'pdf'
  readonly pages: number
}

/**
 * Letters and the papers of a sitting as PDF. The same data gives the same bytes, so that a fingerprint can be taken again.
 * Refusals: `letter-not-known`, `print-failed`.
 */
export type Printer = {
  letter<K extends PrintKind>(kind: K, data: PrintData[K], language: Language): Promise<Outcome<PrintedLetter>>
  close(): Promise<void>
}

/** Sheets of cells and formulas as one XLSX file. */
export type Spreadsheets = { write(sheets: readonly CellSheet[], language: Language): Promise<Uint8Array> }

export const letterKinds = ['decision-letter', 'commitment-contract', 'project-sheet'] as const
export type LetterKind = (typeof letterKinds)[number]

/** Everything that can be printed: what a case's papers are written as, and the papers of a sitting. */
export type PrintKind = LetterKind | SittingPaper | 'signature-certificate' | 'business-plan'
export type PrintData = LetterData &
  SittingPaperData & { readonly 'signature-certificate': SignatureCertificate; readonly 'business-plan': BusinessPlan }

/** A saved version of a project as business plan. */
export type BusinessPlan = LetterBase & PlanPaper

export type LetterData = {
  readonly 'decision-letter': DecisionLetter
  readonly 'commitment-contract': CommitmentContract
  readonly 'project-sheet': ProjectSheet
}

/** Dates are plain `YYYY-MM-DD`, texts are plain text in the letter's language or as the person typed them. */
export type LetterBase = {
  readonly scheme: string
  readonly office: {
    readonly name: string
    readonly place: string
    readonly address?: readonly string[]
    readonly contact?: readonly string[]
  }
  readonly reference: string
  readonly date: string
  readonly person: { readonly name: string; readonly file: string; readonly address?: readonly string[] }
  readonly road?: readonly LetterStage[]
  /** Sentences that this scheme or office words in its own way, by their key in `catalogue/letters/texts.*.json`. */
  readonly wording?: Readonly<Record<string, string>>
}

export type LetterStage = {
  readonly title: string
  readonly state: 'done' | 'now' | 'late' | 'waiting' | 'skipped' | 'unknown' | 'ahead'
}

export type LetterTranche = {
  readonly title: string
  readonly amount: Money
  readonly payee?: 'beneficiary' | 'supplier' | 'operator'
  readonly conditions: readonly string[]
}

export type DecisionLetter = LetterBase & {
  readonly committee: string
  readonly sittingOn: string
  readonly project: string
  readonly decision:
    | {
        readonly outcome: 'select'
        readonly award: Money
        readonly conditions: readonly string[]
        readonly tranches?: readonly LetterTranche[]
      }
    | {
        readonly outcome: 'select-for-less'
        readonly requested: Money
        readonly award: Money
        readonly reason?: string
        readonly conditions: readonly string[]
        readonly tranches?: readonly LetterTranche[]
      }
    | { readonly outcome: 'postpone'; readonly asked: readonly string[]; readonly until?: string }
    | { readonly outcome: 'refuse'; readonly grounds: readonly string[] }
    | { readonly outcome: 'absent'; readonly nextSittingOn?: string }
  /** What the person does next and with whom, if it is known. */
  readonly next?: { readonly text: string; readonly by?: string }
  /** Only when the scheme knows how a decision is contested; nothing is printed otherwise. */
  readonly appeal?: string
  /** The last day on which the decision can be contested. */
  readonly appealUntil?: string
  readonly signatory?: { readonly name?: string; readonly title: string }
}

export type ContractParty = 'beneficiary' | 'operator' | 'office'

export type CommitmentContract = LetterBase & {
  readonly parties: readonly {
    readonly party: ContractParty
    readonly name: string
    readonly details?: readonly string[]
    readonly representedBy?: string
  }[]
  readonly project: string
  readonly sector?: string
  readonly place?: string
  readonly decided?: { readonly by: string; readonly on: string; readonly reference?: string }
  readonly award: Money
  readonly ownContribution?: Money
  readonly tranches: readonly LetterTranche[]
  /** Replaces the general duties of that party in the text files. */
  readonly duties?: Partial<Readonly<Record<ContractParty, readonly string[]>>>
  /** Left out where the scheme follows nobody up. */
  readonly monitoring?: {
    readonly months: number
    readonly starts: 'first-payment' | 'departure' | 'first-contact'
    /** Months after the start. */
    readonly visits: readonly number[]
    readonly reports?: readonly { readonly title: string; readonly month: number }[]
  }
  readonly signatures: readonly {
    readonly party: ContractParty
    readonly name: string
    readonly signed?: { readonly on: string; readonly means: 'on-paper' | 'on-device' | 'by-link' }
  }[]
  /** SHA-256 of the version put forward for signing, on the signed copy; the version put forward cannot hold its own. */
  readonly fingerprint?: string
}

export type ProjectSheet = LetterBase & {
  readonly project: string
  readonly summary?: Answer<string>
  readonly place: Answer<string>
  readonly sector: Answer<string>
  readonly jobs?: Answer<number>
  readonly operator?: Answer<string>
  readonly adviser?: Answer<string>
  readonly currency: string
  readonly budget: readonly { readonly label: string; readonly amount: Money }[]
  readonly funding: readonly {
    readonly label: string
    readonly amount: Money
    readonly state: 'asked' | 'pledged' | 'decided' | 'released' | 'paid' | 'proven'
  }[]
  readonly dates: readonly { readonly label: string; readonly date: Answer<string> }[]
}

/** The page beside a document that says who signed it, when, how and on what evidence. */
export type SignatureCertificate = Pick<LetterBase, 'scheme' | 'office' | 'reference' | 'date' | 'wording'> & {
  readonly document: {
    readonly title: string
    /** As the file is called; null once it was erased. */
    readonly name: string | null
    readonly file: string
    readonly fingerprint: string
    /** Bytes. */
    readonly size: number | null
    readonly askedOn: string
  }
  readonly standing: 'complete' | 'incomplete' | 'replaced' | 'cancelled'
  readonly endedOn: string | null
  readonly parties: readonly {
    readonly party: ContractParty
    readonly name: string
    readonly signed: CertifiedSignature | null
  }[]
  /** Hash of the last event of the case when the page was written. */
  readonly chain: string
}

/** Instants are ISO 8601, UTC; `hash` is the signature's own place in the chain of the case's events. */
export type CertifiedSignature = {
  readonly at: string
  readonly on: string
  readonly means: SignatureMeans
  readonly mark: SignatureMark
  readonly name: string | null
  readonly witness: string | null
  /** How the link reached the party, where it signed by one. */
  readonly linkBy: 'e-mail' | 'sms' | 'by-hand' | null
  readonly device: string | null
  readonly language: string | null
  readonly shownAt: string | null
  /** The fingerprint of the version it was given under, when nothing of this party's part has changed since. */
  readonly carriedFrom: string | null
  readonly version: number
  readonly hash: string
  /** The drawing or the thumb, a JPEG, PNG or WebP; null when it was erased or is too large for a page. */
  readonly image: Uint8Array | null
}
