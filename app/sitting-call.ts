import callFile from '#catalogue/sitting-call.json' with { type: 'json' }
import { formatDate } from '#domain/calendar.ts'
import { committeeOf } from '#domain/scheme/committee.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { SittingState } from '#domain/sitting/state.ts'

import type { Language } from './ports.ts'

type Call = {
  readonly state: SittingState
  readonly running: RunningEdition
  /** Words of the sitting by reference. */
  readonly words: Readonly<Record<string, string>>
  readonly files: number
  /** What the secretary added. */
  readonly text: string | null
  readonly link: string
}

/** The words in which a member is called to a sitting. No person's name is in them: a mail is an open letter. */
export function composeCall(
  { state, running, words, files, text, link }: Call,
  language: Language,
): { readonly subject: string; readonly body: string } {
  const { on, place, answerBy, cutOffOn, procedure, committee } = state
  const locale = language === 'ar' ? 'ar-u-nu-latn' : language
  const day = (date: string | null) => (date === null ? '' : formatDate(date, locale))
  const values: Readonly<Record<string, string>> = {
    committee: committeeOf(running.edition, committee)?.title[language] ?? running.scheme.title[language],
    on: day(on),
    place: words[place] ?? '',
    until: day(answerBy),
    count: String(files),
    cutOff: day(cutOffOn),
    link,
  }
  const say = (key: keyof (typeof callFile)['fr']) =>
    callFile[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  const lines = [
    say(procedure === 'meeting' ? 'meeting' : 'written'),
    say('files'),
    ...(cutOffOn === null ? [] : [say('cut-off')]),
    say('interest'),
    ...(text === null ? [] : [text]),
    say('link'),
  ]
  return { subject: say('subject'), body: lines.join('\n\n') }
}
