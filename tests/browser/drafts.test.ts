/** A scheme is added from the screen: uploaded, put right, tried, published by a second person, and used. */
import { readFileSync } from 'node:fs'

import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startWorker } from '#jobs/worker.ts'

import { expectFits, go, write } from '../kit/at-the-screen.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { newSchemeFile } from '../kit/small-draft.ts'

let office: OfficeDays
let worker: Awaited<ReturnType<typeof startWorker>>
let sophie: Screen
let address: string

const right = newSchemeFile('guinea')
const wrong = right.replace('by: committee-secretary', 'by: comittee-secretary')

beforeAll(async () => {
  office = await openOfficeDays()
  worker = await startWorker(office.house, office.house.database.url)
  sophie = await office.enter('sophie', 'fr')
})
afterAll(async () => {
  await worker.stop()
  await office.close()
  expect(office.complaints).toEqual([])
})

async function faults({ page }: Screen): Promise<string[]> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  return found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}

describe('the programme manager', () => {
  test('uploads a file, and is led to each problem by its line', async () => {
    const { page, words } = sophie
    await go(sophie, 'schemes')
    await page.getByRole('button', { name: words('command.upload-draft.title') }).click()
    const panel = page.getByRole('dialog', { name: words('command.upload-draft.title') })
    await panel.getByRole('button', { name: words('drafts.upload') }).click()
    await panel.getByText(words('drafts.text-missing')).waitFor()
    await picture(sophie, 'upload')
    const file = { name: 'guinee.yaml', mimeType: 'text/yaml', buffer: Buffer.from(wrong) }
    await panel.getByLabel(words('drafts.choose')).first().setInputFiles(file)
    await panel.getByText('guinee.yaml').waitFor()
    await panel.getByRole('button', { name: words('drafts.upload') }).click()
    await page.getByRole('heading', { level: 1, name: 'guinee.yaml' }).waitFor()
    address = page.url()
    const line = wrong.slice(0, wrong.indexOf('by: comittee')).split('\n').length
    await page.getByText(/Vouliez-vous écrire « committee-secretary »/).waitFor()
    expect(await faults(sophie)).toEqual([])
    await picture(sophie, 'problems')
    await page.getByRole('button', { name: new RegExp(`^${words('drafts.line', { line })}`) }).click()
    const area = page.getByRole('textbox', { name: words('drafts.side-text') })
    const selected = () =>
      area.evaluate((each) => {
        const { value, selectionStart, selectionEnd } = each as unknown as HTMLTextAreaElement
        return value.slice(selectionStart, selectionEnd).trim()
      })
    expect(await selected()).toBe('by: comittee-secretary')
  })

  test('corrects it in place, reads it, tries it, and submits it', async () => {
    const { page, words } = sophie
    await page.getByRole('textbox', { name: words('drafts.side-text') }).fill(right)
    await page.getByRole('button', { name: words('command.replace-draft.title') }).click()
    await page.getByText(words('drafts.is-right'), { exact: true }).waitFor()
    await page.getByRole('tab', { name: words('drafts.side-preview') }).click()
    await page.getByRole('heading', { name: words('schemes.journey') }).waitFor()
    await picture(sophie, 'preview')
    await page.getByRole('tab', { name: words('drafts.side-changes') }).click()
    await page.getByText(words('drafts.new-scheme'), { exact: true }).waitFor()
    await page.getByRole('tab', { name: words('drafts.side-people') }).click()
    await page.getByText(/^60 personnes inventées/).waitFor()
    await picture(sophie, 'people')
    await page.getByRole('tab', { name: words('drafts.side-cases') }).click()
    await page.getByRole('button', { name: words('drafts.try-cases') }).click()
    await page.getByText(words('drafts.no-cases'), { exact: true }).waitFor()
    await page.getByRole('button', { name: words('command.submit-draft.title') }).click()
    await page.getByText(words('drafts.waits-for-second')).waitFor()
    expect(await page.getByRole('button', { name: words('command.publish-draft.title') }).count()).toBe(0)
    expect(await faults(sophie)).toEqual([])
  })
})

