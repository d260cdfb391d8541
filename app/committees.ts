import type { CommitteeAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { readCommittee, readMembers } from '#db/reads/sitting.ts'
import { committeeStream } from '#domain/committee/committee.ts'
import type { Actor } from '#domain/role.ts'

import type { House } from './house.ts'

/** The committees of a scheme at the offices where they sit, with who holds their seats, as far as the actor may know. */
export async function committeesOf(house: House, actor: Actor, scheme: string): Promise<readonly CommitteeAnswer[]> {
  const running = house.editions.current(scheme, house.clock.today())
  const byRole = house.editions.offices(scheme)
  const isTheirs = Object.values(byRole).some((offices) => offices.includes(actor.office))
  if (!running || !isTheirs) return []
  const places = (running.edition.committees ?? []).flatMap((committee) =>
    (byRole['committee-secretary'] ?? []).map((office) => ({ committee, office })),
  )
  return asActor(house.database, actor, (tx) =>
    Promise.all(
      places.map(async ({ committee, office }) => {
        const [mandates, members] = await Promise.all([
          readCommittee(tx, scheme, committee.committee, office),
          readMembers(tx, office),
        ])
        const nameOf = (account: string) => members.find((each) => each.account === account)?.name ?? ''
        return {
          stream: committeeStream(scheme, committee.committee, office),
          scheme,
          committee: committee.committee,
          office,
          title: committee.title,
          seats: committee.seats.map(({ seat, title }) => ({ seat, title })),
          mandates: mandates.map((mandate) => ({ ...mandate, name: nameOf(mandate.member) })),
        }
      }),
    ),
  )
}
