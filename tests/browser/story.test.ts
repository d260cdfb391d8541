import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'
import { sheet } from '#demonstration/sheet.ts'
import { addDays } from '#domain/calendar.ts'

import {
  accepted,
  act,
  answer,
  answerTo,
  begin,
  choose,
  date,
  everywhere,
  file,
  find,
  go,
  openFile,
  send,
  side,
  tick,
  write,
  type Answer,
} from '../kit/at-the-screen.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'

let office: OfficeDays
const seats = new Map<string, Screen>()

beforeAll(async () => {
  office = await openOfficeDays()
})
afterAll(async () => {
  await office.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') for (const screen of seats.values()) await picture(screen, 'failed')
  expect(office.complaints).toEqual([])
})

/** Somebody's screen, which stays open from one part of the story to the next. */
async function at(who: string): Promise<Screen> {
  const known = seats.get(who)
  if (known) return known
  const screen = await office.enter(who, 'fr')
  seats.set(who, screen)
  await picture(screen, `home-${who}`)
  return screen
}

const person = 'Aline Mballa'

describe('one case, told once, in French', () => {
  test('the counsellor opens the file: family, consents, what is not known, and the verdict beside it', async () => {
    const screen = await at('claire')
    const { page, words } = screen
    await go(screen, 'cases')
    await picture(screen, 'list-empty')
    await page.getByRole('link', { name: words('intake.title') }).click()
    await page.getByRole('heading', { name: words('intake.title') }).waitFor()
    const next = page.getByRole('button', { name: words('intake.next') })
    const verdict = page.getByRole('complementary', { name: words('intake.verdict') })

    // Nothing is sent that is not whole, and the place is shown.
    await next.click()
    await picture(screen, 'intake-person-missing')
    const scheme = page.getByRole('radio', { name: 'Réinsertion au Cameroun (OFII)' })
    // Who works for one scheme only is not asked.
    if (await scheme.isVisible()) await scheme.check()
    const people = page.getByRole('group', { name: words('field.register-case.people') })
    await write('Aline')(people, words('form.given-name'))
    await write('Mballa')(people, words('form.family-name'))
    await write('1999')(people.getByRole('group', { name: words('form.birth') }), words('ui.year'))
    await choose(words('form.sex-female'))(people, words('form.sex'))
    await write('+237 6 70 00 00 01')(people, words('form.phone'))
    await page.getByRole('button', { name: words('form.person-add') }).click()
    const child = people.getByRole('listitem').nth(1)
    await write('Junior')(child, words('form.given-name'))
    await write('Mballa')(child, words('form.family-name'))
    await write('2019')(child.getByRole('group', { name: words('form.birth') }), words('ui.year'))
    await page.getByText(words('intake.duplicates-none')).waitFor()
    await find('Centre')(page.getByRole('main'), words('intake.region'))
    await picture(screen, 'intake-person')
    await next.click()

    await page.getByRole('heading', { name: words('intake.part-consents') }).waitFor()
    for (const consent of [
      'Tenir mon dossier',
      'au bureau au Cameroun',
      'l’opérateur'.replace('’', "'"),
      'au comité',
      'sur ce téléphone',
    ])
      await page.getByRole('checkbox', { name: consent }).check()
    await picture(screen, 'intake-consents')
    await next.click()

    await page.getByRole('heading', { name: words('intake.part-facts') }).waitFor()
    await verdict.getByText(words('case.verdict-not-known')).first().waitFor()
    await picture(screen, 'intake-facts')
    const main = page.getByRole('main')
    await choose('Je termine mes études')(main, 'Quelle est votre situation en France ?')
    await write(40)(main, 'Depuis combien de mois vivez-vous en France ?')
    await page
      .getByRole('button', { name: words('form.answer-unknown') })
      .last()
      .click()
    await picture(screen, 'intake-facts-answered')
    await next.click()

    await page.getByRole('heading', { name: words('intake.part-review') }).waitFor()
    await picture(screen, 'intake-review')
    await page.getByRole('button', { name: words('intake.open') }).click()
    await page.getByRole('heading', { level: 1, name: person }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: words('ui.sync-arrived') })
      .first()
      .waitFor()
    await picture(screen, 'case-new')
  })

  test('she is listened to: interview, what holds her, what she needs protection from', async () => {
    const screen = await at('claire')
    const { words } = screen
    const interview = await begin(screen, 'complete-step')
    await choose(words('ui.no'))(interview, 'Avez-vous déjà reçu une aide au retour de la France ?')
    await interview
      .getByRole('button', { name: words('form.answer-not-asked') })
      .last()
      .click()
    await picture(screen, 'form-interview')
    await send(screen, interview, 'complete-step')
    await act(screen, 'record-assessment', { answers: everywhere('Oui') })
    await act(screen, 'record-assessment', { answers: everywhere('Non') })
    const panel = await side(screen, 'person')
    await panel.getByText('De solides appuis').waitFor()
  })

  test('the rules say yes with their reasons; she chooses a business of her own', async () => {
    const screen = await at('claire')
    const { page, words } = screen
    const verdict = await begin(screen, 'give-verdict')
    await verdict.getByText(words('case.verdict-met')).first().waitFor()
    await picture(screen, 'form-give-verdict')
    await send(screen, verdict, 'give-verdict')
    await act(screen, 'choose-aid', { aid: choose('Aide à la création') })
    await act(screen, 'plan-travel', {
      departsOn: date(addDays(office.today(), 10)),
      from: write('Lyon'),
      to: write('Yaoundé'),
    })
    await office.pass(10)
    await page.reload()
    await act(screen, 'confirm-departure')
    await act(screen, 'hand-over-custody', {
      to: choose('OFII Yaoundé'),
      reason: write('Elle est attendue à l’aéroport par sa sœur. Son projet : un élevage de pondeuses.'),
    })
  })

  test('the office in Yaoundé takes the file with everything that is open, and meets her', async () => {
    const screen = await at('serge')
    await openFile(screen, person)
    await picture(screen, 'case-offered')
    await act(screen, 'accept-custody')
    await office.pass(2)
    await screen.page.reload()
    await act(screen, 'record-first-contact', {
      arrivedOn: date(addDays(office.today(), -1)),
      text: write('Elle va bien. Sa sœur l’héberge à Mfou.'),
    })
  })

  test('one operator declines, another one accepts', async () => {
    const coordinator = await at('serge')
    await act(coordinator, 'designate-operator', {
      operator: choose('Wouri Conseil'),
      reason: write('Connaît les filières avicoles.'),
    })
    const first = await at('jean')
    await openFile(first, person)
    await picture(first, 'case-designated')
    await act(first, 'refuse-designation', { reason: write('Personne de disponible dans le Centre avant trois mois.') })
    // Whoever declined has no part in the file any more, and does not keep it in sight.
    await first.page.getByText(first.words('case.none'), { exact: true }).waitFor()
    expect(await first.page.getByText(person).count()).toBe(0)
    await openFile(coordinator, person)
    await act(coordinator, 'designate-operator', {
      operator: choose('Sahel Entreprendre'),
      reason: write('Présent à Yaoundé, deux élevages suivis l’an dernier.'),
    })
    const adviser = await at('aicha')
    await openFile(adviser, person)
    await act(adviser, 'accept-designation')
  })

  test('idea, approval, costing from local prices, plan', async () => {
    const adviser = await at('aicha')
    const coordinator = await at('serge')
    await office.pass(7)
    await adviser.page.reload()
    await act(adviser, 'submit-idea', {
      activity: find('Aviculture'),
      text: write('Deux cents pondeuses à Mfou, les œufs vendus aux écoles et au marché.'),
    })
    // His screen has heard of it: nothing was loaded again.
    await act(coordinator, 'approve-idea')
    await office.pass(14)
    await adviser.page.reload()
    await act(adviser, 'record-feasibility', {
      relevance: choose('Bien'),
      market: choose('Bien'),
      viable: choose('Oui'),
      lines: budget([
        ['Poulailler et cages', '2 400 000'],
        ['Deux cents poulettes', '1 300 000'],
        ['Aliments pour trois mois', '900 000'],
      ]),
      ownContribution: write('500 000'),
      requested: write('4 100 000'),
    })
    await act(adviser, 'submit-plan', { text: write('Vente dès le cinquième mois, équilibre au huitième.') })
    await side(adviser, 'project')
  })

  test('the committee meets: one member steps aside, the quorum holds, 4 100 000 with a condition', async () => {
    const secretary = await at('paul')
    await go(secretary, 'sittings')
    const plan = await begin(secretary, 'plan-sitting')
    await answer(secretary, plan, 'plan-sitting', {
      on: date(addDays(office.today(), 7)),
      place: write('Ambassade de France, Yaoundé'),
      quorum: write(3),
    })
    await picture(secretary, 'form-plan-sitting')
    await send(secretary, plan, 'plan-sitting')

    const coordinator = await at('serge')
    await coordinator.page.reload()
    await act(coordinator, 'submit-to-committee', { sitting: choose('Comité de sélection Cameroun') })

    const member = await at('marthe')
    await openSitting(member)
    await member.page.getByRole('heading', { name: person }).waitFor()
    await picture(member, 'sitting-member')
    await member.page.getByRole('button', { name: member.words('sittings.step-aside-myself') }).click()
    const aside = member.page.getByRole('dialog', { name: member.words('command.declare-interest.title') })
    await write('Cousine de la personne')(aside, member.words('field.declare-interest.reason'))
    await send(member, aside, 'declare-interest')
    await member.page.getByText(member.words('sittings.only-recused')).waitFor()
    expect(await member.page.getByText(person).count()).toBe(0)
    await picture(member, 'sitting-recused')

    await office.pass(7)
    const { page, words } = secretary
    await page.reload()
    await act(secretary, 'open-sitting')
    await page.getByText(words('sittings.voting', { voting: 3, needed: 3 })).waitFor()
    const decision = page.getByRole('region', { name: words('sittings.decision') })
    await choose(words('sittings.choice-select'))(decision, words('field.record-decision.outcome'))
    await write('Un vétérinaire passe avant l’achat des poulettes.')(
      decision,
      words('field.record-decision.conditions'),
    )
    await picture(secretary, 'sitting-decision')
    const decided = answerTo(page, 'record-decision')
    await decision.getByRole('button', { name: words('command.record-decision.title') }).click()
    await accepted(decided)
    await decision.getByText(words('sittings.outcome-select')).waitFor()
    await decision.getByText('4 100 000').waitFor()
    await picture(secretary, 'sitting-decided')
    await act(secretary, 'close-sitting', { minutes: write('Un dossier examiné, un projet retenu.') })
    const chair = await at('helene')
    await openSitting(chair)
    await act(chair, 'sign-minutes')
    await picture(chair, 'sitting-signed')
  })

  test('the letter of the decision is written in French and opens', async () => {
    const screen = await at('serge')
    await screen.page.reload()
    const letter = await writeLetter(screen, 'Lettre de décision')
    expect(letter.subarray(0, 5).toString()).toBe('%PDF-')
    expect(letter.length).toBeGreaterThan(8_000)
    await picture(screen, 'letter-written')
  })

  test('everybody signs; she is trained; a quote is brought', async () => {
    const coordinator = await at('serge')
    const adviser = await at('aicha')
    await act(coordinator, 'sign-commitment', { party: choose('La personne'), means: choose('Sur papier') })
    await act(coordinator, 'sign-commitment', { party: choose('Le bureau'), means: choose('Sur papier') })
    await adviser.page.reload()
    await act(adviser, 'sign-commitment', { party: choose('L’opérateur'), means: choose('Sur papier') })
    await office.pass(5)
    await adviser.page.reload()
    await act(adviser, 'record-training', {
      title: write('Conduite d’un élevage de pondeuses'),
      days: write(5),
      attended: write(4),
    })
    await act(adviser, 'attach-document', {
      document: file('devis-cages.pdf', 'application/pdf', paperOf('Devis', 'Cages et poulailler', '2 870 000 FCFA')),
      paper: choose('Devis'),
      title: write('Devis des cages, Mvog-Ada'),
    })
    await side(adviser, 'papers')
  })

  test('the first tranche is asked for on its evidence, released by a second person, paid to the supplier', async () => {
    const finance = await at('nadia')
    await openFile(finance, person)
    await act(finance, 'request-tranche', {
      payee: choose('Le fournisseur'),
      evidence: tick('Devis des cages, Mvog-Ada'),
    })
    const approver = await at('olivier')
    await openFile(approver, person)
    await act(approver, 'release-tranche')
    await finance.page.reload()
    await act(finance, 'record-payment', {
      amount: write('2 870 000'),
      means: choose('Virement'),
      reference: write('VIR-0001'),
    })
    const money = await side(finance, 'money')
    await money.getByText(finance.words('case.tranche-paid'), { exact: true }).waitFor()
  })

  test('first visit with a photo, first receipts, and the balance is paid', async () => {
    const adviser = await at('aicha')
    await office.pass(28)
    await adviser.page.reload()
    await act(adviser, 'attach-document', {
      document: file('poulailler.jpg', 'image/jpeg', await photo()),
      paper: choose('Photo de visite'),
    })
    await act(adviser, 'record-visit', {
      finding: choose('Tout suit son cours'),
      income: write('85 000'),
      documents: tick('Photo de visite'),
      text: write('Les cages sont montées, cent quatre-vingts poulettes en bonne santé.'),
    })
    await act(adviser, 'attach-document', {
      document: file('facture.pdf', 'application/pdf', paperOf('Facture', 'Cages payées', '2 870 000 FCFA')),
      paper: choose('Facture ou reçu'),
    })
    const finance = await at('nadia')
    await finance.page.reload()
    await act(finance, 'request-tranche', { payee: choose('Le fournisseur'), evidence: tick('Facture ou reçu') })
    const approver = await at('olivier')
    await approver.page.reload()
    await act(approver, 'release-tranche')
    await finance.page.reload()
    await act(finance, 'record-payment', {
      amount: write('1 230 000'),
      means: choose('Virement'),
      reference: write('VIR-0002'),
    })
  })

  test('a year of visits: a difficulty in month five, reports, and the office’s own visit', async () => {
    const adviser = await at('aicha')
    const coordinator = await at('serge')
    await office.pass(62)
    await visit(adviser, 'Les œufs se vendent au marché.', '110 000')
    await office.pass(60)
    await adviser.page.reload()
    await act(adviser, 'raise-difficulty', {
      about: choose('Clients et ventes'),
      text: write('Les ventes baissent, plusieurs poules toussent.'),
    })
    await office.pass(10)
    await adviser.page.reload()
    await act(adviser, 'resolve-difficulty', { text: write('Le vétérinaire est passé, le traitement a pris.') })
    await office.pass(22)
    await visit(adviser, 'La ponte a repris.', '130 000')
    await act(adviser, 'submit-report', { text: write('À mi-chemin : l’élevage tient, les ventes reprennent.') })
    await office.pass(30)
    await visit(coordinator, 'Vue par le bureau : une activité solide.', '135 000')
    await office.pass(62)
    await visit(adviser, 'Une employée à mi-temps.', '150 000')
    await office.pass(92)
    await visit(adviser, 'Un an : elle vit de son élevage.', '165 000')
    await act(adviser, 'submit-report', { text: write('Le projet vit. La famille est installée.') })
    await side(adviser, 'visits')
  })

  test('the file is closed, and everything that was recorded holds', async () => {
    const coordinator = await at('serge')
    const { page, words } = coordinator
    await page.reload()
    await act(coordinator, 'close-case', { reason: choose("L'accompagnement est arrivé à son terme") })
    await page.getByText(words('case.closed')).waitFor()
    const { faults, streams } = await verify(office.house)
    expect(faults).toEqual([])
    expect(streams).toBe(2)
  })
})

