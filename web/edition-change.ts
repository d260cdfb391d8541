import type { EditionChange } from '#domain/case/edition-change.ts'
import { formatAmount } from '#domain/money.ts'
import { findStep } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Text as SchemeText } from '#domain/scheme/scheme.ts'

import type { Text } from './i18n.ts'
import { formatDay, readableAmount } from './locale.ts'

type Named = Pick<RunningEdition, 'scheme' | 'edition'>

/** Where the names of what changes come from: the edition before and the one after, the later first. */
export type ChangeNames = { readonly from: Named; readonly to: Named }

/** One thing that another edition changes on a case, as a sentence. Needs the texts of `move`, `obligation` and `stage`. */
export function changeText(text: Text, { change, of, before, after }: EditionChange, names: ChangeNames): string {
  const what = of === null ? '' : nameOf(text, change, of, names)
  const [was, is] = [before, after].map((value) => valueText(text, change, value, names))
  const facts = { what, before: was ?? '', after: is ?? '' }
  switch (change) {
    case 'deadline':
      if (before === null) return text('move.deadline-new', facts)
      return after === null ? text('move.deadline-gone', facts) : text('move.deadline', facts)
    case 'step-added':
      return after === null ? text('move.step-added', facts) : text('move.step-added-due', facts)
    case 'step-gone':
      return before === null ? text('move.step-gone', facts) : text('move.step-gone-done', facts)
    default:
      return text(`move.${change}`, facts)
  }
}

function nameOf(text: Text, change: EditionChange['change'], of: string, names: ChangeNames): string {
  const [kind = '', ref = ''] = of.split(':')
  if (change === 'deadline' && kind !== 'step')
    return text.maybe(`obligation.${kind}`, { step: '', number: Number(ref) || 0, report: ref, party: ref }) ?? of
  const id = kind === 'step' ? ref : of
  const title = titleIn(names.to, change, id) ?? titleIn(names.from, change, id)
  return title?.[text.language] ?? id
}

function titleIn({ edition }: Named, change: EditionChange['change'], id: string): SchemeText | undefined {
  if (change === 'consent-asked') return edition.consents.find(({ purpose }) => purpose === id)?.title
  if (change === 'ceiling' || change === 'aid-opening') return edition.aids.find(({ aid }) => aid === id)?.title
  return findStep(edition, id)?.step.title
}

function valueText(text: Text, change: EditionChange['change'], value: EditionChange['before'], names: ChangeNames) {
  if (typeof value === 'number')
    return readableAmount(formatAmount({ amount: value, currency: names.to.scheme.currency }, text.locale))
  if (value === null) return text('move.unknown')
  if (change === 'stage') return text.maybe(`stage.${value}`) ?? value
  if (change === 'eligibility' || change === 'aid-opening') return text.maybe(`move.result-${value}`) ?? value
  return formatDay(value, text.locale)
}
