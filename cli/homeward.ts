import { callOf } from './call.ts'
import type { Verb } from './call.ts'
import { sentence } from './sentence.ts'

/** Every verb and the file that does it; a file is read only when its verb is called. */
const verbs: Readonly<Record<string, () => Promise<{ run: Verb }>>> = {
  'scheme check': () => import('./scheme/check.ts'),
  'scheme explain': () => import('./scheme/explain.ts'),
  'scheme simulate': () => import('./scheme/simulate.ts'),
  'scheme diff': () => import('./scheme/diff.ts'),
  'scheme draw': () => import('./scheme/draw.ts'),
  verify: () => import('./verify.ts'),
  'verify-document': () => import('./verify-document.ts'),
  'projections rebuild': () => import('./rebuild.ts'),
  'case show': () => import('./case/show.ts'),
  'case replay': () => import('./case/replay.ts'),
  'user add': () => import('./user/add.ts'),
  'user list': () => import('./user/list.ts'),
  'user disable': () => import('./user/disable.ts'),
}

async function main(words: readonly string[]): Promise<number> {
  const name = Object.keys(verbs).find((verb) => verb === words.slice(0, verb.split(' ').length).join(' '))
  const call = callOf(words.slice(name?.split(' ').length ?? 0), process.stdout)
  const load = name === undefined ? undefined : verbs[name]
  if (load) return (await load()).run(call)
  call.complain(sentence('verbs', call.language))
  for (const verb of Object.keys(verbs)) call.complain(`  homeward ${verb}  ${sentence(verb, call.language)}`)
  return 2
}

// A reader who has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await main(process.argv.slice(2))