async function openSitting(screen: Screen): Promise<void> {
  await go(screen, 'sittings')
  await screen.page.getByRole('heading', { level: 1, name: screen.words('sittings.title') }).waitFor()
  await screen.page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await screen.page.getByRole('heading', { level: 1, name: screen.words('sittings.of') }).waitFor()
}

async function visit(screen: Screen, words: string, income: string): Promise<void> {
  await screen.page.reload()
  await act(screen, 'record-visit', {
    finding: choose('Tout suit son cours'),
    income: write(income),
    text: write(words),
  })
}

/** Has a letter written, and keeps the file as it arrives. */
async function writeLetter(screen: Screen, letter: string): Promise<Buffer> {
  const papers = await side(screen, 'papers')
  const row = papers.getByRole('listitem').filter({ hasText: letter })
  const coming = screen.page.waitForEvent('download')
  await row.getByRole('button', { name: screen.words('case.letter-write') }).click()
  return readFile(await (await coming).path())
}

function paperOf(title: string, ...lines: readonly string[]): Buffer {
  return Buffer.from(sheet(title, lines))
}

function photo(): Promise<Buffer> {
  const background = { r: 120, g: 90, b: 60 }
  return sharp({ create: { width: 1200, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer()
}
function budget(lines: readonly (readonly [string, string])[]): Answer {
  return async (form, question) => {
    const group = form.getByRole('group', { name: question })
    for (const [index, [what, amount]] of lines.entries()) {
      if (index > 0) await group.getByRole('button', { name: 'Ajouter une ligne' }).click()
      const line = group.getByRole('listitem').nth(index)
      await write(what)(line, 'Dépense')
      await write(amount)(line, 'Montant')
    }
    await group.getByText('4 600 000').waitFor()
  }
}
