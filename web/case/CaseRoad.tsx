import { roadOf, type RoadStage } from '#domain/case/road.ts'
import type { Circumstances } from '#domain/command.ts'

import { Road } from '../ui/Road.tsx'
import type { CaseView } from './view.ts'

/** The road of this case: every stage with its date and, where one stands, who owes the next act. */
export function CaseRoad({ view }: { view: CaseView }) {
  const { file, words, circumstances } = view
  const { running, calendar, today } = circumstances
  const stages = roadOf(file.answer.case, running, today, calendar).map((stage) => ({
    id: stage.stage,
    title: words.titled(stage.title),
    // Who looks at it does not wait for another when the act is their own.
    state: stage.state === 'waiting' && isMine(stage.owes, circumstances) ? ('now' as const) : stage.state,
    date: stage.doneOn ?? stage.dueOn,
    owes: stage.owes ? words.text(`role.${stage.owes.role}`) : undefined,
  }))
  return <Road stages={stages} form="wide" />
}

function isMine(owes: RoadStage['owes'], { actor }: Circumstances): boolean {
  return owes !== null && owes.role === actor.role && (owes.office === null || owes.office === actor.office)
}
