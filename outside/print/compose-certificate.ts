import type { CertifiedSignature, SignatureCertificate } from '#app/ports.ts'
import type { Composed } from './head.ts'
import type { Writing } from './writing.ts'

/** What the certificate's template reads beside its head. Pictures go along as their bytes. */
export function certificate(data: SignatureCertificate, write: Writing): Composed {
  const { document, standing, endedOn, parties, chain } = data
  return {
    document: {
      title: write.text(document.title),
      name: document.name === null ? null : write.code(document.name),
      file: write.code(document.file),
      fingerprint: inGroups(document.fingerprint, write),
      size: document.size === null ? null : write.number(document.size),
      'asked-on': write.date(document.askedOn),
    },
    standing,
    'ended-on': endedOn === null ? null : write.date(endedOn),
    parties: parties.map(({ party, name, signed }) => ({
      party,
      name: write.text(name),
      signed: signed && signature(signed, write),
    })),
    chain: inGroups(chain, write),
  }
}

function signature(signed: CertifiedSignature, write: Writing): Composed {
  const { device, shownAt, carriedFrom, name, witness, image } = signed
  const [kind = null, browser = null] = device?.split('-') ?? []
  return {
    ...moment(signed.at, write),
    means: signed.means,
    mark: signed.mark,
    name: name === null ? null : write.text(name),
    witness: witness === null ? null : write.text(witness),
    'link-by': signed.linkBy,
    device: kind,
    browser: browser === null || browser === 'other' ? null : write.code(browser),
    language: signed.language,
    shown: shownAt === null ? null : moment(shownAt, write),
    'carried-from': carriedFrom === null ? null : write.code(`${carriedFrom.slice(0, 16)}…`),
    version: write.number(signed.version),
    hash: write.code(`${signed.hash.slice(0, 32)}…`),
    image: image === null ? null : [...image],
  }
}

function moment(instant: string, write: Writing): { readonly date: string; readonly time: string } {
  return { date: write.date(instant.slice(0, 10)), time: write.code(instant.slice(11, 16)) }
}

/** A hash that somebody reads aloud or compares: groups of eight. */
function inGroups(hash: string, write: Writing): string {
  return write.code(hash.match(/.{1,8}/g)?.join(' ') ?? '')
}
