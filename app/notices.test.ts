import { describe, expect, test } from 'vitest'

import type { PersonAnswer } from '#contract/answers.ts'
import { foldCase } from '#domain/case/case.ts'
import type { CaseState } from '#domain/case/state.ts'
import { noHolidays } from '#domain/holidays.ts'
import { after, caseId, noDeeds, offices as officesByRole, runningScheme } from '#tests/kit/case.ts'
import type { Deed } from '#tests/kit/case.ts'
import { businessRoad, employmentRoad, socialRoad } from '#tests/kit/roads.ts'

import { composeNotice, languageOf, officesToTell, reachable } from './notices.ts'
import type { NoticeScene } from './notices.ts'
import { languages } from './ports.ts'

const running = runningScheme('ofii-cameroon')
const officeNames = Object.fromEntries(
  Object.values(officesByRole).flatMap((all) => all.map((each) => [each, `<${each}>`])),
)

const aline: PersonAnswer = {
  person: '00000000-0000-4000-8000-000000000001',
  relation: 'principal',
  givenName: 'Aline',
  familyName: 'Mballa',
  chosenName: null,
  birth: null,
  birthEstimated: false,
  sex: null,
  nationality: null,
  phone: '+237 6 99 00 00 00',
  email: 'aline@example.org',
  language: 'fr',
  erased: false,
}

/** Every event of a road with the notices that it sends, and the case as it was right after it. */
function noticesOn(road: Readonly<Record<string, Deed>>) {
  const { events } = after(noDeeds(), ...Object.values(road))
  return events.flatMap((event, index) =>
    running.edition.notices
      .filter((notice) => notice.on === event.type)
      .map((notice) => ({ notice, scene: sceneAt(foldCase(caseId, events.slice(0, index + 1)), event) })),
  )
}

function sceneAt(state: CaseState, event: NoticeScene['event']): NoticeScene {
  return {
    event,
    state,
    running,
    calendar: noHolidays,
    texts: { place: 'Quartier du Lac' },
    officeNames,
    person: aline,
    sittingOn: '2026-04-20',
    zone: 'Africa/Douala',
  }
}

const told = [businessRoad, employmentRoad, socialRoad].flatMap(noticesOn)

describe('what a notice says', () => {
  test('the roads of the scheme send most of its notices', () => {
    const sent = new Set(told.map(({ notice }) => notice.notice))
    expect(sent.size).toBeGreaterThan(12)
  })

  test.each(languages)('every word in braces is known on every event of every road, in %s', (language) => {
    for (const { notice, scene } of told) {
      const { subject, body } = composeNotice(notice, scene, { language, link: 'https://homeward.example/x' })
      expect(`${notice.notice}: ${subject} ${body}`).not.toMatch(/[{}]|à préciser|to be specified|يُحدَّد/)
    }
  })

  test('a tranche is told with its amount, a deadline with its day, in words of the language', () => {
    const asked = told.find(({ notice }) => notice.notice === 'tranche-to-check')
    const named = told.find(({ notice }) => notice.notice === 'operator-asked')
    if (!asked || !named) throw new Error('not on the road')
    const amount = asked.scene.state.award?.tranches[0]?.amount ?? 0
    const { body } = composeNotice(asked.notice, asked.scene, { language: 'en', link: '' })
    expect(body.replace(/\s/g, ' ')).toContain(new Intl.NumberFormat('en').format(amount))
    expect(composeNotice(named.notice, named.scene, { language: 'fr', link: '' }).body).toMatch(
      /avant le \d+ \p{L}+ 2026/u,
    )
  })

  test('an appointment is told by the clock of the place, and what is not known says so', () => {
    const notice = running.edition.notices.find((each) => each.notice === 'appointment')
    const { scene } = told[0] ?? {}
    if (!notice || !scene) throw new Error('no appointment')
    const planned = (place: string) => ({
      ...scene.event,
      type: 'appointment-planned' as const,
      data: { appointment: 'a', at: '2026-03-02T09:30:00Z', place, with: 'adviser' },
    })
    const say = (place: string) =>
      composeNotice(notice, { ...scene, event: planned(place) }, { language: 'fr', link: '' }).body
    expect(say('place')).toContain('2 mars 2026 à 10:30')
    expect(say('place')).toContain('Quartier du Lac')
    expect(say('erased')).toContain('(à préciser)')
  })

  test('in Arabic every value stands apart, so that dates and names keep their order', () => {
    const { notice, scene } = told.find((each) => each.notice.body.ar.includes('{file}')) ?? told[0]!
    const { body } = composeNotice(notice, scene, { language: 'ar', link: 'https://homeward.example/x' })
    expect(body).toMatch(/\u2068CM-2026-[0-9A-F]{6}\u2069/)
  })
})

describe('whom a notice reaches', () => {
  test('the office that a case is offered to, not the one that offers it', () => {
    const offered = told.find(({ notice }) => notice.notice === 'handover-offered')
    expect(officesToTell('coordinator', offered!.scene, officesByRole)).toEqual(['yaounde'])
  })

  test('the operator named, the scheme’s own finance, and the office with custody', () => {
    const { scene } = told.find(({ notice }) => notice.notice === 'operator-asked')!
    expect(officesToTell('adviser', scene, officesByRole)).toEqual(['operator-one'])
    expect(officesToTell('payment-approver', scene, officesByRole)).toEqual(['finance'])
    expect(officesToTell('coordinator', scene, officesByRole)).toEqual(['yaounde'])
  })

  test('the person only with their consent, and never once they are erased', () => {
    const scene = told[0]!.scene
    const given = { ...scene.state, consents: { messages: { given: true, on: '2026-01-05' } } }
    const nobody = { email: null, phone: null }
    expect(reachable(scene)).toEqual(nobody)
    expect(reachable({ ...scene, state: given })).toEqual({ email: 'aline@example.org', phone: '+237699000000' })
    const withdrawn = { ...given, consents: { messages: { given: false, on: '2026-02-05' } } }
    expect(reachable({ ...scene, state: withdrawn })).toEqual(nobody)
    expect(reachable({ ...scene, state: given, person: { ...aline, erased: true } })).toEqual(nobody)
    expect(reachable({ ...scene, state: given, person: undefined })).toEqual(nobody)
  })

  test('each in a language of ours', () => {
    expect(['fr', 'en', 'ar', 'wo', null, undefined].map(languageOf)).toEqual(['fr', 'en', 'ar', 'fr', 'fr', 'fr'])
  })
})
