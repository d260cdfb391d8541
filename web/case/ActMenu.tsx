import { ChevronDown } from 'lucide-react'
import { useMemo, useState } from 'react'

import type { Refusal } from '#domain/outcome.ts'

import { refusalWords } from '../readable.ts'
import { useOffers } from '../shell/offers.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Menu, type MenuGroup } from '../ui/Menu.tsx'
import { aboutIn } from './ActIntro.tsx'
import { actGroups, fieldOf, givenBy, groupOfAct, impossibleActs, possibleActs, type Act } from './acts.ts'
import type { CaseWords } from './case-words.ts'
import type { CaseView } from './view.ts'

/** Every act of this seat on this case, from the table of commands; what cannot be done now is explained on demand. */
export function ActMenu({ view }: { view: CaseView }) {
  const { file, words, attempts, circumstances, begin } = view
  const { text } = words
  const [explaining, setExplaining] = useState(false)
  const acts = useMemo(
    () => possibleActs(attempts, file.answer.case, circumstances),
    [attempts, file.answer.case, circumstances],
  )
  useOffers(
    useMemo(
      () => acts.map((act) => ({ id: idOf(act), title: titleOf(act, acts, view), run: () => begin(act) })),
      [acts, view, begin],
    ),
  )
  const refused = impossibleActs(attempts)
  const groups: MenuGroup[] = actGroups.flatMap((group) => {
    const entries = acts.filter(({ command }) => groupOfAct(command) === group)
    if (entries.length === 0) return []
    return [
      {
        id: group,
        title: text(`case.acts-${group}`),
        entries: entries.map((act) => ({ id: idOf(act), title: titleOf(act, acts, view), onAction: () => begin(act) })),
      },
    ]
  })
  if (refused.length > 0) {
    groups.push({
      id: 'why',
      entries: [{ id: 'why', title: text('case.not-now'), onAction: () => setExplaining(true) }],
    })
  }
  if (groups.length === 0) return null
  return (
    <div data-print="no">
      <Menu groups={groups} className={buttonClass('quiet')}>
        {text('case.acts')}
        <ChevronDown aria-hidden="true" />
      </Menu>
      <Dialog title={text('case.not-now')} open={explaining} onClose={() => setExplaining(false)}>
        <p className="text-ink-soft">{text('case.not-now-help')}</p>
        <dl className="mt-4 grid gap-4">
          {refused.map(({ command, refusal }) => (
            <div key={command}>
              <dt className="font-strong">{text.maybe(`command.${command}.title`) ?? command}</dt>
              <dd>
                <Reason words={words} refusal={refusal} />
              </dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </div>
  )
}

function Reason({ words, refusal }: { words: CaseWords; refusal: Refusal }) {
  const { what, advice } = refusalWords(words.text, refusal, words.names)
  return (
    <>
      {what} {advice !== undefined && <span className="text-ink-soft">{advice}</span>}
    </>
  )
}

function idOf({ command, of }: Act): string {
  return of === undefined ? command : `${command} ${of}`
}

/** The command in words; an act on one of several says which, and a step always says its name. */
function titleOf({ command, of }: Act, acts: readonly Act[], view: CaseView): string {
  const { text } = view.words
  const title = text.maybe(`command.${command}.title`) ?? command
  const isOneOfSeveral = acts.filter((act) => act.command === command).length > 1
  if (of === undefined || (fieldOf(command) !== 'step' && !isOneOfSeveral)) return title
  return text('case.pair', { name: title, value: aboutIn(view, givenBy({ command, of })) ?? of })
}
