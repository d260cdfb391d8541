/** E-mail over SMTP. Without a server a notice is only kept where it was recorded, and the answer says so. */
import { createTransport } from 'nodemailer'
import type { Mail, MailMessage, Sent } from '#app/ports.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'

const patience = 20_000
const loopback = ['localhost', '127.0.0.1', '[::1]']

export type OpenMail = Mail & { close(): void }

/**
 * `url` is `smtp://user:password@host:port` or `smtps://…`; `from` is `Name <address>`. A password never goes over the
 * network in the clear: with one, a server that does not offer TLS is refused unless it is on this machine.
 */
export function openMail(settings: { readonly url: string; readonly from: string }): OpenMail {
  const url = new URL(settings.url)
  const transport = createTransport({
    url: settings.url,
    requireTLS: url.username !== '' && !loopback.includes(url.hostname),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^\s>]+)>?$/.exec(settings.from)?.[1] ?? url.hostname
  return {
    async send(message) {
      if (!isAddress(message.to)) return refuse('mail-refused', { reason: 'address' })
      try {
        const sent = await transport.sendMail(envelope(message, settings.from, domain))
        return accept({ state: 'sent', reference: sent.messageId })
      } catch (error) {
        return refusal(error)
      }
    },
    close: () => transport.close(),
  }
}

/** For an installation without a mail server. */
export function keptMail(): Mail {
  return { send: async () => accept({ state: 'kept' }) }
}

function envelope(message: MailMessage, from: string, domain: string) {
  return {
    from,
    // As an object, so that a comma in a typed address cannot add a second receiver.
    to: { name: '', address: message.to },
    subject: message.subject,
    text: message.text,
    messageId: `<${message.id}@${domain}>`,
    headers: { 'Content-Language': message.language, 'Auto-Submitted': 'auto-generated' },
    attachments: (message.attachments ?? []).map((attachment) => ({
      filename: attachment.name,
      contentType: attachment.mime,
      content: Buffer.from(attachment.bytes),
    })),
  }
}

function isAddress(typed: string): boolean {
  return typed.length <= 254 && /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]+$/.test(typed)
}

/**
 * Only a last word (500 and more) about this receiver or this message is final. A server that turns us away as a whole
 * or does not take our password can be put right, and the mail goes then.
 */
function refusal(error: unknown): Outcome<Sent> {
  const told = error instanceof Error ? (error as Error & { responseCode?: number; command?: string }) : undefined
  const status = told?.responseCode ?? 0
  if (status >= 500 && ['RCPT TO', 'DATA'].includes(told?.command ?? '')) return refuse('mail-refused', { status })
  return refuse('mail-not-sent', status > 0 ? { status } : {})
}
