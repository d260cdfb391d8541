import { findStep } from '#domain/scheme/journey.ts'
import { reportOf } from '#domain/simulation/report.ts'
import type { Counted } from '#domain/simulation/report.ts'
import { simulate } from '#domain/simulation/simulate.ts'

import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'
import { editionOf, readScheme } from './read.ts'

const usualPeople = 60
const mostPeople = 100_000

/**
 * `scheme simulate FILE [--people N] [--seed N] [--edition E]`: lets invented people walk the road by the real
 * decisions. Answers 1 when somebody is stuck or a step was never done.
 */
export function run(call: Call): number {
  const read = readScheme(call)
  if (!read) return call.words.length === 0 ? 2 : 1
  const running = editionOf(call, read.scheme)
  if (!running) return 2
  const { language } = call
  const report = reportOf(running, simulate(running, numberIn(call, 'people', usualPeople), numberIn(call, 'seed', 1)))
  const titleOf = (step: string) => findStep(running.edition, step)?.step.title[language] ?? step
  const said = (key: string, each: Counted) =>
    call.say(sentence(key, language, { ...each, step: titleOf(each.step), facts: JSON.stringify(each.facts) }))

  const { people, deeds } = report
  call.say(sentence('played', language, { people, deeds, edition: running.edition.edition }))
  const endings = Object.entries(report.endings).map(([ending, count]) => `${sentence(ending, language)} ${count}`)
  call.say(sentence('endings', language, { endings }))
  for (const stage of report.stages) {
    const title = running.edition.journey.find(({ kind }) => kind === stage.stage)?.title[language]
    call.say(sentence('stage-time', language, { ...stage, stage: title }))
  }
  for (const each of report.waits) said('waited', each)
  for (const each of report.deadEnds) said('dead-end', each)
  for (const step of report.neverDone) call.say(sentence('never-done', language, { step: titleOf(step) }))
  if (report.deadEnds.length + report.neverDone.length > 0) return 1
  call.say(sentence('no-dead-ends', language))
  return 0
}

function numberIn(call: Call, option: string, usual: number): number {
  const given = Number(call.options[option] ?? usual)
  return Number.isSafeInteger(given) && given > 0 && given <= mostPeople ? given : usual
}
