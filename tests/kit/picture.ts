import { mkdirSync } from 'node:fs'
import path from 'node:path'

import type { Screen } from './office-days.ts'

const folder = process.env['HOMEWARD_PICTURES']
let taken = 0

/**
 * A picture of a moment on a wide screen and on a phone, for the eyes of whoever works on the screens. Only when
 * HOMEWARD_PICTURES names a folder: a test needs none.
 */
export async function picture({ page, words }: Screen, name: string): Promise<void> {
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  taken += 1
  const size = page.viewportSize()
  const start = path.join(folder, `${String(taken).padStart(3, '0')}-${words.language}-${name}`)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
    await page.waitForTimeout(250)
    await page.screenshot({ path: `${start}-${width}.png`, fullPage: (await page.getByRole('dialog').count()) === 0 })
  }
  if (size) await page.setViewportSize(size)
}
