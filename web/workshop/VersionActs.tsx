import { Link } from '@tanstack/react-router'
import { FileSpreadsheet, FileText } from 'lucide-react'

import type { ProjectVersion } from '#domain/project/version.ts'

import { useText } from '../i18n.ts'
import { useAttempts } from '../local/act.ts'
import { buttonClass } from '../ui/Button.tsx'
import { useShop } from './shop.ts'
import { isOnTheWay } from './versions.ts'

/** What can be made of a saved version: the study, the plan, and its papers. */
export function VersionActs({ version }: { version: ProjectVersion }) {
  const text = useText()
  const { file } = useShop()
  const attempts = useAttempts(file)
  const made = (['record-feasibility', 'submit-plan'] as const).filter(
    (command) => attempts.has(command) && attempts.get(command) === undefined,
  )
  const papers = `/api/cases/${file.id}/projects/${version.project}`
  return (
    <div className="flex flex-wrap gap-2">
      {made.map((command) => (
        <Link
          key={command}
          to="/cases/$case"
          params={{ case: file.id }}
          search={{ tab: 'project', act: command, of: version.project }}
          className={buttonClass('quiet')}
        >
          {text(`workshop.make-${command}`)}
        </Link>
      ))}
      {isOnTheWay(file, version.project) ? (
        <p className="w-full text-small text-ink-soft">{text('workshop.papers-later')}</p>
      ) : (
        <>
          <a href={`${papers}/plan.pdf`} download className={buttonClass('quiet')}>
            <FileText aria-hidden="true" />
            {text('workshop.pdf')}
          </a>
          <a href={`${papers}/plan.xlsx`} download className={buttonClass('quiet')}>
            <FileSpreadsheet aria-hidden="true" />
            {text('workshop.xlsx')}
          </a>
        </>
      )}
    </div>
  )
}
