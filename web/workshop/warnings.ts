import { useCallback } from 'react'

import { formatAmount } from '#domain/money.ts'
import { linesOf } from '#domain/project/project.ts'
import type { ProjectWarning } from '#domain/project/check.ts'

import { useText } from '../i18n.ts'
import { formatDay, readableAmount } from '../locale.ts'
import { useBench } from './bench.ts'

const amounts = ['price', 'median', 'asked', 'money', 'missing'] as const

/** What is worth a second look, in a kind sentence. */
export function useWarningText(): (warning: ProjectWarning) => string {
  const text = useText()
  const { project } = useBench()
  return useCallback(
    ({ code, facts }) => {
      const currency = String(facts['currency'] ?? project.currency)
      const values: Record<string, string | number> = {}
      for (const [name, value] of Object.entries(facts)) {
        if (typeof value !== 'number' && typeof value !== 'string') continue
        const isAmount = typeof value === 'number' && (amounts as readonly string[]).includes(name)
        values[name] = isAmount ? readableAmount(formatAmount({ amount: value, currency }, text.locale)) : value
      }
      const line = linesOf(project).find((each) => each.line.line === facts['line'])?.line.title
      if (line !== undefined) values['line'] = line
      if (typeof facts['calendar'] === 'string') values['calendar'] = formatDay(facts['calendar'], text.locale)
      if (typeof facts['payer'] === 'string') values['payer'] = text.maybe(`workshop.payer-${facts['payer']}`) ?? ''
      return text(`workshop.warn-${code}`, values)
    },
    [text, project],
  )
}