test('a new edition is compared with the one in force, in sentences', async () => {
  const { page, words } = sophie
  const file = readFileSync('catalogue/schemes/ofii-cameroon.yaml', 'utf8')
  const next = file
    .slice(0, file.indexOf("  - edition: '2023-10'"))
    .replace("edition: '2025-11'", "edition: '2099'")
    .replace('from: 2025-11-28', 'from: 2099-01-01')
    .replace('mois en France >= 3 mois', 'mois en France >= 6 mois')
  await page.goto(`${office.address}/schemes?add=true`)
  const panel = page.getByRole('dialog', { name: words('command.upload-draft.title') })
  await panel.getByRole('textbox', { name: words('drafts.paste') }).fill(next)
  await panel.getByRole('button', { name: words('drafts.upload') }).click()
  await page.getByText(words('drafts.is-right'), { exact: true }).waitFor()
  await page.getByRole('tab', { name: words('drafts.side-changes') }).click()
  await page
    .getByText(/6 mois/)
    .first()
    .waitFor()
  await picture(sophie, 'changes')
})

test('a scheme says which aid is a service without money, and shows every text in three languages', async () => {
  const { page, words } = sophie
  await page.goto(`${office.address}/schemes/unhcr-anpe-togo`)
  await page.getByText(words('schemes.pays-nothing')).first().waitFor()
  await page.getByRole('button', { name: words('schemes.texts-show') }).click()
  await page.getByText('العمل للاجئين في توغو (المفوضية وANPE)').first().waitFor()
  expect(await faults(sophie)).toEqual([])
  await picture(sophie, 'service')
})

test('a second person publishes, names its offices, and a case is registered in it', async () => {
  const lucie = await office.enter('lucie', 'ar')
  const { page, words } = lucie
  await page.goto(address)
  await page.getByText(words('drafts.waits-for-you')).waitFor()
  await picture(lucie, 'submitted')
  await page.getByRole('button', { name: words('command.publish-draft.title') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: words('command.publish-draft.title') }).click()
  await page.getByText(words('drafts.is-published')).waitFor()
  await page.getByRole('link', { name: words('drafts.open-scheme') }).click()
  await page.getByText(words('schemes.no-registration')).waitFor()
  await picture(lucie, 'published')
  await page.getByRole('button', { name: words('schemes.give-parts') }).click()
  const panel = page.getByRole('dialog', { name: words('schemes.give-parts') })
  await panel
    .getByRole('combobox', { name: words('role.counsellor') })
    .first()
    .pressSequentially('OFII Lyon')
  await page.getByRole('option', { name: 'OFII Lyon', exact: true }).click()
  await picture(lucie, 'parts')
  await panel.getByRole('button', { name: words('schemes.give'), exact: true }).click()
  await panel.waitFor({ state: 'detached' })
  await page.getByText(words('schemes.no-registration')).waitFor({ state: 'detached' })

  const claire = await office.enter('claire', 'fr')
  await claire.page.goto(`${office.address}/cases/new`)
  await register(claire)
})

/** Intake in the new scheme, up to the file that it opens. */
async function register(screen: Screen): Promise<void> {
  const { page, words } = screen
  await page.getByRole('radio', { name: 'Petit' }).check()
  const people = page.getByRole('group', { name: words('field.register-case.people') })
  await write('Aissatou')(people, words('form.given-name'))
  await write('Camara')(people, words('form.family-name'))
  await picture(screen, 'intake')
  const next = page.getByRole('button', { name: words('intake.next') })
  const send = page.getByRole('button', { name: words('intake.open') })
  while (!(await send.isVisible())) {
    await next.click()
    await next.or(send).first().waitFor()
  }
  await send.click()
  await page.getByRole('heading', { level: 1, name: /Camara/ }).waitFor()
}

test('its place fits a phone in Arabic, with what somebody else published in sight at once', async () => {
  const phone = await office.enter('sophie', 'ar', { width: 360, height: 740 })
  for (const path of ['/schemes', '/schemes?add=true', '/schemes/guinea', new URL(address).pathname]) {
    await phone.page.goto(office.address + path)
    await phone.page.getByRole('heading', { level: 1 }).or(phone.page.getByRole('dialog')).first().waitFor()
    await phone.page.waitForLoadState('networkidle')
    await expectFits(phone.page, 'rtl')
    expect(await faults(phone)).toEqual([])
    await picture(phone, `phone${path.replaceAll(/[^a-z]+/g, '-').slice(0, 20)}`)
  }
})
