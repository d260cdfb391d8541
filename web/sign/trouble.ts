import { element } from '../eligible/element.ts'
import type { Trouble } from './api.ts'
import type { Words } from './words.ts'

/** What went wrong in a sentence, and what to do. */
export function troubleOf(words: Words, trouble: Trouble | undefined): HTMLElement | undefined {
  if (!trouble) return undefined
  const { code, facts } = trouble
  const { date, count, evidence } = facts
  const values = {
    date: typeof date === 'string' ? words.day(date) : '',
    count: typeof count === 'number' ? words.number(count) : '',
  }
  const key = code === 'evidence-missing' ? `evidence-${String(evidence)}` : code
  const said = words.maybe(key, values) ?? words('went-wrong')
  const advice = words.maybe(`${key}.do`, values)
  return element('p', {}, advice === undefined ? said : `${said} ${advice}`)
}
