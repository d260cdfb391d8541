import { useNavigate } from '@tanstack/react-router'

import { useShop } from './shop.ts'
import type { WorkshopStep } from './steps.ts'

/** Leads to the field of a problem: its step is opened, then it has the focus. */
export function useGoToField(): (step: WorkshopStep, field: string | undefined) => void {
  const navigate = useNavigate()
  const { file } = useShop()
  return (step, field) => {
    void navigate({
      to: '/cases/$case/workshop',
      params: { case: file.id },
      search: { step },
      replace: true,
      resetScroll: false,
    }).then(() =>
      requestAnimationFrame(() => {
        const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field ?? '')}"]`)
        const target = place?.matches('input, select, textarea') ? place : place?.querySelector<HTMLElement>('input')
        ;(target ?? document.querySelector<HTMLElement>(`[name="${CSS.escape(field ?? '')}"]`))?.focus()
      }),
    )
  }
}
