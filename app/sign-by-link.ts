import { uuidv7 } from 'uuidv7'

import { asActor, systemActor } from '#db/connect.ts'
import { keepDocument, removeDocument } from '#db/documents.ts'
import { useSigningLink } from '#db/signing-links.ts'
import { signatureImage } from '#domain/case/signing.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { DeviceKind } from '#domain/signature/device.ts'

import { handle } from './handle.ts'
import type { House } from './house.ts'
import type { Language } from './ports.ts'
import { visited } from './signing-visit.ts'
import type { Behind } from './signing-visit.ts'

export type LinkSignature = {
  readonly fingerprint: string
  readonly mark: 'drawn' | 'typed' | 'thumb'
  /** The drawing, or the photograph of a thumb. */
  readonly image?: Uint8Array | undefined
  readonly name?: string | undefined
  readonly witness?: string | undefined
  readonly language: Language
  readonly device: DeviceKind
}

export type LinkSigned = { readonly on: string; readonly missing: readonly string[] }

/**
 * Signs on behalf of whoever the link was sent to, through the one door; the link is used up with it. Refusals: those
 * of `visited`, of the picture (`file-kind-not-allowed`, `image-not-readable`, …) and of the command.
 */
export async function signThroughLink(
  house: House,
  { token, visit }: { readonly token: string; readonly visit: string },
  given: LinkSignature,
): Promise<Outcome<LinkSigned>> {
  const behind = await visited(house, token, visit)
  if (behind.refused) return behind
  const { row, signing } = behind.value
  const image = given.image ? await keepPicture(house, behind.value, given.image) : accept(undefined)
  if (image.refused) return image
  const { image: _bytes, ...said } = given
  const shownAt = row.visitFrom
  const answer = await handle(house, systemActor, {
    command: uuidv7(),
    name: 'sign-by-link',
    stream: row.case,
    input: {
      ...said,
      request: row.request,
      link: row.link,
      party: row.party,
      ...(image.value === undefined ? {} : { image: image.value }),
      ...(shownAt === null ? {} : { shownAt }),
    },
  })
  if (answer.status === 'refused') {
    if (image.value !== undefined) await dropPicture(house, image.value)
    return answer.refusal
  }
  await asActor(house.database, 'system', (tx) => useSigningLink(tx, row.link, house.clock.now()))
  const missing = signing.parties.filter(
    (party) => party !== row.party && !signing.signatures.some((each) => each.party === party),
  )
  return accept({ on: house.clock.today(), missing })
}

/** Notes that the person does not agree, and why. The link stays open: they may still sign. */
export async function declineThroughLink(
  house: House,
  { token, visit }: { readonly token: string; readonly visit: string },
  reason: string,
): Promise<Outcome<{ readonly declined: true }>> {
  const behind = await visited(house, token, visit)
  if (behind.refused) return behind
  const { case: stream, request, link, party } = behind.value.row
  const input = { request, link, party, reason }
  const answer = await handle(house, systemActor, { command: uuidv7(), name: 'decline-by-link', stream, input })
  return answer.status === 'refused' ? answer.refusal : accept({ declined: true })
}

/** Keeps the picture as a document of the case, without what a camera wrote into it. */
async function keepPicture(house: House, { row, state }: Behind, bytes: Uint8Array): Promise<Outcome<string>> {
  const sniffed = await house.sniffer.sniff(bytes, { name: 'signature' })
  if (sniffed.refused) return sniffed
  const { kind } = sniffed.value
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') return refuse('file-kind-not-allowed', { kind }, 'image')
  const prepared = await house.images.prepare(bytes)
  if (prepared.refused) return prepared
  const document = uuidv7()
  const stored = await house.files.write(document, prepared.value.bytes)
  if (stored.refused) return stored
  const { mime } = prepared.value
  const name = `${row.party}.${mime === 'image/jpeg' ? 'jpg' : 'webp'}`
  const kept = {
    document,
    case: row.case,
    name,
    paper: signatureImage,
    mediaType: mime,
    storageKey: document,
    exif: null,
  }
  await asActor(house.database, 'system', (tx) =>
    keepDocument(tx, { ...stored.value, ...kept, uploadedBy: systemActor.user, office: state.custody.office }),
  )
  return accept(document)
}

async function dropPicture(house: House, document: string): Promise<void> {
  await house.files.remove(document)
  await asActor(house.database, 'system', (tx) => removeDocument(tx, document))
}
