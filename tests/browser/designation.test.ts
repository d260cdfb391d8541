/** A coordinator chooses an operator from the ranked list, by keyboard alone, in French and in Arabic. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { expectFits, openAsked } from '../kit/at-the-screen.ts'
import { accreditedOperator, does, houseWithOperators, programme } from '../kit/designation.ts'
import type { TestHouse } from '../kit/house.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { playRoad } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

let home: TestHouse
let office: OfficeDays
const files: string[] = []

beforeAll(async () => {
  home = await houseWithOperators(new Date().toISOString().slice(0, 10))
  await accreditedOperator(home, 'sahel-entreprendre', { ceiling: 3_000_000, cases: 12, capacity: 8 })
  await accreditedOperator(home, 'wouri-conseil', { regions: ['CM-LT'], languages: ['en'], capacity: 20 })
  await accreditedOperator(home, 'agence-emploi-centre', { ceiling: 20_000_000, sectors: ['poultry'] })
  const suspended = await accreditedOperator(home, 'atelier-des-savanes')
  await does(home, programme, suspended, 'suspend-accreditation', { reason: 'no reports for six months' })
  const road = Object.values(businessRoad).slice(0, Object.keys(businessRoad).indexOf('met') + 1)
  for (let count = 0; count < 2; count++) files.push((await playRoad(home, road)).case)
  office = await openOfficeDays(Promise.resolve(home))
})
afterAll(async () => {
  await office.close()
  expect(office.complaints).toEqual([])
})

async function opened(screen: Screen, file: string): Promise<void> {
  await screen.page.goto(`${office.address}/cases/${file}?act=designate-operator`)
  await screen.page.getByRole('radio').first().waitFor()
}

test('the ranked list is read, opened and answered with the keyboard; the choice is kept with its place', async () => {
  const serge = await office.enter('serge', 'fr')
  const { page } = serge
  await opened(serge, files[0] ?? '')
  const radios = page.getByRole('radio')
  expect(await radios.count()).toBe(3)
  await picture(serge, 'designation')
  const faults = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(faults.violations.map(({ id }) => id)).toEqual([])

  // The reasons of the second one, then who is left out.
  const second = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('radio') })
    .nth(1)
  await second.getByRole('button', { expanded: false }).press('Enter')
  await second.getByRole('listitem').nth(9).waitFor()
  await page.getByRole('dialog').locator('summary').press('Enter')
  expect(await page.getByRole('dialog').locator('details').textContent()).toContain(
    'L’agrément de Atelier des Savanes est suspendu.',
  )
  await picture(serge, 'designation-why')

  await radios.first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  expect(await radios.nth(1).isChecked()).toBe(true)
  expect(await page.getByText(serge.words('designation.not-first')).isVisible()).toBe(true)
  await page.getByRole('textbox', { name: serge.words('field.designate-operator.reason') }).focus()
  await page.keyboard.insertText('Il connaît déjà la famille.')
  await picture(serge, 'designation-chosen')
  await page.getByRole('button', { name: serge.words('form.review') }).press('Enter')
  await page.getByRole('heading', { name: serge.words('form.review-title') }).waitFor()
  await picture(serge, 'designation-review')
  const send = page.getByRole('dialog').getByRole('button', { name: serge.words('command.designate-operator.title') })
  await send.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.goto(`${office.address}/cases/${files[0]}?tab=project`)
  await page.getByText(/Rang 2 sur 3/).waitFor()
  await picture(serge, 'designation-project')

  // Whom she asked is told what it needs, and no name.
  const adviser = await office.enter('solange', 'fr')
  await openAsked(adviser)
  expect(await adviser.page.getByText('Mballa').count()).toBe(0)
  expect(await adviser.page.getByText('Il connaît déjà la famille.').isVisible()).toBe(true)
  await picture(adviser, 'packet')
})

test('it fits in Arabic, on a phone', async () => {
  const serge = await office.enter('serge', 'ar', { width: 360, height: 740 })
  await opened(serge, files[1] ?? '')
  await expectFits(serge.page, 'rtl')
  await serge.page
    .getByRole('listitem')
    .filter({ has: serge.page.getByRole('radio').first() })
    .getByRole('button')
    .first()
    .click()
  await picture(serge, 'designation')
})
