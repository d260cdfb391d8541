/**
 * The server is killed at any moment while people work, and nothing that was confirmed is lost or done twice.
 * HOMEWARD_KILLS says how often (50 in continuous integration).
 */
import { afterAll, beforeAll, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'

import { testHouse, testPassword } from '../kit/house.ts'
import type { TestHouse } from '../kit/house.ts'
import { expectKept, startLoad } from '../kit/load.ts'
import { emptyFolder, signInAt, startHomeward } from '../kit/process.ts'

const kills = Number(process.env['HOMEWARD_KILLS'] ?? 5)

let home: TestHouse
let data: ReturnType<typeof emptyFolder>
beforeAll(async () => {
  home = await testHouse()
  data = emptyFolder()
})
afterAll(async () => {
  await home.close()
  data.remove()
})

function start() {
  const words = ['--no-demo', '--host', '127.0.0.1', '--port', '0', '--data', data.folder]
  return startHomeward({ words, environment: { DATABASE_URL: home.url } })
}

/** Milliseconds of work before a kill: short and long ones, the same each time. */
function moment(round: number): number {
  return 20 + ((round * 397) % 600)
}

test(
  `killed ${kills} times under load, it keeps every command that it confirmed, each done once`,
  async () => {
    let server = start()
    const cookie = await signInAt(await server.ready, 'claire@homeward.example', testPassword)
    const load = startLoad(cookie, home.house.clock.today())
    for (let round = 0; round < kills; round++) {
      load.turnTo(await server.ready)
      // The next one starts while this one works; now and then both work for a moment.
      const next = start()
      if (round % 4 === 3) await next.ready
      await new Promise((resolve) => setTimeout(resolve, moment(round)))
      await server.kill()
      server = next
    }
    load.turnTo(await server.ready)
    await load.settle()
    await server.stop()
    expect((await server.ended).code).toBe(0)
    expect(load.sent.length).toBeGreaterThan(kills * 10)
    await expectKept(load, home.url)
    expect((await verify(home.house)).faults).toEqual([])
  },
  30_000 + kills * 10_000,
)
