import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, useRouter } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'

import type { Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { presenceQuery, signIn, type Credentials, type DemonstrationAccount } from '../session.ts'
import { Wordmark } from '../ui/Mark.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { RoadHome } from './RoadHome.tsx'
import { SignInForm } from './SignInForm.tsx'

export const signInPage = createLazyRoute('/sign-in')({ component: SignIn })

function SignIn() {
  const text = useText()
  const queries = useQueryClient()
  const router = useRouter()
  const { to = '/' } = signInPage.useSearch()
  const presence = useQuery(presenceQuery).data
  const accounts = presence !== undefined && 'accounts' in presence ? presence.accounts : []

  const enter = async (credentials: Credentials): Promise<Problem | undefined> => {
    const answer = await signIn(queries, credentials)
    if (!answer.ok) return answer.problem
    router.history.push(to)
    await router.invalidate()
    return undefined
  }
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(28rem,1fr)_minmax(0,1.1fr)]">
      <div className="flex flex-col px-5 py-6 sm:px-12">
        <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <Wordmark className="text-title" />
          <LanguageChoice />
        </header>
        <main className="my-auto w-full max-w-md py-10 max-lg:mx-auto">
          <p className="mb-8 text-lead text-ink-soft lg:hidden">{text('sign-in.promise')}</p>
          {accounts.length === 0 ? (
            <SignInForm onEnter={enter} />
          ) : (
            <Demonstration accounts={accounts} onEnter={enter} />
          )}
        </main>
      </div>
      <RoadHome />
    </div>
  )
}

type DemonstrationProps = {
  readonly accounts: readonly DemonstrationAccount[]
  readonly onEnter: (credentials: Credentials) => Promise<Problem | undefined>
}

/** A demonstration opens by one touch on a name: first those of the story, the other schemes behind their titles. */
function Demonstration({ accounts, onEnter }: DemonstrationProps) {
  const text = useText()
  const [entering, setEntering] = useState<string | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const press = async (account: DemonstrationAccount): Promise<void> => {
    setEntering(account.email)
    setProblem(await onEnter({ email: account.email, password: account.password }))
    setEntering(undefined)
  }
  const byScheme = Map.groupBy(accounts, ({ scheme }) => scheme?.[text.language])
  const others = [...byScheme].filter(([scheme]) => scheme !== undefined)
  return (
    <>
      <h1 className="text-head">{text('sign-in.try')}</h1>
      <p className="mt-2 text-ink-soft">{text('sign-in.try-help')}</p>
      <div className="mt-5">
        <Names accounts={byScheme.get(undefined) ?? []} entering={entering} onPress={press} />
      </div>
      {others.length > 0 && (
        <section aria-labelledby="other-schemes" className="mt-8">
          <h2 id="other-schemes" className="text-title">
            {text('sign-in.other-schemes')}
          </h2>
          {others.map(([scheme, players]) => (
            <details key={scheme} className="group/scheme border-b border-line">
              <summary className={folded}>
                <bdi className="flex-1">{scheme}</bdi>
                <ChevronDown
                  className="size-5 shrink-0 stroke-[1.5] text-ink-soft group-open/scheme:-scale-y-100"
                  aria-hidden="true"
                />
              </summary>
              <Names accounts={players} entering={entering} onPress={press} />
            </details>
          ))}
        </section>
      )}
      <details className="mt-8" open={problem !== undefined}>
        <summary className="touch flex w-fit cursor-pointer items-center rounded px-2 text-river underline underline-offset-4">
          {text('sign-in.own-account')}
        </summary>
        <div className="mt-5">
          <SignInForm onEnter={onEnter} first={problem} />
        </div>
      </details>
    </>
  )
}

const folded = 'touch flex cursor-pointer items-center gap-3 rounded px-2 py-2 hover:bg-sand-soft'

type NamesProps = {
  readonly accounts: readonly DemonstrationAccount[]
  readonly entering: string | undefined
  readonly onPress: (account: DemonstrationAccount) => Promise<void>
}

function Names({ accounts, entering, onPress }: NamesProps) {
  const text = useText()
  return (
    <ul className="border-t border-line">
      {accounts.map((account) => (
        <li key={`${account.email} ${account.role}`} className="border-b border-line last:border-b-0">
          <button
            type="button"
            onClick={() => void onPress(account)}
            aria-busy={entering === account.email || undefined}
            className="group flex w-full items-center gap-4 px-2 py-2.5 text-start hover:bg-sand-soft"
          >
            <span
              aria-hidden="true"
              className="size-3 shrink-0 rounded-full border-2 border-river group-hover:bg-river group-aria-busy:bg-river"
            />
            <span className="min-w-0">
              <span className="block font-strong">
                <bdi>{account.name}</bdi>
              </span>
              <span className="block text-small text-ink-soft">
                {text('shell.seat', { role: text(`role.${account.role}`), office: account.office })}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
