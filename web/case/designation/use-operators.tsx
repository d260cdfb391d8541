import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'

import type { OperatorsAnswer } from '#contract/designation-answers.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'

import { reading } from '../../api.ts'
import type { FormSources } from '../../form/sources.ts'
import { needTexts } from '../../i18n.ts'
import { Waiting } from '../../ui/Progress.tsx'
import type { CaseView } from '../view.ts'

const Drawn = lazy(async () => {
  const [module] = await Promise.all([import('./OperatorChoice.tsx'), needTexts('designation')])
  return { default: module.OperatorChoice }
})

export type Operators = {
  readonly known: OperatorsKnown | undefined
  /** On its way: a form that needs it waits. */
  readonly waiting: boolean
  /** The ranking could not be read: the form offers the operators as they are. */
  readonly unseen: boolean
  /** How the form asks for the operator, where the ranking could be read. */
  readonly drawn: FormSources['drawn']
}

/** The ranked operators for a form that names one; without the network the form offers them unranked. */
export function useOperators(view: CaseView, command: CaseCommand): Operators {
  const { file } = view
  const isWanted = command.fields['operator']?.from === 'operators' && file.actor.role === 'coordinator'
  const query = useQuery({
    ...reading<OperatorsAnswer>(`/api/cases/${file.id}/operators`),
    enabled: isWanted,
    staleTime: 10_000,
    networkMode: 'always',
    retry: 1,
  })
  const { known, standings = {} } = (isWanted && query.data) || {}
  if (known === undefined)
    return { known, waiting: isWanted && query.isPending, unseen: isWanted && query.isError, drawn: undefined }
  return {
    known,
    waiting: false,
    unseen: false,
    drawn: {
      operators: (props, values) => (
        <Suspense fallback={<Waiting />}>
          <Drawn {...props} view={view} known={known} standings={standings} expertise={listOf(values['expertise'])} />
        </Suspense>
      ),
    },
  }
}

/** The same list as long as nothing is ticked: the ranking is computed again only when something is. */
function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : none
}

const none: readonly string[] = []
