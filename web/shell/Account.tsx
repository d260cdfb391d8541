import { lazy, Suspense } from 'react'

import { accountButtonClass, AccountWords } from './AccountButton.tsx'
import type { AccountMenuProps } from './AccountMenu.tsx'

const AccountMenu = lazy(() => import('./AccountMenu.tsx').then((module) => ({ default: module.AccountMenu })))

/** The account menu; until its widgets have arrived, what it will say stands in its place. */
export function Account(props: AccountMenuProps) {
  const bar = props.bar ?? false
  return (
    <Suspense
      fallback={
        <span className={accountButtonClass(bar)}>
          <AccountWords session={props.session} bar={bar} />
        </span>
      }
    >
      <AccountMenu {...props} />
    </Suspense>
  )
}
