// node bench/questionnaire.ts: what one verdict costs here, and what one answer costs the public page (choosing the next
// question, all verdicts and the drawing) over all schemes of a country, in a browser slowed six times.
import { readFileSync } from 'node:fs'
import path from 'node:path'

import { loadSchemes } from '#catalogue/load.ts'
import { publicEdition } from '#domain/scheme/public-edition.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import { launchBrowser } from '#tests/kit/browser.ts'
import { builtWeb } from '#tests/kit/built-web.ts'

const country = process.argv[2] ?? 'CM'
const slowed = 6
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const running = loadSchemes('catalogue/schemes').map((scheme) => ({ scheme, edition: scheme.editions[0]! }))

const taken = running.flatMap(({ scheme, edition }) => {
  const rules = compileRules(scheme, edition)
  return Array.from({ length: 40 }, (_, count) => {
    const facts = Object.fromEntries(
      edition.facts.map(({ fact, type }) => [fact, { known: type === 'yes-no' ? count % 2 === 0 : count }]),
    )
    return timed(() => rules.verdict(edition.eligibility, facts))
  })
})
say('one verdict, here', taken)

const rows = running
  .filter(({ scheme, edition }) => scheme.country === country && edition.beneficiary !== 'organisation')
  .map((each) => ({ ...publicEdition(each), offices: [] }))
const folder = await builtWeb()
const browser = await launchBrowser()
const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 360, height: 740 } })
await page.route('**/*', (route) => {
  const { pathname } = new URL(route.request().url())
  if (pathname.startsWith('/api/')) return route.fulfill({ json: { rows } })
  const file = pathname === '/eligible' ? '/eligible.html' : pathname
  const contentType = types[path.extname(file)] ?? 'image/svg+xml'
  return route.fulfill({ body: readFileSync(path.join(folder, file)), contentType })
})
const answers: number[] = []
for (let round = 0; round < 5; round += 1) {
  await page.goto('http://homeward.example/eligible')
  await page.locator(`input[value=${country}]`).check()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  await page.locator('button.main').click()
  await page.locator('legend h1').waitFor()
  while (await page.locator('legend h1').count()) answers.push(await page.evaluate(answerOnce))
}
say(`one answer, all ${rows.length} schemes of ${country}, slowed ${slowed} times`, answers)
await browser.close()

/** In the page: answers the question in sight and says how long it took until the next screen stood. */
function answerOnce(): number {
  const radio = document.querySelector<HTMLInputElement>('input[type=radio]')
  const typed = document.querySelector<HTMLInputElement>('input[name=answer]:not([type=radio])')
  radio?.click()
  if (typed) {
    typed.value = '12'
    typed.dispatchEvent(new Event('input'))
  }
  const begun = performance.now()
  document.querySelector('form')?.requestSubmit()
  return performance.now() - begun
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

function say(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2)
  console.log(`${what}: half under ${at(0.5)} ms, 95 % under ${at(0.95)} ms, longest ${at(1)} ms (${times.length})`)
}
