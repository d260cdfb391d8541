import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { createServer } from '#http/server.ts'

import { barriers } from '../kit/accessible.ts'
import { expectFits } from '../kit/at-the-screen.ts'
import { launchBrowser } from '../kit/browser.ts'
import { builtWeb } from '../kit/built-web.ts'
import { testHouse, type TestHouse } from '../kit/house.ts'

let home: TestHouse
let server: FastifyInstance
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]
let sent: string[]

beforeAll(async () => {
  home = await testHouse()
  server = await createServer({
    house: home.house,
    watchers: { watch: () => () => {} },
    webFolder: await builtWeb(),
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await server.close()
  await home.close()
})
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  complaints = []
  sent = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
})
afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
})

function at(path: string): string {
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}${path}`
}

/** Answers the question in sight: it must be this one, and is a group with its question as a name. */
async function answer(question: string, how: (group: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  const group = page.getByRole('group', { name: question })
  await group.waitFor()
  expect(await barriers(page)).toEqual([])
  await how(group)
}

const pick = (name: string) => async (group: ReturnType<Page['getByRole']>) => {
  await group.getByRole('radio', { name, exact: true }).check()
  await page.locator('button.main').click()
}
const type = (words: string) => async (group: ReturnType<Page['getByRole']>) => {
  await group.getByRole('textbox').fill(words)
  await page.keyboard.press('Enter')
}

const inFrench = {
  months: 'Depuis combien de mois vivez-vous en France ?',
  helped: 'Avez-vous déjà reçu une aide au retour de la France ?',
  situation: 'Quelle est votre situation en France ?',
}

/** Through the questions of one scheme, to a yes. */
async function toYes(): Promise<void> {
  await page.goto(at('/eligible?scheme=ofii-cameroon'))
  await page.getByRole('button', { name: 'Commencer' }).click()
  await answer(inFrench.months, type('14'))
  await answer(inFrench.helped, pick('Non'))
  await answer(inFrench.situation, pick('Je termine mes études'))
  await page.getByRole('heading', { level: 1, name: 'Votre réponse' }).waitFor()
}

describe('am I eligible?', () => {
  test('comes in French to a yes, with the reason of each rule, whom to ask, and what nobody knows', async () => {
    await toYes()
    await page.getByText('Oui, d’après vos réponses').waitFor()
    const words = await page.locator('main').innerText()
    expect(await page.locator('.reasons em', { hasText: /^rempli$/ }).count()).toBe(3)
    expect(words).toMatch(/Source\s: .*9 octobre 2023/)
    expect(words).toContain('OFII Lyon, France')
    expect(words).toContain('Le dispositif ne dit pas ce qu’il faut apporter la première fois')
    expect(await barriers(page)).toEqual([])
    await expectFits(page, 'ltr')
  })

  test('comes in Arabic to a no as soon as one rule is not met, and asks nothing personal for it', async () => {
    await page.goto(at('/eligible?scheme=ofii-cameroon&language=ar'))
    await page.getByRole('button', { name: 'ابدأ' }).click()
    await answer('منذ كم شهر تعيشون في فرنسا؟', type('١٤'))
    await answer('هل سبق أن تلقيتم مساعدة على العودة من فرنسا؟', pick('نعم'))
    await page.getByRole('heading', { level: 1, name: 'جوابكم' }).waitFor()
    await page.getByText('لا، بحسب أجوبتكم').waitFor()
    expect(await page.locator('.reasons').innerText()).toContain('غير مستوفى')
    expect(await barriers(page)).toEqual([])
    await expectFits(page, 'rtl')
  })

  test('asks over all schemes of a country what they share once', async () => {
    await page.goto(at('/eligible'))
    await page.getByRole('button', { name: 'Commencer' }).click()
    await page.getByText('Choisissez un pays.').waitFor()
    await answer('Dans quel pays voulez-vous vivre ou faire votre projet ?', pick('Cameroun'))
    const asked: string[] = []
    await page.getByRole('group').locator('h1').waitFor()
    while (await page.getByRole('group').locator('h1').count()) {
      asked.push(await page.locator('h1').innerText())
      await page.getByRole('button', { name: 'Je préfère ne pas répondre' }).click()
    }
    expect(asked.length).toBeGreaterThan(5)
    expect(new Set(asked).size).toBe(asked.length)
    await page.getByText('On ne peut pas encore dire oui ou non.').waitFor()
    const known = (await (await page.request.get(at('/api/public/editions?country=CM'))).json()) as { rows: unknown[] }
    expect(known.rows.length).toBeGreaterThan(4)
    expect(await page.locator('main section[data-result]').count()).toBe(known.rows.length)
  })

  test('says so where no scheme is known', async () => {
    await page.goto(at('/eligible'))
    await answer('Dans quel pays voulez-vous vivre ou faire votre projet ?', pick('Un autre pays'))
    await page.getByRole('heading', { name: 'Nous ne connaissons pas encore d’aide pour ce pays' }).waitFor()
    await page.goto(at('/eligible?scheme=never-heard-of'))
    await page.getByRole('heading', { name: 'Nous ne trouvons pas cette aide' }).waitFor()
  })
})

describe('the way through', () => {
  test('goes back by the browser, and an answer that changes changes the rest', async () => {
    await toYes()
    await page.goBack()
    await page.getByRole('group', { name: inFrench.situation }).waitFor()
    expect(await page.getByRole('radio', { name: 'Je termine mes études' }).isChecked()).toBe(true)
    await page.goBack()
    await answer(inFrench.helped, pick('Oui'))
    await page.getByText('Non, d’après vos réponses').waitFor()
    expect(await page.locator('dl > div').count()).toBe(2)
  })

  test('keeps the answers and what is half typed when the language changes', async () => {
    await page.goto(at('/eligible?scheme=ofii-cameroon'))
    await page.getByRole('button', { name: 'Commencer' }).click()
    await page.getByRole('textbox').fill('1')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('group', { name: 'For how many months have you lived in France?' }).waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('1')
    await page.getByRole('textbox').fill('two')
    await page.keyboard.press('Enter')
    await page.getByText('Write a number, for example 3.').waitFor()
    expect(await page.getByRole('textbox').inputValue()).toBe('two')
    await page.getByRole('textbox').fill('20')
    await page.keyboard.press('Enter')
    await page.getByText('Have you already received return aid from France?').waitFor()
    await page.getByRole('button', { name: 'العربية' }).click()
    await page.getByText('الأجوبة المقدمة').waitFor()
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
  })

  test('can be gone by keyboard alone', async () => {
    await page.goto(at('/eligible?scheme=ofii-cameroon'))
    await page.getByRole('button', { name: 'Commencer' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('group', { name: inFrench.months }).waitFor()
    for (const key of ['Tab', '9', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('group', { name: inFrench.helped }).waitFor()
    for (const key of ['Tab', 'Space', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('group', { name: inFrench.situation }).waitFor()
  })

  test('sends and keeps nothing, and shares a link without an answer', async () => {
    await toYes()
    expect(
      sent.filter((request) => !/^GET [^?]*(\/eligible|\/assets\/|\.(js|svg)|\/api\/public\/)/.test(request)),
    ).toEqual([])
    const query = sent.map((request) => new URL(request.split(' ')[1] ?? '').search).filter((search) => search !== '')
    expect(new Set(query)).toEqual(new Set(['?scheme=ofii-cameroon']))
    const kept = await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookie: document.cookie,
      databases: (await indexedDB.databases()).length,
      history: JSON.stringify(history.state),
    }))
    expect(kept).toEqual({ local: {}, session: {}, cookie: '', databases: 0, history: '{"at":"result"}' })
    const link = page.locator('section a').last()
    expect(new URL((await link.getAttribute('href')) ?? '').search).toBe('?scheme=ofii-cameroon&language=fr')
    await page.reload()
    await page.getByRole('button', { name: 'Commencer' }).waitFor()
  })

  test('prints the answer on one page', async () => {
    await toYes()
    const printed = await page.pdf({ format: 'A4' })
    expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
