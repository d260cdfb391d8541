import { addDays } from '#domain/calendar.ts'

import { act, begin, choose, date, everywhere, find, go, send, side, write } from '../../kit/at-the-screen.ts'
import { picture } from '../../kit/picture.ts'
import { person, type Cast } from './cast.ts'

/** Intake: family, consents, what is not known, and the verdict beside it. */
export async function openTheFile(cast: Cast): Promise<void> {
  const screen = await cast.at('claire')
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
}

/** Interview, what holds her, what she needs protection from. */
export async function listen(cast: Cast): Promise<void> {
  const screen = await cast.at('claire')
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
}

/** The verdict with its reasons, her choice, the journey, the hand-over. */
export async function chooseAndLeave(cast: Cast): Promise<void> {
  const screen = await cast.at('claire')
  const { page, words } = screen
  const verdict = await begin(screen, 'give-verdict')
  await verdict.getByText(words('case.verdict-met')).first().waitFor()
  await picture(screen, 'form-give-verdict')
  await send(screen, verdict, 'give-verdict')
  await act(screen, 'choose-aid', { aid: choose('Aide à la création') })
  await act(screen, 'plan-travel', {
    departsOn: date(addDays(cast.office.today(), 10)),
    from: write('Lyon'),
    to: write('Yaoundé'),
  })
  await cast.office.pass(10)
  await page.reload()
  await act(screen, 'confirm-departure')
  await act(screen, 'hand-over-custody', {
    to: choose('OFII Yaoundé'),
    reason: write('Elle est attendue à l’aéroport par sa sœur. Son projet : un élevage de pondeuses.'),
  })
}
