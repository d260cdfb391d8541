import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../kit/browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test('the browser draws Arabic with letters and not with boxes', async () => {
  const page = await browser.newPage()
  await page.setContent(
    '<span id="text" style="font-size:40px">سلام</span><span id="none" style="font-size:40px">\u{10ffff}</span>',
  )
  // Four letters that join are narrower than four of the boxes drawn for a letter without a shape.
  const widths = await page.evaluate(() =>
    ['text', 'none'].map((id) => document.getElementById(id)?.getBoundingClientRect().width ?? 0),
  )
  const [text = 0, box = 0] = widths
  expect(text).toBeGreaterThan(20)
  expect(text).toBeLessThan(4 * box)
  await page.close()
})

test('two contexts share nothing, and a lost network is felt', async () => {
  const one = await browser.newContext({ offline: true })
  const page = await one.newPage()
  expect(await page.evaluate(() => navigator.onLine)).toBe(false)
  await one.close()
  const other = await browser.newContext()
  const fresh = await other.newPage()
  expect(await fresh.evaluate(() => navigator.onLine)).toBe(true)
  await other.close()
})
