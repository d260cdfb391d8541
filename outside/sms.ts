/** Text messages through an HTTP gateway that takes `{ to, text, id }` as JSON with a bearer token. */
import type { TextMessage } from '#app/ports.ts'
import { accept, refuse } from '#domain/outcome.ts'

export type GatewaySettings = {
  readonly url: string
  readonly token: string
  /** Milliseconds until the gateway is given up for this time. */
  readonly patience?: number
}

/** `id` also travels as `Idempotency-Key`: a gateway that knows it sends a message tried twice only once. */
export function openTextMessages(settings: GatewaySettings): TextMessage {
  return {
    async send(message) {
      if (!/^\+[1-9]\d{6,14}$/.test(message.to)) return refuse('text-message-refused', { reason: 'number' })
      try {
        const answer = await fetch(settings.url, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${settings.token}`,
            'content-type': 'application/json',
            'idempotency-key': message.id,
          },
          body: JSON.stringify({ to: message.to, text: message.text, id: message.id }),
          // Following a redirect would carry the person's number to an address that nobody configured.
          redirect: 'error',
          signal: AbortSignal.timeout(settings.patience ?? 15_000),
        })
        if (answer.ok) return accept({ state: 'sent', ...referenceIn(await answer.text()) })
        await answer.body?.cancel()
        return isFinal(answer.status)
          ? refuse('text-message-refused', { status: answer.status })
          : refuse('text-message-not-sent', { status: answer.status })
      } catch {
        return refuse('text-message-not-sent', {})
      }
    },
  }
}

/** For an installation without a gateway. */
export function keptTextMessages(): TextMessage {
  return { send: async () => accept({ state: 'kept' }) }
}

/** The message itself was at fault. A wrong token, a limit or a fault of the gateway can be put right and tried again. */
function isFinal(status: number): boolean {
  return [400, 404, 410, 413, 422].includes(status)
}

function referenceIn(body: string): { reference?: string } {
  try {
    const { id } = JSON.parse(body) as { id?: unknown }
    return typeof id === 'string' || typeof id === 'number' ? { reference: String(id) } : {}
  } catch {
    return {}
  }
}
