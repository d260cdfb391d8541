import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'

import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'
import { NotHere } from '../shell/NotHere.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Accounts } from './Accounts.tsx'
import { Log } from './Log.tsx'
import { Notices } from './Notices.tsx'
import { Offices } from './Offices.tsx'
import { administrationTabs, type AdministrationTab } from './route.ts'
import type { AdministrationView } from './view.ts'

export const administrationPage = createLazyRoute('/signed-in/administration')({ component: AdministrationPage })

const readers = ['administrator', 'data-protection-officer']

/** Who has an account and which seats, which offices play which part, what was sent out, and what was changed here. */
function AdministrationPage() {
  const text = useText()
  const session = useSession()
  const { tab = 'accounts', open } = administrationPage.useSearch()
  const navigate = useNavigate()
  const role = session?.seat.role ?? ''
  const view = useMemo<AdministrationView>(
    () => ({
      open,
      mayChange: role === 'administrator',
      show: (wanted) =>
        void navigate({
          to: '/administration',
          search: { tab, ...(wanted === undefined ? {} : { open: wanted }) },
          resetScroll: false,
        }),
    }),
    [open, role, tab, navigate],
  )
  if (!readers.includes(role)) return <NotHere />
  // What was sent to people is the administrator's to read.
  const tabs = administrationTabs.filter((each) => each !== 'notices' || view.mayChange)
  return (
    <>
      <h1 className="mb-4 text-head">{text('administration.title')}</h1>
      <Tabs
        label={text('administration.title')}
        chosen={tab}
        onChoose={(chosen) =>
          void navigate({ to: '/administration', search: { tab: chosen as AdministrationTab }, replace: true })
        }
        items={tabs.map((id) => ({
          id,
          title: text(`administration.tab-${id}`),
          content: id === tab ? <Side tab={id} view={view} /> : null,
        }))}
      />
    </>
  )
}

function Side({ tab, view }: { tab: AdministrationTab; view: AdministrationView }) {
  switch (tab) {
    case 'accounts':
      return <Accounts view={view} />
    case 'offices':
      return <Offices view={view} />
    case 'notices':
      return <Notices />
    case 'log':
      return <Log />
  }
}
