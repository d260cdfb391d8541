import type { SittingAnswer } from '#contract/answers.ts'
import { isCurrent } from '#domain/committee/committee.ts'
import { committeeOf } from '#domain/scheme/committee.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { AgendaPaper, SeatedMember } from '#domain/sitting/papers.ts'
import { quorumOfSitting } from '#domain/sitting/rules.ts'

import { sittingHead } from './pack-paper.ts'
import type { PackFacts } from './pack-paper.ts'
import { placeName } from './papers.ts'
import type { Language } from './ports.ts'

type More = {
  readonly running: RunningEdition
  readonly offices: PackFacts['offices']
  readonly today: string
  /** The number of a file by its case. */
  readonly numbers: Readonly<Record<string, string>>
}

/** The call to a sitting as its reader may see it: files that they stepped aside from are not on it. */
export function agendaPaper(answer: SittingAnswer, more: More, language: Language): AgendaPaper {
  const { sitting: state, files, texts } = answer
  const { running, offices, today, numbers } = more
  const { sitting: id, office, committee, on, answerBy, cutOffOn } = state
  const place = texts[state.place]
  const chair = committeeOf(running.edition, committee)?.chair[language]
  return {
    ...sittingHead(
      {
        running,
        offices,
        today,
        sitting: {
          id,
          office,
          committee,
          on,
          ...(place === undefined ? {} : { place }),
          ...(answerBy === null ? {} : { writtenUntil: answerBy }),
        },
      },
      language,
    ),
    ...(cutOffOn === null ? {} : { cutOff: cutOffOn }),
    quorum: quorumOfSitting(state, running) ?? null,
    members: state.members.map((account) => seated(account, answer, running, language)),
    files: files.map((file, index) => ({
      number: index + 1,
      name: file.name,
      file: numbers[file.case] ?? '',
      project: running.edition.aids.find(({ aid }) => aid === file.aid)?.title[language] ?? '',
      ...(file.region === null ? {} : { place: placeName(file.region, language) }),
      requested: file.requested === null ? null : { amount: file.requested, currency: running.scheme.currency },
      ...(file.minutes === null ? {} : { minutes: file.minutes }),
    })),
    ...(chair === undefined ? {} : { signatory: { title: chair } }),
  }
}

function seated(
  account: string,
  { sitting, members, sheet }: SittingAnswer,
  { edition }: RunningEdition,
  language: Language,
): SeatedMember {
  const mandate = sheet.mandates.find((each) => each.member === account && isCurrent(each, sitting.on))
  const seats = committeeOf(edition, sitting.committee)?.seats ?? []
  const seat = seats.find((each) => each.seat === mandate?.seat)?.title[language]
  const isChair = sitting.chair === null ? sheet.chairs.includes(account) : sitting.chair === account
  return {
    name: members.find((each) => each.account === account)?.name ?? '',
    part: isChair ? 'chair' : mandate?.as === 'alternate' ? 'alternate' : 'member',
    ...(seat === undefined ? {} : { seat }),
  }
}
