import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { deviceKindOf } from './device.ts'
import type { Signature, SignatureRequest } from './signature.ts'
import {
  carriedParties,
  ended,
  isComplete,
  newRequest,
  signingRefusal,
  standingOf,
  stillToSign,
  withDecline,
  withSignature,
} from './signature.ts'

const parties = ['beneficiary', 'operator', 'office']
const one = 'a'.repeat(64)
const other = 'b'.repeat(64)

function asked(fingerprint = one, request = 'first'): SignatureRequest {
  return newRequest({ request, document: 'paper', fingerprint, askedOn: '2026-05-20', parties })
}

function by(party: string, fingerprint = one): Signature {
  return { party, fingerprint, on: '2026-05-21', means: 'by-link', mark: 'drawn' }
}

test('is complete when each party has signed these bytes', () => {
  const signed = parties.reduce((request, party) => withSignature(request, by(party)), asked())
  expect(isComplete(signed)).toBe(true)
  expect(stillToSign(signed)).toEqual([])
})

describe('refuses', () => {
  test.each<[string, SignatureRequest, string, string, string]>([
    ['other bytes', asked(), 'beneficiary', other, 'document-changed'],
    ['a party that was not asked', { ...asked(), parties: ['office'] }, 'operator', one, 'party-not-asked'],
    ['the same party twice', withSignature(asked(), by('office')), 'office', one, 'already-signed'],
    [
      'what was replaced',
      ended(asked(), { why: 'replaced', on: '2026-05-22', by: 'second' }),
      'office',
      one,
      'document-changed',
    ],
    [
      'what was called off',
      ended(asked(), { why: 'cancelled', on: '2026-05-22', by: null }),
      'office',
      one,
      'signatures-cancelled',
    ],
  ])('%s', (_, request, party, fingerprint, code) => {
    expect(signingRefusal(request, { party, fingerprint })?.code).toBe(code)
    expect(withSignature(request, by(party, fingerprint))).toEqual(request)
  })

  test('an old version with both fingerprints', () => {
    const replaced = ended(asked(), { why: 'replaced', on: '2026-05-22', by: 'second' })
    const refusal = signingRefusal(replaced, { party: 'office', fingerprint: one }, asked(other, 'second'))
    expect(refusal?.facts).toEqual({ shown: one, current: other })
  })
})

test('a no is taken back by signing', () => {
  const no = withDecline(asked(), { party: 'beneficiary', on: '2026-05-21', reason: 'text' })
  expect(no.declined).toHaveLength(1)
  expect(withSignature(no, by('beneficiary')).declined).toEqual([])
})

test('of a new version only those sign again whose part changed', () => {
  const signed = withSignature(withSignature(asked(), by('beneficiary')), by('operator'))
  const was = { beneficiary: 'x', operator: 'y', office: 'z' }
  expect(carriedParties(signed, was, { ...was, beneficiary: 'w' }, parties)).toEqual(['operator'])
  expect(carriedParties(signed, was, was, ['beneficiary', 'office'])).toEqual(['beneficiary'])
  expect(carriedParties(signed, null, was, parties)).toEqual([])
  expect(carriedParties(ended(signed, { why: 'cancelled', on: '2026-05-22', by: null }), was, was, parties)).toEqual([])
})

/** Anything that can happen, in any order: new versions with or without what carries over, calling off, signing anything. */
type Deed =
  | { readonly do: 'replace'; readonly fingerprint: string; readonly carried: readonly string[] }
  | { readonly do: 'cancel' }
  | { readonly do: 'sign'; readonly at: number; readonly party: string; readonly fingerprint: string }

const prints = ['1', '2', '3'].map((digit) => digit.repeat(64))
const anyPrint = fc.constantFrom(...prints)
const anyParty = fc.constantFrom(...parties, 'stranger')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('replace' as const), fingerprint: anyPrint, carried: fc.subarray(parties) }),
  fc.record({ do: fc.constant('cancel' as const) }),
  fc.record({ do: fc.constant('sign' as const), at: fc.nat(5), party: anyParty, fingerprint: anyPrint }),
)

function play(deeds: readonly Deed[]): readonly SignatureRequest[] {
  return deeds.reduce<readonly SignatureRequest[]>(
    (requests, each, index) => {
      const last = requests.at(-1)
      if (each.do === 'sign')
        return requests.map((request, place) =>
          place === each.at % requests.length ? withSignature(request, by(each.party, each.fingerprint)) : request,
        )
      if (!last) return requests
      const on = '2026-05-22'
      const before = requests.slice(0, -1)
      if (each.do === 'cancel') return [...before, ended(last, { why: 'cancelled', on, by: null })]
      const carried = last.ended ? [] : last.signatures.filter(({ party }) => each.carried.includes(party))
      const id = String(index)
      const next = newRequest({ ...asked(each.fingerprint, id) }, carried)
      return [...before, ended(last, { why: 'replaced', on, by: id }), next]
    },
    [asked(prints[0])],
  )
}

describe('whatever the order', () => {
  test('a signature counts only under the bytes that were signed, or as one that was carried over', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        const requests = play(deeds)
        const given = new Set(
          deeds.flatMap((each) => (each.do === 'sign' ? [`${each.party} ${each.fingerprint}`] : [])),
        )
        for (const request of requests)
          for (const { party, fingerprint } of request.signatures) {
            expect(parties).toContain(party)
            expect(given).toContain(`${party} ${fingerprint}`)
          }
      }),
    )
  })

  test('a void signature never counts, and a file is valid only while a request under its very bytes stands', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), anyPrint, (deeds, print) => {
        const requests = play(deeds)
        const live = requests.filter((each) => each.ended === null)
        expect(live.length).toBeLessThanOrEqual(1)
        for (const request of requests) if (request.ended) expect(isComplete(request)).toBe(false)
        const standing = standingOf(requests, print)
        expect(standing.standing === 'valid').toBe(live.some((each) => each.fingerprint === print))
        if (standing.standing === 'valid')
          for (const each of standing.signed)
            if (!each.carried)
              expect(live[0]?.signatures.some((own) => own.party === each.party && own.fingerprint === print)).toBe(
                true,
              )
      }),
    )
  })

  test('no party signs twice', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        for (const { signatures } of play(deeds))
          expect(new Set(signatures.map(({ party }) => party)).size).toBe(signatures.length)
      }),
    )
  })
})

test('one byte more or less, and nobody ever signed it', () => {
  const altered = `${one.slice(0, 63)}b`
  expect(standingOf([withSignature(asked(), by('office'))], altered)).toEqual({ standing: 'unknown' })
})

test.each([
  ['Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36', 'phone-chrome'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604',
    'phone-safari',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'computer-firefox'],
  ['', 'computer-other'],
])('knows the kind of device: %s', (said, kind) => {
  expect(deviceKindOf(said)).toBe(kind)
})
