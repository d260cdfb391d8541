import { drawJourney } from '#domain/scheme/drawing.ts'

import type { Call } from '../call.ts'
import { editionOf, readScheme } from './read.ts'

/** `scheme draw FILE [--language ar] [--edition E]`: the road as an SVG picture, on the standard output. */
export function run(call: Call): number {
  const read = readScheme(call)
  if (!read) return call.words.length === 0 ? 2 : 1
  const running = editionOf(call, read.scheme)
  if (!running) return 2
  call.say(drawJourney(running.scheme, running.edition, call.language))
  return 0
}
