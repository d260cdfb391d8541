import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { noHolidays } from '../../holidays.ts'
import type { Deed, Played } from '#tests/kit/case.ts'
import { after, outcomeOf, refusalOf } from '#tests/kit/case.ts'
import { business } from '#tests/kit/roads.ts'

import { obligationsOf } from '../obligations.ts'
import type { KeptDocument } from '../signing.ts'

const print = (sign: string) => sign.repeat(64)
const parts = { beneficiary: 'award 4', operator: 'visits', office: 'award 4' }
const contract: KeptDocument = {
  document: 'contract-one',
  paper: 'commitment-contract',
  fingerprint: print('1'),
  parts,
}
const changed: KeptDocument = {
  document: 'contract-two',
  paper: 'commitment-contract',
  fingerprint: print('2'),
  parts: { ...parts, beneficiary: 'award 3', office: 'award 3' },
}
const drawing = '00000000-0000-4000-8000-0000000000f1'
const documents = [contract, changed, { ...contract, document: 'image', paper: 'signature-image' }]

const day = '2026-05-20'
function ask(document: string, on = day, more: object = {}): Deed {
  return { command: 'ask-signatures', by: 'coordinator', day: on, input: { document, ...more }, documents }
}

function last(played: Played) {
  const request = played.state.signing?.at(-1)
  if (!request) throw new Error('nothing is asked')
  return request
}

function sign(
  played: Played,
  party: string,
  more: object = {},
  by: Deed['by'] = party === 'operator' ? 'adviser' : 'coordinator',
) {
  const { request, fingerprint } = last(played)
  const input = { request, fingerprint, party, means: 'on-device', mark: 'drawn', image: drawing, ...more }
  return { command: 'sign-document', by, day: '2026-05-21', input } satisfies Deed
}

function signedBy(played: Played, ...parties: readonly string[]): Played {
  return parties.reduce((before, party) => after(before, sign(before, party)), played)
}

const asked = after(business('decided'), ask('contract-one'))
const complete = signedBy(asked, 'beneficiary', 'operator', 'office')

describe('the contract is signed', () => {
  test('by the parties that the step names, under its exact bytes; the last one completes the step', () => {
    expect(last(asked)).toMatchObject({
      fingerprint: print('1'),
      step: 'agreement',
      parties: ['beneficiary', 'operator', 'office'],
    })
    expect(signedBy(asked, 'beneficiary', 'operator').state.done['agreement']).toBeUndefined()
    expect(complete.state.done['agreement']).toBe('2026-05-21')
    expect(complete.state.signatures.map(({ party }) => party)).toEqual(['beneficiary', 'operator', 'office'])
  })

  test('and until then each missing signature is owed by whoever gives it', () => {
    const owed = (played: Played) =>
      obligationsOf(played.state, played.running, noHolidays)
        .filter(({ step }) => step === 'agreement')
        .map(({ kind, ref, role, office }) => [kind, ref, role, office])
    expect(owed(asked)).toEqual([
      ['signature', 'beneficiary', 'adviser', 'operator-one'],
      ['signature', 'operator', 'adviser', 'operator-one'],
      ['signature', 'office', 'coordinator', 'yaounde'],
    ])
    expect(owed(complete)).toEqual([])
  })

  test('on paper without its file only while no contract is out, and only where the edition allows it', () => {
    const noted: Deed = {
      command: 'sign-commitment',
      by: 'coordinator',
      day,
      input: { party: 'office', means: 'on-paper' },
    }
    expect(refusalOf(business('decided'), noted)).toBeUndefined()
    expect(refusalOf(asked, noted)?.code).toBe('sign-the-document')
    const { running } = asked
    const journey = running.edition.journey.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) =>
        step.signing ? { ...step, signing: { ...step.signing, withoutPaper: false } } : step,
      ),
    }))
    const strict = { ...business('decided'), running: { ...running, edition: { ...running.edition, journey } } }
    expect(refusalOf(strict, noted)?.code).toBe('sign-the-document')
  })

  test('what was only noted does not count under the document', () => {
    const noted: Deed = {
      command: 'sign-commitment',
      by: 'coordinator',
      day,
      input: { party: 'office', means: 'on-paper' },
    }
    expect(after(business('decided'), noted, ask('contract-one')).state.signatures).toEqual([])
  })
})

describe('a new version', () => {
  const again = after(complete, ask('contract-two', '2026-05-25'))

  test('voids what was signed, opens the step again, and asks only those again whose part changed', () => {
    expect(last(again).signatures).toMatchObject([{ party: 'operator', fingerprint: print('1') }])
    expect(again.state.done['agreement']).toBeUndefined()
    expect(again.state.signatures.map(({ party }) => party)).toEqual(['operator'])
    expect(again.state.signing?.[0]?.ended).toEqual({ why: 'replaced', on: '2026-05-25', by: last(again).request })
  })

  test('refuses a signature on the old one, with both fingerprints', () => {
    const old = { request: last(complete).request, fingerprint: print('1') }
    const refusal = refusalOf(again, { ...sign(again, 'office', old), day: '2026-05-26' })
    expect(refusal).toMatchObject({ code: 'document-changed', facts: { shown: print('1'), current: print('2') } })
  })

  test('is complete once the others have signed it', () => {
    const rest = ['beneficiary', 'office'].reduce(
      (before, party) => after(before, { ...sign(before, party), day: '2026-05-26' }),
      again,
    )
    expect(rest.state.done['agreement']).toBe('2026-05-26')
  })
})

