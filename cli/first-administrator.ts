import { createInterface } from 'node:readline/promises'

import { foundOffices } from '#app/founding.ts'
import type { Database } from '#db/connect.ts'
import { StartProblem } from '#db/embedded/start-problem.ts'

const shortestPassword = 12

/** Asks who administers this system; the only account of a system without the demonstration. */
export async function askFirstAdministrator(database: Database): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const lines = terminal[Symbol.asyncIterator]()
  const ask = async (question: string, good: (answer: string) => boolean, hint: string): Promise<string> => {
    for (;;) {
      process.stdout.write(`${question} `)
      const { value, done } = await lines.next()
      if (done) throw new StartProblem('Nobody answered: start Homeward in a terminal to name its first administrator.')
      const answer = String(value).trim()
      if (good(answer)) return answer
      console.log(hint)
    }
  }
  console.log('This system is empty. Who administers it?')
  const name = await ask('Name:', (answer) => answer.length > 1, 'Please give a name.')
  const email = await ask('E-mail:', (answer) => /^[^@\s]+@[^@\s]+$/.test(answer), 'That is not an e-mail address.')
  const password = await ask(
    `Password (${shortestPassword} characters or more):`,
    (answer) => answer.length >= shortestPassword,
    `Please take ${shortestPassword} characters or more.`,
  )
  const country = await ask(
    'Country of the office (two letters):',
    (answer) => /^[A-Za-z]{2}$/.test(answer),
    'Two letters, such as FR.',
  )
  terminal.close()
  await foundOffices(
    database,
    [{ office: 'homeward', name: 'Administration', kind: 'administration', country: country.toUpperCase() }],
    [],
    [{ email, name, language: 'en', seats: [['administrator', 'homeward']] }],
    password,
  )
}
