import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'

import { act, begin, expectFits, go, send, side, tick, write } from '../kit/at-the-screen.ts'
import { foundHouse } from '../kit/house.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'

/** Whoever is helped is no person here: an association that answers a call, a workshop for several. */
let office: OfficeDays

const seats = {
  leila: ['lemma-associations', 'coordinator', 'lemma-tunis'],
  kossi: ['unhcr-anpe-workshop', 'counsellor', 'anpe-lome'],
} as const

beforeAll(async () => {
  const named = Object.entries(seats)
  const schemes = loadSchemes('catalogue/schemes').filter((each) =>
    named.some(([, [scheme]]) => scheme === each.scheme),
  )
  const clock = { now: () => new Date().toISOString(), today: () => new Date().toISOString().slice(0, 10) }
  const founding = {
    schemes,
    offices: named.map(([, [, , id]]) => ({ office: id, name: id, kind: 'representation', country: 'TN' })),
    parts: named.map(([, [scheme, role, id]]) => ({ scheme, role, office: id })),
    accounts: named.map(([name, [, role, id]]) => ({
      email: `${name}@homeward.example`,
      name,
      language: 'fr',
      seats: [[role, id] as [typeof role, string]],
    })),
  }
  office = await openOfficeDays(foundHouse(founding, clock))
})
afterAll(async () => {
  await office.close()
})
afterEach(() => {
  expect(office.complaints).toEqual([])
})

async function newFile(screen: Screen): Promise<void> {
  await go(screen, 'cases')
  await screen.page.getByRole('link', { name: screen.words('intake.title') }).click()
}

test('an association is received with its contact, and found again', async () => {
  const screen = await office.enter('leila', 'fr')
  const { page, words } = screen
  const next = page.getByRole('button', { name: words('intake.next') })
  await newFile(screen)
  await page.getByRole('heading', { name: words('intake.part-organisation') }).waitFor()
  await next.click()
  await picture(screen, 'organisation-missing')
  const organisation = page.getByRole('group', { name: words('intake.part-organisation'), exact: true })
  await write('Afaak Kébili')(organisation, words('form.organisation-name'))
  await write('Kébili')(organisation, words('form.place'))
  await write('+216 75 490 100')(organisation, words('form.phone'))
  const contact = page.getByRole('group', { name: words('intake.contact') })
  await write('Salma')(contact, words('form.given-name'))
  await write('Trabelsi')(contact, words('form.family-name'))
  await page.getByText(words('intake.duplicates-none')).waitFor()
  await picture(screen, 'organisation')
  await next.click()
  await page.getByRole('checkbox', { name: 'coordonnées de la personne de contact' }).check()
  await next.click()
  await page.getByRole('heading', { name: words('intake.part-facts') }).waitFor()
  await next.click()
  await picture(screen, 'organisation-review')
  await page.getByRole('button', { name: words('intake.open') }).click()

  await page.getByRole('heading', { level: 1, name: 'Afaak Kébili' }).waitFor()
  await side(screen, 'organisation')
  await page.getByText('+216 75 490 100').waitFor()
  await page.getByRole('heading', { name: 'Salma Trabelsi' }).waitFor()
  await picture(screen, 'organisation-case')
  const form = await begin(screen, 'add-member')
  expect(await form.getByText(words('form.relation')).count()).toBe(0)
  expect(await form.getByText(words('form.birth')).count()).toBe(0)
  await form.getByRole('button', { name: words('form.cancel') }).click()
  await go(screen, 'cases')
  await page.getByRole('link', { name: 'Afaak Kébili' }).waitFor()

  await newFile(screen)
  await write('AFAAK KEBILI')(
    page.getByRole('group', { name: words('intake.part-organisation'), exact: true }),
    words('form.organisation-name'),
  )
  const known = page.getByRole('status', { name: words('intake.duplicates') })
  await known.getByText('Afaak Kébili').waitFor()
  await picture(screen, 'organisation-known')
})

test('a workshop: people are enrolled, meet once, and those who were there complete it', async () => {
  const screen = await office.enter('kossi', 'ar', { width: 360, height: 740 })
  const { page, words } = screen
  const next = page.getByRole('button', { name: words('intake.next') })
  await newFile(screen)
  const group = page.getByRole('group', { name: words('intake.part-group'), exact: true })
  await write('ورشة لومي')(group, words('form.group-name'))
  expect(await page.getByText(words('form.given-name')).count()).toBe(0)
  await picture(screen, 'group')
  await next.click()
  await page.getByText(words('intake.consents-group')).waitFor()
  await picture(screen, 'group-consents')
  await next.click()
  await next.click()
  await picture(screen, 'group-review')
  await page.getByRole('button', { name: words('intake.open') }).click()
  await page.getByRole('heading', { level: 1, name: 'ورشة لومي' }).waitFor()
  await side(screen, 'group')
  await page.getByText(words('case.participants-empty')).waitFor()
  await picture(screen, 'group-empty')

  await act(screen, 'enrol-participants', {
    people: async (form, question) => {
      const people = form.getByRole('group', { name: question })
      for (const [at, name] of ['Ama', 'Kofi'].entries()) {
        if (at > 0) await people.getByRole('button', { name: words('form.person-add') }).click()
        const each = people.getByRole('listitem').nth(at)
        await write(name)(each, words('form.given-name'))
        await write('Agbeko')(each, words('form.family-name'))
      }
    },
    consents: tick('تسجيل اسمي وحضوري'),
  })
  await page.getByText('Ama Agbeko').waitFor()
  await picture(screen, 'group-enrolled')
  await act(screen, 'record-session', {
    title: write('السيرة الذاتية'),
    present: tick('Ama Agbeko'),
  })
  await page.getByText('السيرة الذاتية', { exact: true }).waitFor()
  // Kofi had come late and was not on the list.
  await page
    .getByRole('button', { name: words('case.pair', { name: words('form.change'), value: 'السيرة الذاتية' }) })
    .click()
  const sheet = page.getByRole('dialog', { name: words('command.record-session.title') })
  expect(await sheet.getByRole('checkbox', { name: 'Ama Agbeko' }).isChecked()).toBe(true)
  await tick('Kofi Agbeko')(sheet, words('field.record-session.present'))
  await send(screen, sheet, 'record-session')
  await page.getByText(words('case.present', { count: 2, of: 2 })).waitFor()
  await act(screen, 'record-completion', { completed: tick('Ama Agbeko') })
  await page.getByText(words('case.trained', { count: 1, of: 2 })).waitFor()
  await expectFits(page, 'rtl')
  await picture(screen, 'group-completed')
})
