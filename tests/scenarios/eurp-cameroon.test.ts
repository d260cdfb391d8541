import { expect, test } from 'vitest'

import type { Deed, Offices } from '../kit/case.ts'
import { refusalOf } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import {
  assessed,
  before,
  closed,
  describeRoad,
  did,
  kept,
  left,
  met,
  opened,
  reported,
  settled,
  stepped,
} from '../kit/scheme-road.ts'

const scheme = 'eurp-cameroon'

/** A counsellor of a member state, and the reintegration partner in Cameroon with its coordinator and its focal point. */
const offices: Offices = {
  counsellor: ['member-state'],
  coordinator: ['partner-douala'],
  adviser: ['partner-douala'],
  'finance-officer': ['programme-finance'],
  'payment-approver': ['programme-finance'],
}

function arrived(aid: string, retour: string): Deed[] {
  const answers = { retour, 'nationalité camerounaise': true, 'déjà aidé par le programme': false }
  return [
    opened(scheme, 'counsellor', '2025-09-08'),
    stepped('application', 'counsellor', '2025-09-09', answers),
    assessed(scheme, 'vulnerability', 'vulnerability-screening', 'counsellor', '2025-09-10'),
    did('give-verdict', 'counsellor', '2025-09-12'),
    did('choose-aid', 'counsellor', '2025-09-12', { aid }),
    ...left('counsellor', '2025-09-15', '2025-10-20'),
    did('hand-over-custody', 'counsellor', '2025-10-20', { to: 'partner-douala', reason: 'on the way' }),
    did('accept-custody', 'coordinator', '2025-10-21'),
    met('2025-10-22', '2025-10-21'),
    stepped('post-arrival', 'coordinator', '2025-10-27'),
  ]
}

function planned(requested: number): Deed {
  return did('submit-plan', 'adviser', '2025-12-01', { requested, text: 'line by line' })
}

function road(aid: string, retour: string, amount: number): SchemeRoad {
  return {
    scheme,
    offices,
    aid,
    paid: amount,
    stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'],
    deeds: [
      ...arrived(aid, retour),
      planned(amount),
      did('grant-award', 'coordinator', '2025-12-09', { amount }),
      kept(21, 'bill', 'adviser', '2026-01-12'),
      ...settled('in-kind', amount, '2026-01-20', { evidence: [21] }),
      reported('final', 'adviser', '2026-10-19'),
      closed('2026-10-26'),
    ],
  }
}

const business = road('post-return-business', 'volontaire', 1_311_914)

describeRoad('EU programme: a business, after a voluntary return', business)
describeRoad('EU programme: training, after a forced return', road('post-return-work', 'contraint', 655_957))
describeRoad('EU programme: daily life', road('post-return-social', 'volontaire', 900_000))

test('the plan stays within the package, which is smaller after a forced return', () => {
  const above = (retour: string, requested: number) =>
    refusalOf(before(road('post-return-work', retour, 1), 'submit-plan'), planned(requested))?.facts['ceiling']
  expect(above('volontaire', 1_311_915)).toBe(1_311_914)
  expect(above('contraint', 655_958)).toBe(655_957)
})

test('everything is given in kind: nobody is paid in person', () => {
  const request = { tranche: 'in-kind', payee: 'beneficiary', evidence: ['00000000-0000-4000-8000-000000000021'] }
  expect(
    refusalOf(before(business, 'request-tranche'), did('request-tranche', 'finance-officer', '2026-01-20', request)),
  ).toMatchObject({ code: 'payee-not-possible', facts: { possible: ['supplier'] } })
})
