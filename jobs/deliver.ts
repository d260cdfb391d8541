import type { House } from '#app/house.ts'
import type { Language } from '#app/ports.ts'
import { asActor } from '#db/connect.ts'
import { settleNotice } from '#db/notices.ts'
import type { NoticeToSend } from '#db/notices.ts'
import type { Refusal } from '#domain/outcome.ts'

/**
 * Sends what is on record and has not left yet, and notes how it went. Throws as long as a message could not be sent for
 * the time being, so that the queue tries again; at the last try it is on record as failed.
 */
export async function deliver(
  house: House,
  waiting: readonly NoticeToSend[],
  languageFor: (recipient: string) => Language,
  { name, lastTry }: { readonly name: string; readonly lastTry: boolean },
): Promise<void> {
  const postponed: string[] = []
  for (const notice of waiting) {
    const sent = await send(house, notice, languageFor(notice.recipient))
    if (sent.refused && isPassing(sent) && !lastTry) postponed.push(sent.code)
    else
      await asActor(house.database, 'system', (tx) =>
        settleNotice(tx, notice.notice, {
          state: sent.refused ? 'failed' : sent.value.state,
          problem: sent.refused ? reasonOf(sent) : null,
        }),
      )
  }
  if (postponed.length > 0) throw new Error(`${name}: ${postponed.length} not sent yet (${postponed.join(', ')})`)
}

function send(house: House, { notice, means, recipient, subject, body }: NoticeToSend, language: Language) {
  return means === 'e-mail'
    ? house.mail.send({ to: recipient, subject, text: body, language, id: notice })
    : house.textMessage.send({ to: recipient, text: body, id: notice })
}

/** No network, a full mailbox, a gateway that is down: worth another try. */
function isPassing({ code }: Refusal): boolean {
  return code === 'mail-not-sent' || code === 'text-message-not-sent'
}

function reasonOf({ code, facts }: Refusal): string {
  const details = Object.values(facts).map(String)
  return [code, ...details].join(' ')
}
