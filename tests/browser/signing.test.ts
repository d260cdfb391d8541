import { createHash } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { barriers } from '../kit/accessible.ts'
import { expectFits, send } from '../kit/at-the-screen.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { playRoad, type PlayedCase } from '../kit/played.ts'
import { businessRoad } from '../kit/roads.ts'
import { wordsIn } from '../kit/words.ts'

/** A contract from the adviser's screen to the person's phone and back; and whoever is shown the file can check it. */
let office: OfficeDays
let aicha: Screen
let phone: Screen
let played: PlayedCase
let link = ''
let contract = Buffer.alloc(0)
const complaints: string[] = []

beforeAll(async () => {
  office = await openOfficeDays()
  const deeds = Object.entries(businessRoad)
  const upTo = deeds.findIndex(([moment]) => moment === 'decided') + 1
  played = await playRoad(
    { house: office.house },
    deeds.slice(0, upTo).map(([, deed]) => deed),
  )
  aicha = await office.enter('aicha', 'fr')
  phone = { page: await telephone(aicha.page.context().browser()!), words: wordsIn('ar') }
})
afterAll(async () => {
  await office.close()
  expect([...office.complaints, ...complaints]).toEqual([])
})

async function telephone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'ar',
    hasTouch: true,
    acceptDownloads: true,
    userAgent: 'Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return page
}

test('the adviser asks for the signatures and passes a link on', async () => {
  const { page, words } = aicha
  await page.goto(`${office.address}/cases/${played.case}?tab=papers`)
  const contract = page.getByRole('listitem').filter({ hasText: "Contrat d'engagement" })
  const written = page.waitForEvent('download')
  await contract.getByRole('button', { name: words('case.letter-language') }).click()
  await page.getByRole('menuitem', { name: 'العربية' }).click()
  await written
  await page
    .getByRole('button', { name: words('command.ask-signatures.title') })
    .first()
    .click()
  await picture(aicha, 'ask')
  await send(aicha, page.getByRole('dialog'), 'ask-signatures')
  const asked = page.getByRole('region', { name: words('signatures.title') })
  await asked.getByText(words('signatures.waiting')).first().waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(aicha, 'asked')
  await asked.getByRole('button', { name: words('signatures.send') }).click()
  await page.getByRole('radio', { name: words('signatures.link-by-hand') }).check()
  await picture(aicha, 'link-how')
  await page.getByRole('button', { name: words('signatures.link-make') }).click()
  const address = await page.getByLabel(words('signatures.link'), { exact: true }).inputValue()
  await picture(aicha, 'link-made')
  link = new URL(address).pathname
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('ui.close') })
    .last()
    .click()
})

test('the person signs on their telephone', async () => {
  const { page, words } = phone
  await page.goto(`${office.address}${link}`)
  await page.getByRole('heading', { level: 1, name: words('sign.who-title') }).waitFor()
  expect(await page.content()).not.toMatch(/Mballa|Aline/)
  await page.getByLabel(words('sign.ask-birth-year')).fill('1998')
  await page.getByRole('button', { name: words('sign.continue') }).click()
  await page.getByText(words('sign.wrong-answer')).waitFor()
  await expectFits(page, 'rtl')
  expect(await barriers(page)).toEqual([])
  await picture(phone, 'who')
  await page.getByLabel(words('sign.ask-birth-year')).fill('١٩٩٩')
  await page.keyboard.press('Enter')
  await page.locator('.pages canvas').first().waitFor()
  await expectFits(page, 'rtl')
  expect(await barriers(page)).toEqual([])
  await picture(phone, 'read')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: words('sign.download') }).click()
  const file = await (await download).createReadStream()
  contract = Buffer.concat(await file.toArray())
  await page.getByRole('button', { name: words('sign.agree') }).click()
  await page.getByRole('button', { name: words('sign.sign'), exact: true }).click()
  await page.getByText(words('sign.evidence-image')).waitFor()
  const pad = await page.locator('canvas.pad').boundingBox()
  if (!pad) throw new Error('no pad')
  await page.mouse.move(pad.x + 40, pad.y + 60)
  await page.mouse.down()
  for (const [x, y] of [
    [90, 120],
    [150, 50],
    [210, 130],
    [270, 70],
  ] as const)
    await page.mouse.move(pad.x + x, pad.y + y, { steps: 4 })
  await page.mouse.up()
  await expectFits(page, 'rtl')
  expect(await barriers(page)).toEqual([])
  await picture(phone, 'sign')
  await page.getByRole('button', { name: words('sign.sign'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: words('sign.signed-title') }).waitFor()
  await picture(phone, 'signed')
  await page.goto(`${office.address}${link}`)
  await page.getByRole('heading', { level: 1, name: words('sign.link-used.title') }).waitFor()
  await picture(phone, 'used')
})

test('the adviser sees it, and signs for the operator', async () => {
  const { page, words } = aicha
  const asked = page.getByRole('region', { name: words('signatures.title') })
  await asked.getByText(words('signatures.count', { count: 1, of: 3 })).waitFor()
  await asked.getByRole('button', { name: words('signatures.sign-own'), exact: true }).click()
  const panel = page.getByRole('dialog')
  await panel.locator('canvas').first().waitFor()
  await panel.getByLabel(words('signatures.name')).fill('Aïcha Njoya')
  expect(await barriers(page)).toEqual([])
  await picture(aicha, 'sign')
  await panel.getByRole('button', { name: words('signatures.sign'), exact: true }).click()
  await asked.getByText(words('signatures.count', { count: 2, of: 3 })).waitFor()
  await picture(aicha, 'two-signed')
})

test('whoever holds the file can check it, and one that was altered is not known', async () => {
  const { page, words } = phone
  await page.goto(`${office.address}/verify`)
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/public/documents'))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'contract.pdf', mimeType: 'application/pdf', buffer: contract })
  await page.getByRole('heading', { name: words('sign.standing-incomplete'), exact: true }).waitFor()
  const fingerprint = createHash('sha256').update(contract).digest('hex')
  expect(JSON.parse((await asked).postData() ?? '')).toEqual({ fingerprint })
  await expectFits(page, 'rtl')
  expect(await barriers(page)).toEqual([])
  await picture(phone, 'check')
  const altered = Buffer.from(contract)
  altered[100] = (altered[100] ?? 0) ^ 1
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'contract.pdf', mimeType: 'application/pdf', buffer: altered })
  await page.getByRole('heading', { name: words('sign.standing-unknown') }).waitFor()
  await picture(phone, 'check-altered')
})
