import type { CaseAnswer, DocumentAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { findDocument } from '#db/documents.ts'
import { readStream } from '#db/event-store.ts'
import type { StoredEvent } from '#db/event-store.ts'
import { readCase } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import type { CaseEventData } from '#domain/case/events.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { signatureCertificate } from '#domain/case/signing.ts'
import type { CaseSigning } from '#domain/case/state.ts'
import type { Outcome } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'
import type { Party } from '#domain/signature/party.ts'
import { isComplete } from '#domain/signature/signature.ts'

import type { House } from './house.ts'
import { languageOf } from './notices.ts'
import type { CertifiedSignature, Language, SignatureCertificate } from './ports.ts'
import { principalOf } from './principal.ts'
import { keepPrinted } from './print-paper.ts'

type Wanted = { readonly case: string; readonly request: string; readonly language?: Language | undefined }

/**
 * The page that says who signed a document, when, how and on what evidence, with the place of each signature in the
 * case's chain of events. It stands beside the document, whose bytes stay as they were signed. Refusals: `not-found`,
 * `no-such-signing`, those of the printer and of the file store.
 */
export async function printCertificate(house: House, actor: Actor, wanted: Wanted): Promise<Outcome<DocumentAnswer>> {
  const [file, offices, stream] = await asActor(house.database, actor, (tx) =>
    Promise.all([readCase(tx, wanted.case), readOffices(tx), readStream(tx, wanted.case)]),
  )
  if (file === undefined) return refuse('not-found')
  const answer = JSON.parse(file) as CaseAnswer
  const { case: state } = answer
  const signing = state.signing?.find((each) => each.request === wanted.request)
  const running = await house.editions.sought(() => house.editions.find(state.scheme, state.edition))
  if (!signing || !running) return refuse('no-such-signing', { request: wanted.request })
  const person = principalOf(answer)
  const language = wanted.language ?? languageOf(person?.language)
  const office = offices.find((each) => each.office === state.custody.office)
  const operator = offices.find((each) => each.office === state.operator?.office)
  const number = fileNumber(state.case, state.registeredOn, running.scheme.country)
  const names = {
    beneficiary:
      answer.beneficiary?.name ?? `${person?.chosenName ?? person?.givenName ?? ''} ${person?.familyName ?? ''}`.trim(),
    operator: operator?.name ?? '',
    office: office?.name ?? '',
  }
  const document = answer.documents.find((each) => each.document === signing.document)
  const paper = running.edition.papers.find((each) => each.paper === signing.paper)
  const data: SignatureCertificate = {
    scheme: running.scheme.title[language],
    office: { name: names.office, place: office?.place ?? names.office },
    reference: `${number}/${state.version}`,
    date: house.clock.today(),
    document: {
      title: paper?.title[language] ?? document?.name ?? signing.paper,
      name: document?.name ?? null,
      file: number,
      fingerprint: signing.fingerprint,
      size: document?.size ?? null,
      askedOn: signing.askedOn,
    },
    standing: signing.ended ? signing.ended.why : isComplete(signing) ? 'complete' : 'incomplete',
    endedOn: signing.ended?.on ?? null,
    parties: await Promise.all(
      signing.parties.map(async (party) => {
        const signed = signatureIn(signing, party, stream, answer.texts)
        const image = signed && (await imageOf(house, signed.picture, answer.documents))
        const name = names[party as Party] ?? ''
        return { party: party as Party, name, signed: signed && { ...signed.said, image } }
      }),
    ),
    chain: stream.at(-1)?.hash.toString('hex') ?? '',
  }
  const printed = await house.printer.letter('signature-certificate', data, language)
  if (printed.refused) return printed
  const name = `${signatureCertificate}-${signing.paper}-${language}-${data.date}.pdf`
  const { bytes } = printed.value
  return keepPrinted(house, actor, { case: state.case, paper: signatureCertificate, name, bytes, parts: null })
}

type Found = { readonly said: Omit<CertifiedSignature, 'image'>; readonly picture: string | null }

/** A photograph of a page is no picture for a certificate: it lies beside it, among the papers. */
const largestPicture = 200_000

async function imageOf(
  house: House,
  picture: string | null,
  documents: readonly DocumentAnswer[],
): Promise<Uint8Array | null> {
  const kept = documents.find(({ document }) => document === picture)
  if (!kept || kept.size > largestPicture || !kept.mediaType.startsWith('image/')) return null
  const stored = await asActor(house.database, 'system', (tx) => findDocument(tx, kept.document))
  const content = stored && (await house.files.readWhole(stored.storageKey))
  return content && !content.refused ? content.value : null
}

/** The signature that counts for a party: the one that was given under the bytes it stands for. */
function signatureIn(
  { signatures, request, fingerprint, links }: CaseSigning,
  party: string,
  stream: readonly StoredEvent[],
  texts: CaseAnswer['texts'],
): Found | null {
  const signature = signatures.find((each) => each.party === party)
  if (!signature) return null
  const event = stream.findLast(({ type, data }) => {
    if (type !== 'document-signed') return false
    const given = data as CaseEventData['document-signed']
    return (
      given.party === party &&
      given.fingerprint === signature.fingerprint &&
      (given.request === request || signature.fingerprint !== fingerprint)
    )
  })
  if (!event) return null
  const given = event.data as CaseEventData['document-signed']
  const { means, mark, device, language, shownAt } = given
  const said = {
    at: event.recordedAt,
    on: given.on,
    means,
    mark,
    name: given.name === null ? null : (texts[given.name] ?? null),
    witness: given.witness === null ? null : (texts[given.witness] ?? null),
    linkBy: links.find((each) => each.link === given.link)?.by ?? null,
    device,
    language,
    shownAt,
    carriedFrom: signature.fingerprint === fingerprint ? null : signature.fingerprint,
    version: event.version,
    hash: event.hash.toString('hex'),
  }
  return { said, picture: given.mark === 'scan' ? null : given.image }
}
