import { lazy, Suspense } from 'react'

import { needTexts } from '../i18n.ts'
import { Waiting } from '../ui/Progress.tsx'
import type { CommandFormProps } from './CommandForm.tsx'

const Drawn = lazy(async () => {
  const [module] = await Promise.all([import('./CommandForm.tsx'), needTexts('form', 'field', 'command')])
  return { default: module.CommandForm }
})

/** The form of a command, fetched with its widgets and texts when it is first shown. */
export function Form(props: CommandFormProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <Drawn key={props.form} {...props} />
    </Suspense>
  )
}
