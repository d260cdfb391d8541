import { uuidv7 } from 'uuidv7'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

import { handle } from '#app/handle.ts'

import { accepted, act, answerTo, begin, expectFits, send, tick, write } from '../kit/at-the-screen.ts'
import type { Deed } from '../kit/case.ts'
import { actor, testHouse, type TestHouse } from '../kit/house.ts'
import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { player, playRoad } from '../kit/played.ts'
import { businessRoad, principal } from '../kit/roads.ts'

/** One sitting of four members, each at a screen of their own: one at a distance, in Arabic; one who stepped aside. */
let home: TestHouse
let office: OfficeDays
const sitting = uuidv7()
const seats = new Map<string, Screen>()
const people = ['Aline Mballa', 'Blaise Tchoumi'] as const
const names = { paul: 'Paul Essono', helene: 'Hélène Vasseur', marthe: 'Marthe Tchoupo', ibrahim: 'Ibrahim Njoya' }

beforeAll(async () => {
  home = await testHouse()
  office = await openOfficeDays(Promise.resolve(home))
  const members = Object.keys(names).map((who) => actor(who, 'committee-member', '').user)
  const on = office.today()
  await does('committee-secretary', 'plan-sitting', sitting, {
    scheme: 'ofii-cameroon',
    on,
    place: 'Ambassade de France, Yaoundé',
    members,
    quorum: 3,
  })
  const reason = 'Règlement du comité'
  await does('committee-secretary', 'set-voting-rule', sitting, { decides: 'majority', casting: true, reason })
  for (const name of people) {
    const played = await playRoad(home, roadOf(name))
    await does('coordinator', 'submit-to-committee', played.case, { sitting, on })
  }
})
afterAll(async () => {
  await office.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') for (const screen of seats.values()) await picture(screen, 'failed')
  expect(office.complaints).toEqual([])
})

async function does(by: Parameters<typeof player>[0], name: string, stream: string, input: object): Promise<void> {
  const answer = await handle(office.house, player(by), { command: uuidv7(), stream, name, input })
  if (answer.status === 'refused') throw new Error(`${name}: ${JSON.stringify(answer.refusal)}`)
}

/** The road of the business aid until its plan, of somebody of this name. */
function roadOf(name: string): readonly Deed[] {
  const [givenName = '', familyName = ''] = name.split(' ')
  const deeds: readonly Deed[] = Object.values(businessRoad)
  const road = deeds.slice(
    0,
    deeds.findIndex(({ command }) => command === 'submit-to-committee'),
  )
  return road.map((deed) => {
    const family = deed.input?.['people'] as readonly { person: string }[] | undefined
    if (!family) return deed
    const named = family.map((each) => (each.person === principal ? { ...each, givenName, familyName } : each))
    return { ...deed, input: { ...deed.input, people: named } }
  })
}

async function sitsDown(who: keyof typeof names, language: 'fr' | 'ar' = 'fr', width = 1280): Promise<Screen> {
  const screen = await office.enter(who, language, { width, height: 800 })
  seats.set(who, screen)
  await screen.page.goto(`${office.address}/sittings/${sitting}`)
  await screen.page.getByRole('heading', { level: 1, name: screen.words('sittings.of') }).waitFor()
  return screen
}

const onTable = ({ page }: Screen, name: string) => page.getByRole('heading', { level: 2, name }).waitFor()
const decision = ({ page, words }: Screen) => page.getByRole('region', { name: words('sittings.decision') })

async function press({ page, words }: Screen, command: string, title = words(`command.${command}.title`)) {
  const answer = answerTo(page, command)
  await page.getByRole('main').getByRole('button', { name: title, exact: true }).first().click()
  await accepted(answer)
}

test('everybody sits down; who is tied to a person steps aside and does not see the file any more', async () => {
  const [marthe] = await Promise.all([
    sitsDown('marthe', 'fr', 360),
    sitsDown('paul'),
    sitsDown('helene'),
    sitsDown('ibrahim', 'ar'),
  ])
  await onTable(marthe, people[0])
  await marthe.page.getByRole('button', { name: marthe.words('sittings.step-aside-myself') }).click()
  const aside = marthe.page.getByRole('dialog', { name: marthe.words('command.declare-interest.title') })
  await write('Cousine de la personne')(aside, marthe.words('field.declare-interest.reason'))
  await send(marthe, aside, 'declare-interest')
  await onTable(marthe, people[1])
  expect(await marthe.page.getByText(people[0]).count()).toBe(0)
  await expectFits(marthe.page, 'ltr')
})

