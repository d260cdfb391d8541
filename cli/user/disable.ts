import { changeActive } from '#app/administration.ts'
import { readAccounts } from '#db/administration.ts'
import { asActor } from '#db/connect.ts'

import { atWork } from '../at-work.ts'
import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'
import { machine } from './add.ts'

/** `user disable ADDRESS`: closes an account and ends its sessions; somebody must be left who administers. */
export function run(call: Call): number | Promise<number> {
  const [email] = call.words
  if (email === undefined) {
    call.complain(sentence('name-an-address', call.language))
    return 2
  }
  return atWork(call, async (house) => {
    const accounts = await asActor(house.database, 'system', readAccounts)
    const account = accounts.find((each) => each.email === email.toLowerCase())
    if (!account) {
      call.complain(sentence('no-such-account', call.language, { email }))
      return 1
    }
    const administers = (each: typeof account) => each.seats.some(({ role }) => role === 'administrator')
    const others = accounts.filter((each) => each !== account && each.active && administers(each))
    if (administers(account) && others.length === 0) {
      call.complain(sentence('last-administrator', call.language))
      return 1
    }
    await changeActive(house, machine, account.account, false)
    call.say(sentence('account-disabled', call.language, { email }))
    return 0
  })
}
