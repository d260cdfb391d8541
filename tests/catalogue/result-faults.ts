import type { Fault } from './scheme-faults.ts'

/** What the good file's edition gives account of. */
function giving(lines: string, says: Fault['says']): Fault {
  const title = 'title: { fr: Un, en: One, ar: واحد }'
  const start = '    journey:'
  return {
    replace: start,
    by: `    results:\n      - { result: one, ${title}, ${lines} }\n${start}`,
    elsewhere: true,
    says,
  }
}

/** Results that count what is not there. */
export const resultFaults: Record<string, Fault> = {
  'a result of a step that is not there': giving('counts: cases, where: { done: nowhere }', { code: 'unknown-step' }),
  'a result of an aid that is not there': giving('counts: cases, where: { aid: nothing }', { code: 'unknown-aid' }),
  'a result of sittings that asks about cases': giving('counts: sittings, where: { granted: true }', {
    code: 'sittings-have-no-where',
  }),
  'a published figure without its source': giving('counts: cases, published: { value: 3, source: nobody }', {
    code: 'unknown-source',
  }),
}
