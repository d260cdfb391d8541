import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { barriers, faintWords } from '../kit/accessible.ts'
import { begin, expectFits, side } from '../kit/at-the-screen.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { playRoad, type PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'

/** The screens on which cases are worked on, by day and by night, wide and on a phone: everybody can use them. */
let office: OfficeDays
let interviewed: PlayedCase
let submitted: PlayedCase
let followed: PlayedCase

const phone = { width: 360, height: 740 }
const tabs = ['story', 'person', 'project', 'money', 'papers', 'visits', 'access']

beforeAll(async () => {
  office = await openOfficeDays()
  const deeds = Object.entries(businessRoad)
  const until = (name: keyof typeof businessRoad) =>
    deeds.slice(0, deeds.findIndex(([each]) => each === name) + 1).map(([, deed]) => deed)
  interviewed = await playRoad(office, until('interviewed'))
  submitted = await playRoad(office, until('submitted'))
  followed = await playRoad(office, until('interim'))
})
afterAll(async () => {
  await office.close()
  expect(office.complaints).toEqual([])
})

async function open({ page, words }: Screen, path: string): Promise<void> {
  await page.goto(office.address + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText(words('ui.waiting')).waitFor({ state: 'detached' })
}

/**
 * The barriers of a screen, by night too where the language has not changed the rest; `name` is what its picture is
 * called.
 */
async function barriersIn(screen: Screen, name: string): Promise<string[]> {
  const { page, words } = screen
  const found: string[] = []
  const themes = words.language === 'fr' ? (['light', 'dark'] as const) : (['light'] as const)
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const met = await (colorScheme === 'light' ? barriers(page) : faintWords(page))
    found.push(...met.map((each) => `${colorScheme} ${each}`))
    await expectFits(page, words.language === 'ar' ? 'rtl' : 'ltr')
    await picture(screen, `${name}-${colorScheme}`)
  }
  return found
}

describe.each([
  { language: 'fr', size: { width: 1280, height: 900 } },
  { language: 'ar', size: phone },
] as const)('in $language, $size.width wide', ({ language, size }) => {
  test('home, list, the intake with what it asks', async () => {
    const screen = await office.enter('claire', language, size)
    const found = await barriersIn(screen, 'home')
    await open(screen, '/cases')
    found.push(...(await barriersIn(screen, 'list')))
    await open(screen, '/cases/new')
    await screen.page.getByRole('button', { name: screen.words('intake.next') }).click()
    await screen.page.getByRole('alert').first().waitFor()
    found.push(...(await barriersIn(screen, 'intake')))
    expect(found).toEqual([])
    await screen.page.context().close()
  })

  test('every side of a case', async () => {
    const screen = await office.enter('serge', language, size)
    await open(screen, `/cases/${followed.case}`)
    const found: string[] = []
    for (const tab of tabs) {
      await side(screen, tab)
      found.push(...(await barriersIn(screen, `side-${tab}`)))
    }
    expect(found).toEqual([])
    await screen.page.context().close()
  })

  test('forms of acts, with what is wrong in them', async () => {
    const found: string[] = []
    const claire = await office.enter('claire', language, size)
    const aicha = await office.enter('aicha', language, size)
    for (const [screen, at, command, isSentEmpty] of [
      [claire, interviewed, 'record-assessment', false],
      [claire, interviewed, 'add-member', true],
      [aicha, followed, 'record-visit', true],
    ] as const) {
      await open(screen, `/cases/${at.case}`)
      const form = await begin(screen, command)
      if (isSentEmpty) {
        await form.locator('[type=submit]').click()
        await form.getByRole('alert').first().waitFor()
      }
      found.push(...(await barriersIn(screen, `form-${command}`)))
    }
    expect(found).toEqual([])
    await Promise.all([claire, aicha].map(({ page }) => page.context().close()))
  })

  test('a sitting, to whoever decides', async () => {
    const screen = await office.enter('paul', language, size)
    await open(screen, '/sittings')
    const found = await barriersIn(screen, 'sittings')
    await open(screen, `/sittings/${submitted.sitting}`)
    await screen.page.getByRole('region', { name: screen.words('sittings.decision') }).waitFor()
    found.push(...(await barriersIn(screen, 'sitting')))
    await screen.page.getByRole('tab', { name: screen.words('sittings.agenda') }).click()
    await screen.page.getByRole('region', { name: screen.words('sittings.packs') }).waitFor()
    found.push(...(await barriersIn(screen, 'sitting-agenda')))
    await screen.page.getByRole('button', { name: screen.words('sittings.projector') }).click()
    await screen.page.getByRole('button', { name: screen.words('sittings.leave-projector') }).waitFor()
    found.push(...(await barriersIn(screen, 'projector')))
    expect(found).toEqual([])
    await screen.page.context().close()
  })
})
