import * as z from 'zod/mini'

import { document } from '#contract/schemas.ts'
import * as shape from '#contract/signing-schemas.ts'

import { handLinkBody } from './case-signatures.ts'
import type { DescribedRoute } from './openapi-routes.ts'
import { printQuery } from './papers.ts'
import * as signing from './signing.ts'

const open = { method: 'post', open: true } as const

/** Signatures: the page behind a link, the check of a file, and what an office does beside its commands. */
export const signingDescribed: readonly DescribedRoute[] = [
  {
    ...open,
    path: '/api/public/signing',
    summary: 'Open a link to sign',
    body: signing.linkBody,
    answer: ['Greeting', shape.greeting],
  },
  {
    ...open,
    path: '/api/public/signing/code',
    summary: 'Have a code sent to the telephone of whoever the link was sent to',
    body: signing.codeBody,
    answer: ['CodeSent', z.strictObject({ sent: z.boolean() })],
  },
  {
    ...open,
    path: '/api/public/signing/answer',
    summary: 'Say who one is',
    body: signing.answerBody,
    answer: ['SigningVisit', shape.visit],
  },
  {
    ...open,
    path: '/api/public/signing/document',
    summary: 'The document to sign',
    body: signing.visitBody,
    answer: '*/*',
  },
  {
    ...open,
    path: '/api/public/signing/signature',
    summary: 'Sign it',
    body: signing.signatureBody,
    answer: ['LinkSigned', shape.signed],
  },
  {
    ...open,
    path: '/api/public/signing/no',
    summary: 'Say that one does not agree, and why',
    body: signing.declineBody,
    answer: ['LinkDeclined', z.strictObject({ declined: z.boolean() })],
  },
  {
    ...open,
    path: '/api/public/documents',
    summary: 'Whether the file with this SHA-256 is signed, void or not known',
    body: signing.fingerprintBody,
    answer: ['DocumentStanding', shape.standing],
  },
  {
    method: 'post',
    path: '/api/cases/{id}/signing-links',
    summary: 'A link to sign that the office passes on by hand; told once',
    body: handLinkBody,
    answer: ['HandLink', shape.handLink],
    status: 201,
  },
  {
    method: 'post',
    path: '/api/cases/{id}/signatures/{request}/certificate',
    summary: 'Print the page that says who signed a document; it is kept as a document',
    query: printQuery,
    answer: ['Document', document],
    status: 201,
  },
]
