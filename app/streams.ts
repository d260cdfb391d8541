import { caseStream } from './case-stream.ts'
import type { Judge } from './handle.ts'
import { sittingStream } from './sitting-stream.ts'

/** A kind of stream: which commands it has, and how it judges them. */
export type StreamKind = {
  readonly kind: string
  has(command: string): boolean
  /** Whether the command begins a stream. */
  opens(command: string): boolean
  readonly judge: Judge
}

export const streams: readonly StreamKind[] = [caseStream, sittingStream]
