import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'

import type { AccountAnswer, NoticeAnswer } from '#contract/answers.ts'

import type { AdministrationSearch } from '../administration/route.ts'
import { useReading } from '../api.ts'
import type { Text } from '../i18n.ts'
import { usePages } from '../pages.ts'

/** What an administrator keeps an eye on: accounts without a seat or a second factor, messages that did not go out. */
export function Keeping({ text, readsNotices }: { text: Text; readsNotices: boolean }) {
  const accounts = useReading<{ rows: readonly AccountAnswer[] }>('/api/accounts').data?.rows
  const notices = usePages<NoticeAnswer>('/api/notices', 'before', readsNotices).rows
  if (accounts === undefined) return null
  const open = accounts.filter(({ active }) => active)
  const failed = (notices ?? []).filter(({ state }) => state === 'failed').length
  const lines: readonly { readonly words: string; readonly search: AdministrationSearch }[] = [
    { words: text('home.accounts', { count: open.length }), search: { tab: 'accounts' } },
    {
      words: text('home.without-factor', { count: open.filter(({ secondFactor }) => !secondFactor).length }),
      search: { tab: 'accounts' },
    },
    ...(readsNotices ? [{ words: text('home.failed', { count: failed }), search: { tab: 'notices' } as const }] : []),
    { words: text('home.log'), search: { tab: 'log' } },
  ]
  return (
    <ul className="border-t border-line">
      {lines.map(({ words, search }) => (
        <li key={words} className="border-b border-line">
          <Link
            to="/administration"
            search={search}
            className="group flex items-center gap-3 py-3 text-lead text-ink no-underline hover:bg-sand-soft hover:text-ink"
          >
            <span className="min-w-0 flex-1">{words}</span>
            <ChevronRight
              className="size-5 shrink-0 stroke-[1.5] text-ink-soft group-hover:text-river rtl:-scale-x-100"
              aria-hidden="true"
            />
          </Link>
        </li>
      ))}
    </ul>
  )
}
