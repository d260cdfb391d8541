import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'

import { asActor, sql } from '#db/connect.ts'

import { barriers } from '../kit/accessible.ts'
import { expectFits, find, write } from '../kit/at-the-screen.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { wordsIn } from '../kit/words.ts'

/** From the public questionnaire to the counsellor's desk: somebody asks to be called, and becomes a file. */
let office: OfficeDays
let claire: Screen
let visitor: Screen

beforeAll(async () => {
  office = await openOfficeDays()
  claire = await office.enter('claire', 'fr')
  const browser = claire.page.context().browser()!
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fr-FR' })
  visitor = { page: await context.newPage(), words: wordsIn('fr') }
  visitor.page.setDefaultTimeout(10_000)
})
afterAll(async () => {
  await office.close()
  expect(office.complaints).toEqual([])
})

async function answerAll(page: Page, words: Screen['words']): Promise<void> {
  await page.goto(`${office.address}/eligible?scheme=ofii-cameroon`)
  await page.getByRole('button', { name: words('eligible.begin') }).click()
  await page.getByRole('textbox').fill('14')
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Non', exact: true }).check()
  await page.locator('button.main').click()
  await page.getByRole('radio', { name: 'Je termine mes études' }).check()
  await page.locator('button.main').click()
  await page.getByRole('heading', { level: 1, name: words('eligible.result-title') }).waitFor()
}

test('somebody asks to be called back, and is told what is missing', async () => {
  const { page, words } = visitor
  await answerAll(page, words)
  await page.getByRole('button', { name: words('eligible.call-back') }).click()
  await page.getByRole('heading', { level: 1, name: words('eligible.call-back') }).waitFor()
  await page.getByRole('button', { name: words('eligible.send') }).click()
  for (const key of ['name-missing', 'contact-missing', 'consent-missing'])
    await page.getByText(words(`eligible.${key}`)).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByLabel(words('eligible.name')).fill('Aline')
  await page.getByLabel(words('eligible.phone')).fill('06')
  await page.getByRole('button', { name: words('eligible.send') }).click()
  await page.getByText(words('eligible.phone-wrong')).waitFor()
  expect(await page.getByLabel(words('eligible.name')).inputValue()).toBe('Aline')
  await page.getByLabel(words('eligible.phone')).fill('+33 6 12 34 56 78')
  await page.getByRole('radio', { name: words('eligible.time-evening') }).check()
  await page.locator('select').selectOption({ label: 'OFII Lyon' })
  await page.locator('input[name=consent]').check()
  await expectFits(page, 'ltr')
  await picture(visitor, 'call-back')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: words('eligible.send') }).click()
  expect(JSON.parse((await sent).postData() ?? '')).toEqual({
    name: 'Aline',
    phone: '+33 6 12 34 56 78',
    bestTime: 'evening',
    language: 'fr',
    wishes: [{ scheme: 'ofii-cameroon', office: 'ofii-lyon' }],
    consent: true,
  })
  await page.getByRole('heading', { level: 1, name: words('eligible.sent-title') }).waitFor()
  // What was sent is not sent again by going back.
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: words('eligible.sent-title') }).waitFor()
  await page.context().close()
})

test('the counsellor finds the request at home, settles it by mistake, and puts it back', async () => {
  const { page, words } = claire
  await page.goto(`${office.address}/`)
  await page.getByRole('link', { name: words('call-backs.waiting', { count: 1 }) }).click()
  await page.getByRole('heading', { level: 1, name: words('call-backs.title') }).waitFor()
  await page.getByRole('link', { name: '+33 6 12 34 56 78' }).waitFor()
  await page.getByText(words('call-backs.time-evening')).waitFor()
  expect(await barriers(page)).toEqual([])
  await picture(claire, 'to-call-back')
  await page.getByRole('button', { name: words('call-backs.outcome-no-longer-wanted') }).click()
  await page.getByText(words('call-backs.none')).waitFor()
  await page.getByRole('button', { name: words('call-backs.put-back') }).click()
  await page.getByRole('link', { name: words('call-backs.open-file') }).waitFor()
})

test('the request becomes a file with what the person wrote, and waits no more', async () => {
  const { page, words } = claire
  await page.getByRole('link', { name: words('call-backs.open-file') }).click()
  await page.getByRole('heading', { name: words('intake.title') }).waitFor()
  const people = page.getByRole('group', { name: words('field.register-case.people') })
  const given = people.getByRole('textbox', { name: words('form.given-name') })
  await given.waitFor()
  expect(await given.inputValue()).toBe('Aline')
  expect(await people.getByRole('textbox', { name: words('form.phone') }).inputValue()).toBe('+33 6 12 34 56 78')
  await write('Mballa')(people, words('form.family-name'))
  await page.getByText(words('intake.duplicates-none')).waitFor()
  await find('Centre')(page.getByRole('main'), words('intake.region', { beneficiary: 'person' }))
  const next = page.getByRole('button', { name: words('intake.next') })
  await next.click()
  await page.getByRole('heading', { name: words('intake.part-consents') }).waitFor()
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await next.click()
  await page.getByRole('heading', { name: words('intake.part-facts') }).waitFor()
  await next.click()
  await page.getByRole('heading', { name: words('intake.part-review') }).waitFor()
  await page.getByRole('button', { name: words('intake.open') }).click()
  await page.getByRole('heading', { level: 1, name: 'Aline Mballa' }).waitFor()
  await expect
    .poll(() => asActor(office.house.database, 'system', (tx) => tx.rows(sql`select outcome from call_back`)))
    .toEqual([{ outcome: 'registered' }])
  await page.goto(`${office.address}/call-backs`)
  await page.getByText(words('call-backs.none')).waitFor()
})
