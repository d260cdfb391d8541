import { createLazyRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { setLanguage, useText } from '../i18n.ts'
import { languageNames, languages } from '../locale.ts'
import { useSession } from '../session.ts'
import { Choice } from '../ui/Choice.tsx'
import { Devices } from './Devices.tsx'
import { Password } from './Password.tsx'
import { SecondFactor } from './SecondFactor.tsx'

export const accountPage = createLazyRoute('/signed-in/account')({ component: AccountPage })

/** One's own account: language, where one is signed in, password, second factor. */
function AccountPage() {
  const text = useText()
  const session = useSession()
  if (!session) return null
  return (
    <>
      <h1 className="text-head">{text('account.title')}</h1>
      <p className="mt-1 text-ink-soft">
        <bdi>{session.user.name}</bdi> · <bdi>{session.user.email}</bdi>
      </p>
      <div className="mt-8 grid max-w-2xl gap-10">
        <Choice
          label={text('account.language')}
          help={text('account.language-help')}
          inline
          options={languages.map((id) => ({ id, title: languageNames[id] }))}
          value={text.language}
          onChange={(language) => void setLanguage(language)}
        />
        <Part title={text('account.devices')}>
          <Devices />
        </Part>
        <Part title={text('account.password')}>
          <Password />
        </Part>
        <Part title={text('account.second-factor')}>
          <SecondFactor />
        </Part>
      </div>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line pt-6">
      <h2 className="text-title">{title}</h2>
      <div className="mt-2">{children}</div>
    </section>
  )
}