test('called off, it counts no more, and may be asked for again', () => {
  const cancel: Deed = {
    command: 'cancel-signatures',
    by: 'coordinator',
    day: '2026-05-22',
    input: { request: last(complete).request, reason: 'wrong name' },
  }
  const off = after(complete, cancel)
  expect(off.state.done['agreement']).toBeUndefined()
  expect(off.state.signatures).toEqual([])
  expect(refusalOf(off, cancel)?.code).toBe('signatures-cancelled')
  expect(last(after(off, ask('contract-one', '2026-05-23'))).signatures).toEqual([])
})

describe('the link', () => {
  const send: Deed = {
    command: 'send-signing-link',
    by: 'adviser',
    day,
    input: { request: last(asked).request, by: 'by-hand' },
  }
  const sent = after(asked, send)
  const [link] = last(sent).links
  const { request, fingerprint } = last(sent)
  const byLink = (more: object = {}, on = '2026-05-24'): Deed => ({
    command: 'sign-by-link',
    by: 'system',
    day: on,
    input: { request, fingerprint, link: link?.link, party: 'beneficiary', mark: 'drawn', image: drawing, ...more },
  })

  test('opens for two weeks, and the person signs with it', () => {
    expect(link).toMatchObject({ by: 'by-hand', expiresOn: '2026-06-03' })
    expect(last(after(sent, byLink())).signatures).toMatchObject([{ party: 'beneficiary', means: 'by-link' }])
  })

  test('the person may say no instead, and sign later', () => {
    const no: Deed = {
      command: 'decline-by-link',
      by: 'system',
      day,
      input: { request, link: link?.link, party: 'beneficiary', reason: 'the sum is wrong' },
    }
    const declined = after(sent, no)
    expect(last(declined).declined).toMatchObject([{ party: 'beneficiary' }])
    expect(last(after(declined, byLink())).declined).toEqual([])
  })

  test.each<[string, Deed, string]>([
    ['after its last day', byLink({}, '2026-06-04'), 'link-over'],
    ['that was never sent', byLink({ link: 'other' }), 'link-not-sent'],
    ['to a file altered by one byte', byLink({ fingerprint: `${print('1').slice(1)}2` }), 'document-changed'],
    ['without a drawing', byLink({ image: undefined }), 'evidence-missing'],
    ['with a thumb but no witness', byLink({ mark: 'thumb' }), 'evidence-missing'],
    ['with a typed name that is empty', byLink({ mark: 'typed' }), 'evidence-missing'],
  ])('is refused %s', (_, deed, code) => {
    expect(refusalOf(sent, deed)?.code).toBe(code)
  })

  test('goes by message only with the person’s consent, and not a sixth time a day', () => {
    expect(refusalOf(asked, { ...send, input: { ...send.input, by: 'sms' } })?.code).toBe('no-consent-to-messages')
    expect(refusalOf(after(sent, send, send, send, send), send)?.code).toBe('links-too-often')
  })
})

describe('refuses', () => {
  test.each<[string, Played, Deed, string]>([
    ['a document of another case', asked, ask('elsewhere'), 'unknown-choice'],
    ['a picture of a signature', asked, ask('image'), 'unknown-choice'],
    ['the same document twice', asked, ask('contract-one'), 'already-asked'],
    ['a contract before the decision', business('planned'), ask('contract-one'), 'step-needs'],
    ['a request that nobody made', asked, sign(asked, 'office', { request: 'none' }), 'no-such-signing'],
    ['the same party twice', complete, sign(complete, 'office'), 'already-signed'],
    [
      'the operator’s signature on the office’s screen',
      asked,
      sign(asked, 'operator', {}, 'coordinator'),
      'not-your-signature',
    ],
    ['a day before it was asked', asked, sign(asked, 'office', { on: '2026-05-19' }), 'date-too-early'],
  ])('%s', (_, played, deed, code) => {
    expect(refusalOf(played, deed)?.code).toBe(code)
  })
})

test('whatever the order of acts, the step is done only while everybody asked has signed what stands', () => {
  const act = fc.oneof(
    fc.constantFrom('contract-one', 'contract-two').map((document) => (): Deed => ask(document, '2026-05-21')),
    fc
      .record({ party: fc.constantFrom('beneficiary', 'operator', 'office'), at: fc.nat(3), own: fc.boolean() })
      .map(({ party, at, own }) => (played: Played): Deed => {
        const requests = played.state.signing ?? []
        const request = requests[at % requests.length] ?? last(played)
        const fingerprint = own ? request.fingerprint : print('9')
        return sign(played, party, { request: request.request, fingerprint })
      }),
    fc.constant((played: Played): Deed => ({
      command: 'cancel-signatures',
      by: 'coordinator',
      day: '2026-05-21',
      input: { request: last(played).request, reason: 'no' },
    })),
  )
  fc.assert(
    fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
      const end = acts.reduce((played, next) => {
        const deed = next(played)
        return outcomeOf(played, deed).refused ? played : after(played, deed)
      }, asked)
      const live = end.state.signing?.filter((each) => each.ended === null) ?? []
      expect(live.length).toBeLessThanOrEqual(1)
      const whole = live.some((each) =>
        each.parties.every((party) => each.signatures.some((own) => own.party === party)),
      )
      expect(end.state.done['agreement'] !== undefined).toBe(whole)
      for (const { signatures, fingerprint } of live)
        for (const each of signatures) expect([fingerprint, print('1'), print('2')]).toContain(each.fingerprint)
    }),
    { numRuns: 60 },
  )
})
