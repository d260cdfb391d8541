import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

import { openOfficeDays, type OfficeDays, type Screen } from '../kit/office-days.ts'
import { picture } from '../kit/picture.ts'
import { buildTheProject, nameAnOperator, receive } from './story/arriving.ts'
import type { Cast } from './story/cast.ts'
import { decideTogether, writeTheDecision } from './story/deciding.ts'
import { closeTheFile, followForAYear } from './story/following.ts'
import { payTheFirstTranche, signAndTrain, visitAndPayTheBalance } from './story/launching.ts'
import { chooseAndLeave, listen, openTheFile } from './story/preparing.ts'

let office: OfficeDays
let cast: Cast
const seats = new Map<string, Screen>()

beforeAll(async () => {
  office = await openOfficeDays()
  cast = { office, at }
})
afterAll(async () => {
  await office.close()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') for (const screen of seats.values()) await picture(screen, 'failed')
  expect(office.complaints).toEqual([])
})

async function at(who: string): Promise<Screen> {
  const known = seats.get(who)
  if (known) return known
  const screen = await office.enter(who, 'fr')
  seats.set(who, screen)
  await picture(screen, `home-${who}`)
  return screen
}

describe('one case, told once, in French', () => {
  test('the counsellor opens the file: family, consents, what is not known, and the verdict beside it', () =>
    openTheFile(cast))
  test('she is listened to: interview, what holds her, what she needs protection from', () => listen(cast))
  test('the rules say yes with their reasons; she chooses a business of her own', () => chooseAndLeave(cast))
  test('the office in Yaoundé takes the file with everything that is open, and meets her', () => receive(cast))
  test('one operator declines, another one accepts', () => nameAnOperator(cast))
  test('idea, approval, costing from local prices, plan', () => buildTheProject(cast))
  test('the committee meets: one member steps aside, the quorum holds, 4 100 000 with a condition', () =>
    decideTogether(cast))
  test('the letter of the decision is written in French and opens', () => writeTheDecision(cast))
  test('everybody signs; she is trained; a quote is brought', () => signAndTrain(cast))
  test('the first tranche is asked for on its evidence, released by a second person, paid to the supplier', () =>
    payTheFirstTranche(cast))
  test('first visit with a photo, first receipts, and the balance is paid', () => visitAndPayTheBalance(cast))
  test('a year of visits: a difficulty in month five, reports, and the office’s own visit', () => followForAYear(cast))
  test('the file is closed, and everything that was recorded holds', () => closeTheFile(cast))
})
