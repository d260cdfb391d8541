import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'
import { sheet } from '#demonstration/sheet.ts'
import { addDays } from '#domain/calendar.ts'

import {
  act,
  answer,
  begin,
  choose,
  date,
  everywhere,
  expectFits,
  file,
  find,
  go,
  openAsked,
  openFile,
  send,
  side,
  tick,
  write,
} from '../kit/at-the-screen.ts'
import { runningScheme } from '../kit/case.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'

let office: OfficeDays
const seats = new Map<string, Screen>()
const { edition } = runningScheme('ofii-cameroon')
const person = 'عائشة بلّو'

beforeAll(async () => {
  office = await openOfficeDays()
})
afterAll(async () => {
  await office.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') for (const screen of seats.values()) await picture(screen, 'failed')
  expect(office.complaints).toEqual([])
  for (const { page } of seats.values()) await expectFits(page, 'rtl')
})

async function at(who: string): Promise<Screen> {
  const known = seats.get(who)
  if (known) return known
  const screen = await office.enter(who, 'ar')
  seats.set(who, screen)
  await picture(screen, `home-${who}`)
  return screen
}

describe('one case, told once, in Arabic', () => {
  test('the counsellor opens the file, on a phone', async () => {
    const screen = await at('claire')
    const { page, words } = screen
    await page.setViewportSize({ width: 360, height: 740 })
    await go(screen, 'cases')
    await page.getByRole('link', { name: words('intake.title') }).click()
    await page.getByRole('heading', { name: words('intake.title') }).waitFor()
    const main = page.getByRole('main')
    const scheme = page.getByRole('radio', { name: runningScheme('ofii-cameroon').scheme.title.ar })
    if (await scheme.isVisible()) await scheme.check()
    const people = page.getByRole('group', { name: words('field.register-case.people') })
    await write('عائشة')(people, words('form.given-name'))
    await write('بلّو')(people, words('form.family-name'))
    await write('1999')(people.getByRole('group', { name: words('form.birth') }), words('ui.year'))
    await page.getByText(words('intake.duplicates-none')).waitFor()
    await find('الوسط')(main, words('intake.region'))
    await picture(screen, 'intake-person')
    const next = page.getByRole('button', { name: words('intake.next') })
    await next.click()
    await page.getByRole('heading', { name: words('intake.part-consents') }).waitFor()
    for (const { title } of edition.consents.slice(0, 3)) await page.getByRole('checkbox', { name: title.ar }).check()
    await next.click()
    await page.getByRole('heading', { name: words('intake.part-facts') }).waitFor()
    await choose(optionOf('situation', 'fin-etudes'))(main, questionOf('situation'))
    await write(40)(main, questionOf('mois en France'))
    await choose(words('ui.no'))(main, questionOf('aide déjà reçue'))
    await page.getByText(words('intake.facts-enough')).waitFor()
    await picture(screen, 'intake-facts')
    await expectFits(page, 'rtl')
    await next.click()
    await page.getByRole('heading', { name: words('intake.part-review') }).waitFor()
    await picture(screen, 'intake-review')
    await page.getByRole('button', { name: words('intake.open') }).click()
    await page.getByRole('heading', { level: 1, name: person }).waitFor()
    await expectFits(page, 'rtl')
    await picture(screen, 'case-new')
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  test('interview, verdict, choice, departure', async () => {
    const screen = await at('claire')
    const { words } = screen
    const interview = await begin(screen, 'complete-step')
    await interview
      .getByRole('button', { name: words('form.answer-not-asked') })
      .last()
      .click()
    await picture(screen, 'form-interview')
    await send(screen, interview, 'complete-step')
    await act(screen, 'record-assessment', { answers: everywhere('نعم') })
    await act(screen, 'record-assessment', { answers: everywhere('لا') })
    const verdict = await begin(screen, 'give-verdict')
    await verdict.getByText(words('case.verdict-met')).first().waitFor()
    await picture(screen, 'form-give-verdict')
    await send(screen, verdict, 'give-verdict')
    await act(screen, 'choose-aid', { aid: choose('المساعدة الاجتماعية للاستقرار') })
    await act(screen, 'plan-travel', {
      departsOn: date(addDays(office.today(), 10)),
      from: write('ليون'),
      to: write('ياوندي'),
    })
    await office.pass(10)
    await screen.page.reload()
    await act(screen, 'confirm-departure')
    await act(screen, 'hand-over-custody', { to: choose('OFII Yaoundé'), reason: write('تنتظرها أختها في المطار.') })
  })

  test('the office in Yaoundé receives her and names an operator, who accepts', async () => {
    const coordinator = await at('serge')
    await openFile(coordinator, person)
    await act(coordinator, 'accept-custody')
    await office.pass(2)
    await coordinator.page.reload()
    await act(coordinator, 'record-first-contact', { arrivedOn: date(addDays(office.today(), -1)) })
    await act(coordinator, 'designate-operator', {
      operator: choose('Sahel Entreprendre'),
      reason: write('قريب من بيتها ويعرف الحي.'),
    })
    const adviser = await at('aicha')
    await openAsked(adviser)
    await act(adviser, 'accept-designation')
    await adviser.page.getByRole('heading', { level: 1, name: person }).waitFor()
  })

  test('the aid is granted, signed, and its amount reads from left to right', async () => {
    const coordinator = await at('serge')
    const { page, words } = coordinator
    const award = await begin(coordinator, 'grant-award')
    await answer(coordinator, award, 'grant-award', { amount: write('260 000') })
    const typed = award.getByRole('textbox', { name: words('field.grant-award.amount') })
    expect(await typed.evaluate((field) => getComputedStyle(field).direction)).toBe('ltr')
    await send(coordinator, award, 'grant-award')
    for (const party of ['beneficiary', 'operator', 'office'])
      await act(coordinator, 'sign-commitment', {
        party: choose(words(`field.sign-commitment.party.option.${party}`)),
        means: choose(words('field.sign-commitment.means.option.on-paper')),
      })
    await side(coordinator, 'money')
    expect(await groupsFromLeftToRight(page)).toContain('260 000')
  })

  test('a bill is brought, a second person releases, the operator is paid', async () => {
    const adviser = await at('aicha')
    await adviser.page.reload()
    const bill = Buffer.from(sheet('Facture', ['Lit, table, loyer', '260 000 FCFA']))
    await act(adviser, 'attach-document', {
      document: file('facture.pdf', 'application/pdf', bill),
      paper: choose('فاتورة أو إيصال'),
    })
    const finance = await at('nadia')
    const { words } = finance
    await openFile(finance, person)
    await act(finance, 'request-tranche', {
      payee: choose(words('field.request-tranche.payee.option.operator')),
      evidence: tick('فاتورة أو إيصال'),
    })
    const approver = await at('olivier')
    await openFile(approver, person)
    await act(approver, 'release-tranche')
    await finance.page.reload()
    const payment = await begin(finance, 'record-payment')
    await answer(finance, payment, 'record-payment', {
      amount: write('٢٦٠ ٠٠٠'),
      means: choose(words('field.record-payment.means.option.bank')),
      reference: write('VIR-0003'),
    })
    await picture(finance, 'form-record-payment')
    await send(finance, payment, 'record-payment')
    const money = await side(finance, 'money')
    await money.getByText(words('case.tranche-paid'), { exact: true }).waitFor()
  })

  test('everything that was recorded holds', async () => {
    expect((await verify(office.house)).faults).toEqual([])
  })
})

function questionOf(name: string): string {
  return inArabic(edition.facts.find(({ fact }) => fact === name)?.ask)
}

function optionOf(name: string, wanted: string): string {
  const options = edition.facts.find(({ fact }) => fact === name)?.options ?? []
  return inArabic(options.find(({ option }) => option === wanted)?.title)
}

function inArabic(text: { readonly ar: string } | undefined): string {
  if (!text) throw new Error('the scheme has no such words')
  return text.ar
}

/** Amounts as the eye meets them: the groups of digits of each, sorted by where they stand on the screen. */
function groupsFromLeftToRight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const amounts: string[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const groups = [...node.data.matchAll(/\d+/g)]
      if (groups.length < 2) continue
      const placed = groups.map((group) => {
        const range = document.createRange()
        range.setStart(node, group.index)
        range.setEnd(node, group.index + group[0].length)
        return { digits: group[0], left: range.getBoundingClientRect().left }
      })
      amounts.push(
        placed
          .sort((one, other) => one.left - other.left)
          .map(({ digits }) => digits)
          .join(' '),
      )
    }
    return amounts
  })
}
