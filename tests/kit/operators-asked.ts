import { uuidv7 } from 'uuidv7'

import { addDays } from '#domain/calendar.ts'

import type { AnswerBody, Method } from './door.ts'

type Asking = {
  readonly sent: (who: string, command: string, stream: string, input: object) => Promise<void>
  readonly well: (who: string, method: Method, url: string, payload?: unknown) => Promise<AnswerBody>
  readonly today: string
}

/** Asks every way in that concerns operators, with a call, a standing and an answer without an account behind it. */
export async function askAboutOperators({ sent, well, today }: Asking): Promise<void> {
  const [call, standing] = [uuidv7(), uuidv7()]
  const scheme = 'ofii-cameroon'
  const words = { title: 'Call', text: 'Words', from: today, until: addDays(today, 9), lots: ['business'] }
  await sent('sophie', 'open-call', call, { scheme, ...words })
  const said = { type: 'private', lots: ['business'], expertise: {}, experience: 3, staff: 2 }
  const lists = { languages: ['fr'], regions: [], sectors: [] }
  await sent('sophie', 'submit-application', standing, { scheme, office: 'wouri-conseil', call, ...said, ...lists })
  for (const path of [`operators?scheme=${scheme}`, `operators/${standing}`, 'operator-calls', 'public/operator-calls'])
    await well('sophie', 'GET', `/api/${path}`)
  await well('jean', 'GET', '/api/own-standings')
  const who = { organisation: 'Rive', contact: 'A. B.', email: 'rive@example.org', place: 'Kribi', type: 'association' }
  const given = { call, ...who, lots: ['business'], text: 'Words', language: 'fr', consent: true }
  await well('sophie', 'POST', '/api/public/call-applications', given)
  const answers = await well('sophie', 'GET', `/api/operator-calls/${call}/answers`)
  const [first] = answers['applications'] as readonly { readonly application: string }[]
  await well('sophie', 'PUT', `/api/call-applications/${first?.application}`, { outcome: 'invited' })
}
