import { AxeBuilder } from '@axe-core/playwright'
import { generateSync } from 'otplib'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { addDays } from '#domain/calendar.ts'

import { expectFits, find, go } from '../kit/at-the-screen.ts'
import { actor, testPassword } from '../kit/house.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'

let office: OfficeDays
let claire: Screen

const regions = ['CM-CE', 'CM-LT', 'CM-OU']
const names = ['Ngono', 'Mbarga', 'Ekotto', 'Fotso', 'Njoya', 'Tchoupo', 'Bello']

/** Seventy files of the office in Lyon, of which two are written about in another way. */
async function register(index: number): Promise<void> {
  const { house } = office
  const today = addDays(office.today(), -(index % 20))
  const edition = house.editions.current('ofii-cameroon', today)?.edition
  const consents = edition?.consents.filter(({ required }) => required).map(({ purpose }) => purpose)
  const person = { givenName: `Awa ${index + 1}`, familyName: names[index % names.length] ?? '', birth: '1999' }
  const input = {
    scheme: 'ofii-cameroon',
    people: [{ person: uuidv7(), relation: 'principal', ...person }],
    consents,
    on: today,
    region: regions[index % regions.length],
  }
  const clock = { now: () => `${today}T08:00:00.000Z`, today: () => today }
  const envelope = { command: uuidv7(), name: 'register-case', stream: uuidv7(), input }
  const answer = await handle({ ...house, clock }, actor('claire', 'counsellor', 'ofii-lyon'), envelope)
  expect(answer).toMatchObject({ status: 'done' })
}

beforeAll(async () => {
  office = await openOfficeDays()
  for (let index = 0; index < 70; index++) await register(index)
  claire = await office.enter('claire', 'fr')
})
afterAll(async () => {
  await office.close()
  expect(office.complaints).toEqual([])
})

async function faults({ page }: Screen): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  return found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}

function pathOf({ page }: Screen): string {
  const { pathname, search } = new URL(page.url())
  return pathname + search
}

describe('the home', () => {
  test('says in a sentence what is owed, and opens the tasks behind it', async () => {
    const { page, words } = claire
    const what = words('step.interview.count', { count: 70 })
    await page.getByRole('link', { name: what }).click()
    await page.getByRole('heading', { level: 1, name: words('tasks.title') }).waitFor()
    expect(pathOf(claire)).toMatch(/^\/tasks\?kind=step&step=/)
    const rows = page.getByRole('main').getByRole('listitem')
    await rows.nth(49).waitFor()
    expect(await rows.count()).toBe(50)
    await page.getByRole('button', { name: words('ui.more') }).click()
    await rows.nth(69).waitFor()
    expect(await rows.count()).toBe(70)
  })
})

describe('the list', () => {
  test('is narrowed by the address, with numbers that are true', async () => {
    const { page, words } = claire
    await go(claire, 'cases')
    await page.getByRole('button', { name: `${words('stage.preparation')} 70` }).waitFor()
    await page.getByRole('button', { name: words('cases.filter-region'), exact: true }).click()
    await page.getByRole('menuitem', { name: 'Littoral' }).click()
    await page.getByRole('button', { name: `${words('stage.preparation')} 23` }).waitFor()
    expect(pathOf(claire)).toBe('/cases?region=CM-LT')
    const rows = page.getByRole('list', { name: '' }).getByRole('link', { name: /^Awa / })
    await expect.poll(() => rows.count()).toBe(23)
    await page.reload()
    await page.getByRole('button', { name: `${words('stage.preparation')} 23` }).waitFor()
  })

  test('is kept as a view, opened again, taken away, and taken back', async () => {
    const { page, words } = claire
    await page.getByRole('button', { name: words('cases.view-save') }).click()
    await page.getByLabel(words('cases.view-name')).fill('Mon Littoral')
    await page.getByRole('button', { name: words('cases.view-keep'), exact: true }).click()
    const view = page.getByRole('button', { name: 'Mon Littoral', exact: true })
    await view.waitFor()
    await view.click()
    await page.waitForURL((url) => url.search === '')
    await view.click()
    await page.waitForURL((url) => url.search === '?region=CM-LT')
    await page.getByRole('button', { name: words('cases.view-remove') }).click()
    await view.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: words('cases.undo') }).click()
    await view.waitFor()
  })

  test('says what to do when nobody matches', async () => {
    const { page, words } = claire
    await page.goto(`${office.address}/cases?status=closed&region=CM-LT`)
    await page.getByText(words('cases.nobody'), { exact: true }).waitFor()
    await page.getByRole('button', { name: words('cases.show-all') }).click()
    await page.getByRole('link', { name: /^Awa / }).first().waitFor()
  })

  test('is where it was when one comes back from a file', async () => {
    const { page, words } = claire
    await page.getByRole('button', { name: words('ui.more') }).click()
    const last = page.getByRole('link', { name: /^Awa / }).nth(66)
    await last.scrollIntoViewIfNeeded()
    const name = await last.innerText()
    const before = await page.evaluate(() => scrollY)
    expect(before).toBeGreaterThan(1000)
    await last.click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name, exact: true }).waitFor()
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 100)
  })
})

describe('the search', () => {
  test('finds a name in another script and another spelling, and says why', async () => {
    const { page, words } = claire
    await page.keyboard.press('Escape')
    await page.locator('body').press('/')
    await page.keyboard.type('Aoua N’gono')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: words('search.title', { words: 'Aoua N’gono' }) }).waitFor()
    const first = page.getByRole('main').getByRole('listitem').first()
    await first.getByRole('link', { name: /Ngono$/ }).waitFor()
    expect(await first.innerText()).toContain(words('search.reason-same-sound'))
    expect(await faults(claire)).toEqual([])
    await page.goto(`${office.address}/search?q=${encodeURIComponent('zzqx')}`)
    await page.getByText(words('search.nobody'), { exact: true }).waitFor()
  })
})

