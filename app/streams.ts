import { accreditationStream } from './accreditation-stream.ts'
import { callStream } from './call-stream.ts'
import { caseStream } from './case-stream.ts'
import { committeeStreams } from './committee-stream.ts'
import { draftStream } from './draft-stream.ts'
import type { StreamKind } from './judge.ts'
import { sittingStream } from './sitting-stream.ts'

/** The kinds of stream, each with its commands. */
export const streams: readonly StreamKind[] = [
  caseStream,
  sittingStream,
  committeeStreams,
  draftStream,
  accreditationStream,
  callStream,
]
