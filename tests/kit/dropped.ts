import type { Deed, Offices, Played } from './case.ts'
import { after, noDeeds, runningScheme } from './case.ts'
import { did, opened, stepped } from './scheme-road.ts'

const offices: Offices = { counsellor: ['lyon'], coordinator: ['yaounde'], system: ['homeward'] }

/** An application made after the return, which waits for the answer of the member state until seven days later. */
export function waitingCase(): Played {
  const answers = {
    retour: 'volontaire',
    'nationalité camerounaise': true,
    'déjà aidé par le programme': false,
    'déjà de retour': true,
  }
  return after(
    noDeeds(runningScheme('eurp-cameroon'), offices),
    opened('eurp-cameroon', 'counsellor', '2026-03-02'),
    stepped('application', 'counsellor', '2026-03-02', answers),
  )
}

/** What the system does on a day about that answer. */
export function dropping(day: string): Deed {
  return did('carry-out-deadline', 'system', day, { step: 'member-state-answer' })
}

/** The same application, dropped by itself on the eighth day. */
export function droppedCase(): Played {
  return after(waitingCase(), dropping('2026-03-10'))
}
