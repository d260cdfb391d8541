import type { BeneficiaryKind } from '#domain/scheme/beneficiary.ts'

import { useText } from '../../i18n.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Day } from '../../ui/Day.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Comma } from '../Section.tsx'
import { bandOf, openDuplicates, type Duplicates } from './duplicates.ts'

type DuplicateListProps = {
  /** Whom the scheme helps: an organisation is asked about in words of its own. */
  readonly kind: BeneficiaryKind
  readonly duplicates: Duplicates
  readonly others: readonly string[]
  readonly onOther: (person: string) => void
  /** Somebody wanted to go on without having compared. */
  readonly pressing: boolean
}

/** Who may already be known, with the reasons. People decide: each is opened and compared, or said to be another. */
export function DuplicateList({ kind, duplicates, others, onOther, pressing }: DuplicateListProps) {
  const text = useText()
  const isPerson = kind === 'person'
  const open = openDuplicates(duplicates.found, others)
  if (!duplicates.asked) return null
  if (duplicates.failed) return <Notice kind="late">{text('intake.duplicates-unread')}</Notice>
  // As high as its answer: nothing below moves when that comes.
  if (duplicates.looking && open.length === 0) return <Notice live>{text('intake.duplicates-looking')}</Notice>
  if (open.length === 0) {
    return (
      <Notice kind="settled" live>
        {text('intake.duplicates-none')}
      </Notice>
    )
  }
  return (
    <section
      data-field="duplicates"
      aria-label={text('intake.duplicates')}
      className="rounded bg-sand-soft px-5 py-5"
      role="status"
    >
      <h3 className="text-lead">{text('intake.duplicates')}</h3>
      <p className="mt-1 max-w-prose text-ink-soft">
        {text(isPerson ? 'intake.duplicates-help' : 'intake.duplicates-help-organisation')}
      </p>
      {pressing && <p className="mt-2 text-clay-deep">{text('intake.duplicates-decide')}</p>}
      <ul className="mt-4 grid gap-5">
        {open.map((found) => (
          <li key={`${found.case} ${found.person}`} className="border-s-2 border-line ps-4">
            <p>
              <bdi className="font-strong">{found.name}</bdi>
              {found.birth !== null && (
                <>
                  <Comma />
                  <Day value={found.birth} />
                </>
              )}
            </p>
            <p className="text-small text-ink-soft">
              {text(isPerson ? 'intake.likeness' : 'intake.likeness-organisation', {
                band: bandOf(found.score),
                reasons: new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(
                  found.reasons.map((reason) => text.maybe(`intake.reason-${reason}`) ?? reason),
                ),
              })}{' '}
              {text.maybe(`stage.${found.stage}`)}
            </p>
            <div className="mt-2 flex flex-wrap gap-2">
              <a href={`/cases/${found.case}`} target="_blank" rel="noreferrer" className={buttonClass('quiet')}>
                {text('intake.duplicate-open')}
              </a>
              <Button kind="plain" onPress={() => onOther(found.person)}>
                {text(isPerson ? 'intake.duplicate-other' : 'intake.duplicate-other-organisation')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
