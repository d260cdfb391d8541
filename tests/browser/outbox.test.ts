import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'
import { caseCommands } from '#domain/case/commands/index.ts'

import { begin, choose, answer, go, openFile } from '../kit/at-the-screen.ts'
import { actor } from '../kit/house.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'

let office: OfficeDays
let screen: Screen
const stream = uuidv7()
const claire = actor('claire', 'counsellor', 'ofii-lyon')

/** A command that reaches the server by another way than this screen. */
async function elsewhere(name: string, input: Record<string, unknown>): Promise<void> {
  expect(Object.keys(caseCommands)).toContain(name)
  const answer = await handle(office.house, claire, { command: uuidv7(), name, stream, input })
  expect(answer).toMatchObject({ status: 'done' })
}

beforeAll(async () => {
  office = await openOfficeDays()
  const consents = office.house.editions
    .current('ofii-cameroon', office.today())
    ?.edition.consents.filter(({ required }) => required)
    .map(({ purpose }) => purpose)
  const person = { person: uuidv7(), givenName: 'Odile', familyName: 'Ekotto', relation: 'principal' }
  await elsewhere('register-case', { scheme: 'ofii-cameroon', people: [person], consents, on: office.today() })
  screen = await office.enter('claire', 'fr')
  await openFile(screen, 'Odile Ekotto')
})
afterAll(() => office.close())

describe('what is done leaves the device only on the yes of the server', () => {
  test('without a network it shows its outcome at once, says where it is, and goes when the network is back', async () => {
    const { page, words } = screen
    await page.context().setOffline(true)
    await page.getByRole('button', { name: words('command.add-note.title') }).click()
    await page.getByLabel(words('field.add-note.text')).fill('À rappeler après 18 h.')
    await page.getByRole('button', { name: words('case.note-add') }).click()
    const told = page.getByRole('listitem').filter({ hasText: 'À rappeler après 18 h.' })
    await told.getByText(words('ui.sync-this-device')).waitFor()
    await page.context().setOffline(false)
    await page
      .getByRole('status')
      .filter({ hasText: words('ui.sync-arrived') })
      .waitFor()
    await page.reload()
    await told.waitFor()
    expect(await told.getByText(words('ui.sync-this-device')).count()).toBe(0)
  })

  test('refused in the meantime, it keeps what was typed until its author corrects or discards it', async () => {
    const { page, words } = screen
    const purpose = 'research'
    await page.context().setOffline(true)
    const form = await begin(screen, 'record-consent')
    const title = office.house.editions
      .current('ofii-cameroon', office.today())
      ?.edition.consents.find((each) => each.purpose === purpose)?.title.fr
    await answer(screen, form, 'record-consent', { purpose: choose(title ?? ''), given: choose(words('ui.yes')) })
    await form.getByRole('button', { name: words('command.record-consent.title'), exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await elsewhere('record-consent', { purpose, given: true, on: office.today() })
    await page.context().setOffline(false)
    await page.getByText(words('refusal.nothing-changes')).first().waitFor()
    await page.getByRole('button', { name: words('outbox.correct') }).click()
    const again = page.getByRole('dialog', { name: words('command.record-consent.title') })
    await again.getByRole('radio', { name: words('ui.yes'), checked: true }).waitFor()
    await again.getByRole('button', { name: words('form.cancel') }).click()
    await go(screen, 'outbox')
    await page.getByRole('heading', { name: words('outbox.needs-you') }).waitFor()
    await page.getByRole('button', { name: words('outbox.discard') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('outbox.discard') })
      .click()
    await page.getByRole('heading', { name: words('outbox.needs-you') }).waitFor({ state: 'detached' })
  })
})
