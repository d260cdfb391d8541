import { AxeBuilder } from '@axe-core/playwright'
import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { createServer } from '#http/server.ts'
import { launchBrowser } from '../kit/browser.ts'
import { builtWeb } from '../kit/built-web.ts'
import { testHouse, testPassword, type TestHouse } from '../kit/house.ts'

let home: TestHouse
let server: FastifyInstance
let demonstration: FastifyInstance
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

const accounts = [
  account('claire', 'Claire Fontaine', 'counsellor', 'ofii-lyon'),
  account('serge', 'Serge Atangana', 'coordinator', 'ofii-yaounde'),
]
const withTwoSeats = 'karim@homeward.example'

function account(who: string, name: string, role: string, office: string) {
  return { email: `${who}@homeward.example`, name, password: testPassword, role, office }
}

beforeAll(async () => {
  home = await testHouse()
  const doors = { house: home.house, watchers: { watch: () => () => {} }, webFolder: await builtWeb() }
  server = await createServer(doors)
  demonstration = await createServer({ ...doors, demonstration: accounts })
  await Promise.all([server, demonstration].map((each) => each.listen({ port: 0, host: '127.0.0.1' })))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await Promise.all([server.close(), demonstration.close()])
  await home.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })
  page = await context.newPage()
  complaints = []
  // A refused sign-in is an answer of the server, which the browser notes; everything else is a fault of the page.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

function at(of: FastifyInstance, path: string): string {
  return `http://127.0.0.1:${(of.server.address() as AddressInfo).port}${path}`
}

async function faults(): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}

async function signIn(email: string, password: string): Promise<void> {
  await page.getByLabel('Votre adresse électronique').fill(email)
  await page.getByLabel('Votre mot de passe').fill(password)
  await page.getByRole('button', { name: 'Entrer' }).click()
}

describe('the door of the office', () => {
  test('leads whoever is not signed in to the sign-in page, which everybody can read', async () => {
    await page.goto(at(server, '/'))
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(await faults()).toEqual([])
  })

  test('says what is wrong and keeps what was typed', async () => {
    await page.goto(at(server, '/sign-in'))
    await page.getByRole('button', { name: 'Entrer' }).click()
    await page.getByText('Écrivez votre adresse électronique.').waitFor()
    await signIn('claire@homeward.example', 'not-the-password')
    await page.getByText('L’adresse ou le mot de passe ne convient pas.').waitFor()
    expect(await page.getByLabel('Votre adresse électronique').inputValue()).toBe('claire@homeward.example')
    expect(await faults()).toEqual([])
  })

  test('opens to the right password, and closes again', async () => {
    await page.goto(at(server, '/sign-in'))
    await signIn('claire@homeward.example', testPassword)
    await page.getByRole('navigation').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    await page.getByRole('button', { name: 'Compte et réglages' }).first().click()
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
    await page.goto(at(server, '/'))
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor()
  })
})

describe('whoever has two seats', () => {
  test('changes from one to the other, and starts at the door', async () => {
    await page.goto(at(server, '/sign-in'))
    // Chosen on this device, so that the account's own language does not take over.
    await page.getByRole('button', { name: 'Français' }).click()
    await signIn(withTwoSeats, testPassword)
    await page.getByRole('button', { name: 'Compte et réglages' }).first().click()
    await page.getByRole('menuitem', { name: /Coordinateur/ }).click()
    await page.getByText(/Vous agissez comme Coordinateur/).waitFor()
    await page.reload()
    await page.getByText(/Vous agissez comme Coordinateur/).waitFor()
  })
})

describe('a demonstration', () => {
  test('opens by one touch on a name, and the page can be used by everybody', async () => {
    await page.goto(at(demonstration, '/'))
    await page.getByRole('button', { name: /Claire Fontaine/ }).click()
    await page.getByText('les personnes et les montants sont inventés').waitFor()
    expect(await faults()).toEqual([])
  })

  test('turns to Arabic at once, in the other direction, and remembers it', async () => {
    await page.goto(at(demonstration, '/sign-in'))
    await page.getByRole('button', { name: 'العربية' }).click()
    await page.getByRole('heading', { name: 'الدخول إلى العرض التوضيحي' }).waitFor()
    const direction = () => page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])
    expect(await direction()).toEqual(['rtl', 'ar'])
    await page.reload()
    await page.getByRole('heading', { name: 'الدخول إلى العرض التوضيحي' }).waitFor()
    expect(await direction()).toEqual(['rtl', 'ar'])
    expect(await faults()).toEqual([])
  })

  test('fits a phone without scrolling sideways, in the night too', async () => {
    await page.setViewportSize({ width: 360, height: 720 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(at(demonstration, '/sign-in'))
    await page.getByRole('button', { name: /Claire Fontaine/ }).click()
    await page.getByRole('navigation').last().waitFor()
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
    expect(await faults()).toEqual([])
  })

  test('finds a place by its name with Ctrl-K', async () => {
    await page.goto(at(demonstration, '/sign-in'))
    await page.getByRole('button', { name: /Claire Fontaine/ }).click()
    await page.getByRole('navigation').first().waitFor()
    const palette = page.getByRole('dialog', { name: 'Commandes' })
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    await page.keyboard.type('accueil')
    await page.getByRole('menuitem', { name: 'Accueil' }).waitFor()
    await page.keyboard.press('Enter')
    await palette.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    expect(await faults()).toEqual([])
  })
})