test('the sitting opens; the file on the table is on every screen within a second, but not on hers', async () => {
  const [paul, helene, marthe, ibrahim] = seated()
  const form = await begin(paul, 'open-sitting')
  await tick(names.ibrahim)(form, paul.words('field.open-sitting.remote'))
  await send(paul, form, 'open-sitting')
  await helene.page.getByText(helene.words('sittings.present', { present: 4, members: 4 })).waitFor()
  await paul.page
    .getByRole('navigation', { name: paul.words('sittings.agenda') })
    .getByText(people[0])
    .click()
  await onTable(paul, people[0])
  await press(paul, 'open-file', paul.words('sittings.to-table'))
  const begun = Date.now()
  await Promise.all([onTable(helene, people[0]), onTable(ibrahim, people[0])])
  await ibrahim.page.getByText(ibrahim.words('sittings.on-table')).waitFor()
  expect(Date.now() - begun).toBeLessThan(1_000)
  await marthe.page.getByText(marthe.words('sittings.table-hidden')).waitFor()
  expect(await marthe.page.getByText(people[0]).count()).toBe(0)
  await expectFits(ibrahim.page, 'rtl')
  await picture(ibrahim, 'member-on-table')
})

test('the person is heard, a member asks from a distance, the secretary writes down the answer', async () => {
  const [paul, , , ibrahim] = seated()
  await press(paul, 'record-hearing', paul.words('field.record-hearing.how.option.in-the-room'))
  await decision(ibrahim).getByRole('textbox').fill('ومن سيشتري البيض؟')
  await press(ibrahim, 'ask-question')
  const answer = decision(paul).getByRole('textbox', { name: paul.words('field.record-answer.text') })
  await answer.fill('Trois épiceries de Mfou, par écrit.')
  await press(paul, 'record-answer')
  await decision(ibrahim).getByText('Trois épiceries de Mfou, par écrit.').waitFor()
})

test('a vote: nobody sees how others vote, one may change it, the chair closes and the decision is filled in', async () => {
  const [paul, helene, , ibrahim] = seated()
  const { words } = paul
  await decision(paul)
    .getByRole('radio', { name: words('sittings.choice-select'), exact: true })
    .check()
  await picture(paul, 'proposing')
  await press(paul, 'open-vote')
  await press(helene, 'cast-vote', words('field.cast-vote.says.option.abstain'))
  await press(helene, 'cast-vote', words('field.cast-vote.says.option.for'))
  await press(ibrahim, 'cast-vote', ibrahim.words('field.cast-vote.says.option.for'))
  await decision(ibrahim)
    .getByText(ibrahim.words('sittings.have-voted', { given: 2, count: 3 }))
    .waitFor()
  await picture(ibrahim, 'member-voted')
  expect(await decision(ibrahim).getByText(ibrahim.words('sittings.result-adopted')).count()).toBe(0)
  await press(paul, 'cast-vote', words('field.cast-vote.says.option.against'))
  await decision(helene)
    .getByText(words('sittings.have-voted', { given: 3, count: 3 }))
    .waitFor()
  await picture(helene, 'chair-before-closing')
  await press(helene, 'close-vote')
  await decision(ibrahim).getByText(ibrahim.words('sittings.result-adopted')).waitFor()
  await decision(paul).getByText(words('sittings.result-adopted')).waitFor()
  await write('Un vétérinaire passe avant l’achat.')(decision(paul), words('field.record-decision.conditions'))
  await picture(paul, 'decision-filled-in')
  await press(paul, 'record-decision')
  await decision(ibrahim).getByText(ibrahim.words('sittings.outcome-select')).waitFor()
})

test('somebody leaves: the quorum is lost in plain words, and the next file is not decided', async () => {
  const [paul, helene] = seated()
  const { words } = paul
  await press(paul, 'open-file', words('sittings.next-file'))
  await onTable(helene, people[1])
  const form = await begin(paul, 'change-presence')
  for (const name of [names.ibrahim, names.marthe])
    for (const box of await form.getByRole('checkbox', { name }).all()) await box.uncheck()
  await send(paul, form, 'change-presence')
  await helene.page.getByText(words('sittings.quorum-lacks', { needed: 3 })).waitFor()
  await decision(helene).getByText(words('sittings.quorum-lost'), { exact: true }).first().waitFor()
  await picture(helene, 'quorum-lost')
})

test('the minutes have written themselves; words are added, they are signed, and what is hidden stays hidden', async () => {
  const [paul, helene, marthe] = seated()
  await act(paul, 'close-sitting', { minutes: write('Le comité se réunit de nouveau en juin.') })
  const minutes = paul.page.getByRole('tabpanel', { name: paul.words('sittings.minutes') })
  await minutes.getByText('Le comité se réunit de nouveau en juin.').waitFor()
  await picture(paul, 'minutes-draft')
  await press(helene, 'sign-minutes')
  await paul.page.getByText(names.helene).last().waitFor()
  await picture(helene, 'minutes-signed')
  await marthe.page.getByText(marthe.words('sittings.part-hidden')).waitFor()
  expect(await marthe.page.getByText(people[0]).count()).toBe(0)
})

function seated(): [Screen, Screen, Screen, Screen] {
  return ['paul', 'helene', 'marthe', 'ibrahim'].map((who) => {
    const screen = seats.get(who)
    if (!screen) throw new Error(`${who} has not sat down`)
    return screen
  }) as [Screen, Screen, Screen, Screen]
}
