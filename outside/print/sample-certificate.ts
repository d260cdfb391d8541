/** An invented certificate, for the tests of the letters. */
import type { Language, SignatureCertificate } from '#app/ports.ts'

const words = {
  fr: { scheme: 'Réinsertion au Cameroun', office: 'Représentation de Yaoundé', title: 'Contrat d’engagement' },
  en: { scheme: 'Reintegration in Cameroon', office: 'Yaoundé Office', title: 'Commitment contract' },
  ar: { scheme: 'إعادة الإدماج في الكاميرون', office: 'مكتب ياوندي', title: 'عقد الالتزام' },
} as const

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

/** A contract with a drawn, a carried and a missing signature; `image` is the drawing. */
export function sampleCertificate(language: Language, image: Uint8Array | null): SignatureCertificate {
  const { scheme, office, title } = words[language]
  const record = {
    version: 21,
    hash,
    name: null,
    witness: null,
    linkBy: null,
    device: null,
    language: null,
    shownAt: null,
  }
  const signed = { ...record, at: '2026-12-02T10:14:09.000Z', on: '2026-12-02', carriedFrom: null, image: null }
  return {
    scheme,
    office: { name: office, place: 'Yaoundé' },
    reference: 'CM-2026-000123/24',
    date: '2026-12-03',
    document: {
      title,
      name: 'commitment-contract-fr-2026-12-01.pdf',
      file: 'CM-2026-000123',
      fingerprint: hash,
      size: 48_213,
      askedOn: '2026-12-01',
    },
    standing: 'incomplete',
    endedOn: null,
    parties: [
      {
        party: 'beneficiary',
        name: 'Awa Ngono',
        signed: {
          ...signed,
          means: 'by-link',
          linkBy: 'sms',
          mark: image ? 'drawn' : 'thumb',
          witness: image ? null : 'Solange Etoundi',
          device: 'phone-chrome',
          language,
          shownAt: '2026-12-02T10:02:41.000Z',
          image,
        },
      },
      {
        party: 'operator',
        name: 'GIC Terre Nouvelle',
        signed: { ...signed, means: 'on-device', mark: 'typed', name: 'Solange Etoundi', carriedFrom: hash },
      },
      { party: 'office', name: office, signed: null },
    ],
    chain: hash,
  }
}
