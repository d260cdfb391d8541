import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'

import type { House } from '#app/house.ts'
import { openChanges } from '#db/changes.ts'
import { createServer } from '#http/server.ts'

import { launchBrowser } from './browser.ts'
import { builtWeb } from './built-web.ts'
import { testHouse, testPassword } from './house.ts'
import type { TestHouse } from './house.ts'
import { wordsIn, type Language, type Words } from './words.ts'

/** Somebody at a screen: the page, the words on it, and what the page complained about. */
export type Screen = { readonly page: Page; readonly words: Words }

export type OfficeDays = {
  readonly house: House
  readonly address: string
  /** Errors that any page wrote to its console. Refusals of the server are answers, and are left out. */
  readonly complaints: readonly string[]
  /** The plain date of today, for the server and for every screen. */
  today(): string
  /** Nothing happens for so many days; the screens that are open live through it too. */
  pass(days: number): Promise<void>
  /** Signs somebody in at a screen of their own, in a browser that speaks their language. */
  enter(who: string, language: Language, size?: { width: number; height: number }): Promise<Screen>
  close(): Promise<void>
}

const day = 86_400_000

/**
 * Real server, real screens, and a calendar that can be turned: a year of monitoring passes in a minute. It begins
 * today, because sessions are kept by the database's own clock, and only ever goes forward. Without a house of its own
 * it is that of the demonstration, without cases.
 */
export async function openOfficeDays(founded: Promise<TestHouse> = testHouse()): Promise<OfficeDays> {
  const home = await founded
  const changes = await openChanges(home.url)
  let shift = 0
  const now = () => new Date(Date.now() + shift)
  const clock = { now: () => now().toISOString(), today: () => now().toISOString().slice(0, 10) }
  const house: House = { ...home.house, clock, publish: changes.publish }
  const server = await createServer({ house, watchers: changes, webFolder: await builtWeb() })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launchBrowser()
  const contexts: BrowserContext[] = []
  const complaints: string[] = []
  const address = addressOf(server)
  return {
    house,
    address,
    complaints,
    today: () => clock.today(),
    async pass(days) {
      shift += days * day
      await Promise.all(contexts.map((context) => context.clock.setSystemTime(now())))
    },
    async enter(who, language, size = { width: 1280, height: 900 }) {
      const context = await openContext(browser, language, size)
      contexts.push(context)
      await context.clock.install({ time: now() })
      const page = await context.newPage()
      // Whatever is not there by then is missing: a person would have given up.
      page.setDefaultTimeout(10_000)
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
          complaints.push(`${who}: ${message.text()}`)
      })
      page.on('pageerror', (error) => complaints.push(`${who}: ${error.message}`))
      const screen = { page, words: wordsIn(language) }
      await signIn(screen, address, `${who}@homeward.example`)
      return screen
    },
    async close() {
      await browser.close()
      await server.close()
      await changes.close()
      await home.close()
    },
  }
}

function openContext(browser: Browser, language: Language, viewport: { width: number; height: number }) {
  const locale = { fr: 'fr-FR', en: 'en-GB', ar: 'ar' }[language]
  return browser.newContext({ viewport, locale, timezoneId: 'UTC', acceptDownloads: true })
}

function addressOf(server: FastifyInstance): string {
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

const languageNames = { fr: 'Français', en: 'English', ar: 'العربية' }

async function signIn({ page, words }: Screen, address: string, email: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  // Chosen on this device, so that the account's own language does not take over.
  await page.getByRole('button', { name: languageNames[words.language] }).click()
  await page.getByLabel(words('sign-in.email')).fill(email)
  await page.getByLabel(words('sign-in.password')).fill(testPassword)
  await page.getByRole('button', { name: words('sign-in.enter') }).click()
  await page
    .getByRole('navigation', { name: words('shell.places') })
    .first()
    .waitFor()
}
