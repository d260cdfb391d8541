/**
 * The poultry project of the story by keyboard only: template, lines, results, version, study and plan; then the sitting,
 * the vote, the decision, its minutes signed and the contract signed by all.
 */
import { readFileSync } from 'node:fs'

import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { fillPriceBook } from '#app/price-book.ts'

import { barriers, faintWords } from '../kit/accessible.ts'
import { expectFits } from '../kit/at-the-screen.ts'
import { actor } from '../kit/house.ts'
import { keyboardOf } from '../kit/keyboard.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { player, playRoad, type PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'
import { askToSign, decide, signHere, signMinutes, submitToCommittee } from './workshop/decision.ts'
import { make, save, workOut } from './workshop/poultry.ts'

let office: OfficeDays
let agreed: PlayedCase
let aicha: Screen

beforeAll(async () => {
  office = await openOfficeDays()
  await fillPriceBook(office.house.database)
  const deeds = Object.entries(businessRoad)
  const until = deeds.findIndex(([moment]) => moment === 'agreed') + 1
  agreed = await playRoad(
    office,
    deeds.slice(0, until).map(([, deed]) => deed),
  )
  aicha = await office.enter('aicha', 'fr')
})
afterAll(async () => {
  await office.close()
  // Without network a screen may say that it tried.
  expect(office.complaints.filter((each) => !each.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('a project is worked out from a template to a saved version, the study and the plan, by keyboard only', async () => {
  const { page, words } = aicha
  const hand = keyboardOf(page)
  await page.goto(`${office.address}/cases/${agreed.case}?tab=project`)
  await page
    .getByRole('link', { name: words('case.workshop-open') })
    .first()
    .waitFor()
  await workOut(aicha)
  expect(await barriers(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faintWords(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })

  // The page is left before anything was saved: it is all there again.
  await page.reload()
  await page.getByText(words('workshop.kept-device')).waitFor()
  await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(3)

  await save(aicha, 'Premier chiffrage avec elle')
  await make(aicha, 'record-feasibility')
  const project = page.getByRole('tabpanel', { name: words('case.tab-project') })
  await project.getByRole('rowheader', { name: 'Brouette' }).waitFor()

  // A second version is saved where there is no network, and goes when it is back.
  await hand.reach('link', words('case.workshop-again'))
  await hand.press('Enter')
  await page.getByText(words('workshop.is-version', { number: 1 })).waitFor()
  await page.context().setOffline(true)
  await hand.reach('textbox', words('workshop.word-skills'))
  await hand.type('Elle a gardé l’élevage de son oncle.')
  await save(aicha, 'Ce qu’elle sait faire', false)
  const arrived = page.waitForResponse((response) => response.url().endsWith('/api/commands/save-project'))
  await page.context().setOffline(false)
  expect((await arrived).ok()).toBe(true)
  await make(aicha, 'submit-plan')
  await project.getByText('Elle a gardé l’élevage de son oncle.').waitFor()
})

test('two versions are compared line by line, and one goes back to the first', async () => {
  const { page, words } = aicha
  const hand = keyboardOf(page)
  await page.goto(`${office.address}/cases/${agreed.case}/workshop?step=results`)
  await page.getByText(words('workshop.is-version', { number: 2 })).waitFor()
  await hand.reach('button', words('workshop.versions'))
  await hand.press('Enter')
  const dialog = page.getByRole('dialog', { name: words('workshop.versions') })
  await dialog.getByText('Premier chiffrage avec elle').waitFor()
  await picture(aicha, 'workshop-versions')
  expect(await download(aicha, 'workshop.pdf')).toBe('%PDF')
  expect(await download(aicha, 'workshop.xlsx')).toMatch(/^PK/)
  await dialog
    .getByRole('button', { name: words('workshop.compare') })
    .last()
    .focus()
  await hand.press('Enter')
  const compared = page.getByRole('dialog', { name: words('workshop.compare-title', { number: 1 }) })
  await compared.getByText(words('workshop.word-skills')).waitFor()
  await picture(aicha, 'workshop-compare')
  expect(await barriers(page)).toEqual([])
  await hand.reach('button', words('workshop.go-back'))
  await hand.press('Enter')
  await page.getByText(words('workshop.kept-device')).waitFor()
})

/** The first letters of a paper that is fetched by its link. */
async function download({ page, words }: Screen, name: string): Promise<string> {
  const coming = page.waitForEvent('download')
  const hand = keyboardOf(page)
  await hand.reach('link', words(name))
  await hand.press('Enter')
  const file = await (await coming).path()
  return readFileSync(file).subarray(0, 4).toString('latin1')
}

test('it fits a phone in Arabic, where whoever only reads sees the saved version', async () => {
  const phone = await office.enter('serge', 'ar', { width: 360, height: 740 })
  const { page, words } = phone
  for (const step of ['purchases', 'results']) {
    await page.goto(`${office.address}/cases/${agreed.case}/workshop?step=${step}`)
    await page.getByText(words('workshop.read-only')).waitFor()
    await expectFits(page, 'rtl')
    expect(await barriers(page)).toEqual([])
    await picture(phone, `workshop-${step}`)
  }
})

test('it is submitted, voted, decided and signed by keyboard only, each at a screen of their own', async () => {
  const sitting = await callSitting()
  const [coordinator, secretary, chair, member] = await Promise.all(
    ['serge', 'paul', 'helene', 'marthe'].map((who) => office.enter(who, 'fr')),
  )
  if (!coordinator || !secretary || !chair || !member) throw new Error('somebody has no screen')
  await coordinator.page.goto(`${office.address}/cases/${agreed.case}`)
  await submitToCommittee(coordinator)
  const committee = { secretary, chair, member }
  for (const { page } of Object.values(committee)) await page.goto(`${office.address}/sittings/${sitting}`)
  await decide(committee)
  await signMinutes(committee)

  for (const { page } of [aicha, coordinator]) await page.goto(`${office.address}/cases/${agreed.case}?tab=papers`)
  await askToSign(aicha)
  await signHere(aicha, 'Aline Mballa', true)
  await signHere(aicha, 'Aïcha Njoya')
  await signHere(coordinator, 'Serge Kamga')
  await coordinator.page.getByText(coordinator.words('signatures.complete')).waitFor()
  await picture(coordinator, 'keys-signed')
})

/** The sitting of today that the file can go to, where the committee votes. */
async function callSitting(): Promise<string> {
  const sitting = uuidv7()
  const members = ['paul', 'helene', 'marthe'].map((who) => actor(who, 'committee-member', '').user)
  const acts = {
    'plan-sitting': { scheme: 'ofii-cameroon', on: office.today(), place: 'Yaoundé', members, quorum: 3 },
    'set-voting-rule': { decides: 'majority', casting: true, reason: 'Règlement du comité' },
  }
  for (const [name, input] of Object.entries(acts)) {
    const command = { command: uuidv7(), stream: sitting, name, input }
    const answer = await handle(office.house, player('committee-secretary'), command)
    if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
  }
  return sitting
}