describe('a scheme', () => {
  test('is read whole: its road, a ceiling with its why, and where sources differ', async () => {
    const { page, words } = claire
    await go(claire, 'schemes')
    await page.getByRole('link', { name: 'Réinsertion au Cameroun (OFII)' }).click()
    await page.getByRole('heading', { name: words('schemes.journey') }).waitFor()
    const ceiling = page.getByText(/4\s591\s699/).first()
    await ceiling.waitFor()
    await page.getByRole('heading', { name: words('schemes.contradictions') }).waitFor()
    expect(await faults(claire)).toEqual([])
  })
})

describe('an administrator', () => {
  test('opens an account whose owner can sign in, and is told what is missing first', async () => {
    const lucie = await office.enter('lucie', 'fr')
    const { page, words } = lucie
    await go(lucie, 'administration')
    await page.getByRole('button', { name: words('administration.account-new') }).click()
    const panel = page.getByRole('dialog', { name: words('administration.account-new') })
    await panel.getByRole('button', { name: words('administration.account-make') }).click()
    await panel.getByText(words('administration.email-wrong')).waitFor()
    await panel.getByText(words('administration.seats-missing')).waitFor()
    await panel.getByLabel(words('administration.name'), { exact: true }).fill('Fatou Diallo')
    await panel.getByLabel(words('administration.email')).fill('lucie@homeward.example')
    await panel.getByRole('button', { name: `${words('ui.choose')} ${words('administration.role')}` }).click()
    await page
      .getByRole('option', { name: words('role.counsellor') })
      .first()
      .click()
    await find('OFII Lyon')(panel, words('administration.office'))
    await panel.getByRole('button', { name: words('administration.password-propose') }).click()
    const password = await panel.getByLabel(words('administration.password'), { exact: true }).inputValue()
    expect(password.length).toBeGreaterThan(20)
    await panel.getByRole('button', { name: words('administration.account-make') }).click()
    await panel.getByText(words('refusal.email-taken')).waitFor()
    await panel.getByLabel(words('administration.email')).fill('fatou.diallo@homeward.example')
    await panel.getByRole('button', { name: words('administration.account-make') }).click()
    await panel.getByText(words('administration.account-made', { name: 'Fatou Diallo' })).waitFor()
    const session = await page.context().request.post(`${office.address}/api/session`, {
      data: { email: 'fatou.diallo@homeward.example', password },
      headers: { origin: office.address },
    })
    expect(session.ok()).toBe(true)
  })
})

describe('one’s own account', () => {
  test('takes a second factor by typing its key, and asks for it at the next door', async () => {
    const marthe = await office.enter('marthe', 'fr')
    const { page, words } = marthe
    await page.goto(`${office.address}/account`)
    await page.getByRole('button', { name: words('account.set-up') }).click()
    const key = await page.locator('bdi.select-all').innerText()
    const secret = key.replaceAll(' ', '')
    const epoch = Math.floor((await page.evaluate(() => Date.now())) / 1000)
    await page.getByLabel(words('account.code')).fill('000000')
    await page.getByRole('button', { name: words('account.confirm') }).click()
    await page.getByText(words('refusal.wrong-code')).waitFor()
    await page.getByLabel(words('account.code')).fill(generateSync({ secret, epoch }))
    await page.getByRole('button', { name: words('account.confirm') }).click()
    await page.getByText(words('account.set')).waitFor()
    expect(await faults(marthe)).toEqual([])
    const door = await page.context().request.post(`${office.address}/api/session`, {
      data: { email: 'marthe@homeward.example', password: testPassword },
      headers: { origin: office.address },
    })
    expect(await door.json()).toMatchObject({ code: 'code-needed' })
  })
})

describe('every place', () => {
  const phone = { width: 360, height: 740 }
  const places = ['/', '/tasks', '/cases', '/search?q=Awa', '/schemes', '/schemes/ofii-cameroon', '/account']

  test('fits a phone in Arabic, and can be used by everybody', async () => {
    const screen = await office.enter('claire', 'ar', phone)
    const wrong: string[] = []
    for (const path of places) {
      await screen.page.goto(office.address + path)
      await screen.page.getByRole('heading', { level: 1 }).waitFor()
      await screen.page.waitForLoadState('networkidle')
      await expectFits(screen.page, 'rtl')
      wrong.push(...(await faults(screen)))
    }
    expect(wrong).toEqual([])
  })

  test('of the committee and of the administration too', async () => {
    const wrong: string[] = []
    for (const [who, paths] of [
      ['paul', ['/', '/sittings', '/sittings?plan=1', '/sittings/seats']],
      [
        'lucie',
        [
          '/',
          '/administration',
          '/administration?tab=offices',
          '/administration?tab=notices',
          '/administration?open=new',
        ],
      ],
      ['anne', ['/']],
    ] as const) {
      const screen = await office.enter(who, 'ar', phone)
      for (const path of paths) {
        await screen.page.goto(office.address + path)
        await screen.page.getByRole('heading', { level: 1 }).or(screen.page.getByRole('dialog')).first().waitFor()
        await screen.page.waitForLoadState('networkidle')
        await expectFits(screen.page, 'rtl')
        wrong.push(...(await faults(screen)))
      }
    }
    expect(wrong).toEqual([])
  })
})
