import { Link } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'

import type { HomeAnswer } from '#contract/answers.ts'

import { useText } from '../i18n.ts'

/** How much happens by itself soon, or did lately, with the way to it. Silent when there is nothing. */
export function ToByItself({ around }: { readonly around: HomeAnswer['byItself'] }) {
  const text = useText()
  const { soon, passed } = around
  if (soon + passed === 0) return null
  return (
    <p className="my-2">
      <Link to="/by-itself" className="touch inline-flex items-center gap-3 text-lead">
        <Hourglass className="size-5 shrink-0 stroke-[1.5]" aria-hidden="true" />
        {soon > 0 ? text('home.by-itself-soon', { count: soon }) : text('home.by-itself-passed', { count: passed })}
      </Link>
    </p>
  )
}
