import type { Answer } from '../api.ts'
import type { FormSources } from '../form/sources.ts'

/** Pieces small enough that a weak line gets one through between two breaks. */
const piece = 512 * 1024

/**
 * Sends a file of a case in pieces. A line that breaks is waited for and the upload goes on where it stopped. The answer
 * is the id of the document, which a command then names.
 */
export function uploaderFor(caseId: string, paper: string | undefined): NonNullable<FormSources['upload']> {
  return async (file, onPart) => {
    const { Upload } = await import('tus-js-client')
    return new Promise<Answer<string>>((resolve) => {
      const upload = new Upload(file, {
        endpoint: '/api/files',
        chunkSize: piece,
        retryDelays: [0, 1_000, 3_000, 8_000, 20_000],
        // The same file for another case is another upload.
        fingerprint: (wanted) => Promise.resolve(markOf(caseId, wanted as File)),
        removeFingerprintOnSuccess: true,
        metadata: { case: caseId, name: file.name, paper: paper ?? 'other', type: file.type },
        onProgress: (sent, whole) => onPart(whole === 0 ? 1 : Math.min(sent / whole, 0.99)),
        onSuccess: () => resolve({ ok: true, value: idIn(upload.url) }),
        onError: (trouble) => resolve({ ok: false, problem: problemIn(trouble) }),
        // What the rules refuse stays refused: only the way there is worth another try.
        onShouldRetry: (trouble) => {
          const status = trouble.originalResponse?.getStatus() ?? 0
          return status === 0 || status === 409 || status === 423 || status >= 500
        },
      })
      void upload.findPreviousUploads().then(([before]) => {
        if (before) upload.resumeFromPreviousUpload(before)
        upload.start()
      })
    })
  }
}

function markOf(caseId: string, { name, size, lastModified }: File): string {
  return ['homeward', caseId, name, size, lastModified].join(' ')
}

function idIn(url: string | null): string {
  return url?.split('/').at(-1) ?? ''
}

function problemIn(trouble: unknown): { code: string; status: number; facts?: Readonly<Record<string, unknown>> } {
  const response = (trouble as { originalResponse?: { getStatus(): number; getBody(): string } }).originalResponse
  if (!response) return { code: 'no-network', status: 0 }
  try {
    const { code, facts } = JSON.parse(response.getBody()) as { code: string; facts?: Record<string, unknown> }
    return { code, status: response.getStatus(), ...(facts ? { facts } : {}) }
  } catch {
    return { code: 'server-failed', status: response.getStatus() }
  }
}
