import type { Refusal } from '#domain/outcome.ts'

/** A refusal as it goes over the wire: the code is the translation key, `field` names the input it belongs to. */
export type Problem = {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly field?: string
}

/** The one place where refusal codes meet HTTP numbers; everything else a rule refuses is a conflict with the state. */
const statusByCode: Readonly<Record<string, number>> = {
  'invalid-input': 422,
  'unknown-choice': 422,
  'malformed-json': 400,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'unknown-route': 404,
  'unknown-command': 404,
  'unknown-scheme': 422,
  'not-found': 404,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'code-needed': 401,
  'wrong-code': 401,
  'wrong-password': 422,
  'too-many-attempts': 429,
  'other-origin': 403,
  'role-may-not': 403,
  'office-may-not': 403,
  'not-yours': 403,
  'not-your-signature': 403,
  'link-unknown': 404,
  'link-locked': 429,
  'links-too-often': 429,
  'codes-too-often': 429,
  'wrong-answer': 422,
  'visit-over': 401,
  'evidence-missing': 422,
  'parties-needed': 422,
  'code-not-sent': 503,
  'scheme-not-yours': 403,
  'second-person-needed': 403,
  'own-contract': 403,
  'own-standing': 403,
  'no-such-edition': 422,
  'scheme-too-slow': 422,
  'unsupported-protocol': 412,
  'too-many-requests': 429,
  'too-many-uploads': 429,
  'contact-needed': 422,
  'file-too-large': 413,
  'file-kind-not-allowed': 415,
  'file-kind-mismatch': 415,
  'photo-format-not-readable': 415,
  'file-empty': 422,
  'file-cut-short': 422,
  'file-unpacks-too-large': 422,
  'image-not-readable': 422,
  'image-too-large': 422,
  'file-damaged': 500,
  'file-not-found': 500,
  'print-failed': 500,
  'file-store-full': 507,
  'file-store-not-reachable': 503,
  'project-currency': 422,
  'line-untitled': 422,
  'unit-missing': 422,
  'price-absurd': 422,
  'unknown-line': 422,
  'grace-above-months': 422,
  'formula-invalid': 422,
  'formula-unknown-line': 422,
  'formula-circular': 422,
  'formula-divides-by-zero': 422,
  'formula-negative': 422,
  'too-many-formulas': 422,
  'line-twice': 422,
  'version-decides': 422,
  unavailable: 503,
}

export function statusOf(code: string): number {
  return statusByCode[code] ?? 409
}

export function problemOf({ code, facts, field }: Refusal): Problem {
  return field === undefined ? { code, facts } : { code, facts, field }
}
