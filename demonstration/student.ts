// The student of Lyon who goes home to raise laying hens: the one case that is told in full.
import { acceptCustody, designate, firstContact, handOver, operatorAccepts } from './arriving.ts'
import { approveIdea, decide, study, submitFile, submitIdea, submitPlan } from './building.ts'
import { follow } from './following.ts'
import { pay, sign, train } from './launching.ts'
import { assess, choose, depart, interview, judge, meet, open, planTravel } from './preparing.ts'
import type { Part } from './part.ts'
import { decisionMinute, sittingId, sittings } from './sittings.ts'
import type { Agenda } from './cast-committee.ts'
import type { Story } from './story.ts'

const award = 4_100_000
const sitting = 'third'

export const studentFamily = {
  givenName: 'Mireille',
  familyName: 'Essomba',
  sex: 'female',
  town: 'Obala',
  birth: '2001-05',
} as const

export function partOfStudent(agenda: Agenda): Part {
  return {
    count: 1,
    placing: { anchorOn: sittings[sitting].day },
    family: studentFamily,
    host: 'ofii-lyon',
    tell: (story) => tell(story, agenda),
  }
}

function tell(story: Story, agenda: Agenda): void {
  open(story, { early: true })
  meet(story, 'counsellor')
  interview(story, { situation: 'fin-etudes' })
  assess(story)
  judge(story)
  choose(story, 'business')
  depart(story, planTravel(story))
  handOver(story)
  acceptCustody(story)
  firstContact(story, [4, 6])
  designate(story, 'sahel-entreprendre')
  operatorAccepts(story)
  submitIdea(story, 'business')
  approveIdea(story)
  study(story, 'business', { own: 300_000, requested: award })
  submitPlan(story, award)
  story.wait(3)
  submitFile(story, sittingId(sitting))
  story.wait(16)
  story.anchor()
  const conditions = 'Présenter le bail du terrain signé par le chef de village avant le premier versement.'
  decide(
    story,
    sittingId(sitting),
    { outcome: 'select', amount: award, conditions },
    decisionMinute(agenda.next(sitting)),
  )
  launch(story)
}

/** First payment in time for the fifth month to begin just before today. */
function launch(story: Story): void {
  const decidedOn = story.day()
  story.wait(4)
  sign(story)
  train(story, 'business')
  story.goTo(decidedOn + 32)
  pay(story, 'business', award, 0)
  const day = decidedOn - sittings[sitting].day - 5
  follow(story, {
    aid: 'business',
    award,
    ending: 'closed',
    trouble: { month: 5, day, open: true, what: fallingSales },
  })
}

/** In the fifth month sales fall below the plan; the adviser looks for a veterinary service. */
const fallingSales = {
  about: 'market',
  text: 'Les ventes du mois sont à 60 % du plan : la ponte baisse depuis deux semaines. Avis demandé au service vétérinaire d’Obala.',
  end: 'Le service vétérinaire a changé l’aliment, la ponte remonte.',
}
