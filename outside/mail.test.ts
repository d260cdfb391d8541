/** Mail against a peer that speaks SMTP on a real socket. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MailMessage } from '#app/ports.ts'
import { openSmtpPeer } from '#tests/kit/smtp-peer.ts'
import type { SmtpPeer } from '#tests/kit/smtp-peer.ts'
import type { OpenMail } from './mail.ts'
import { keptMail, openMail } from './mail.ts'

let peer: SmtpPeer
let mail: OpenMail

beforeAll(async () => {
  peer = await openSmtpPeer()
})
afterAll(() => peer.close())
beforeEach(() => {
  mail = openMail({ url: peer.url, from: 'Homeward <notices@homeward.example>' })
})
afterEach(() => {
  mail.close()
  peer.reset()
})

const message: MailMessage = {
  to: 'awa.ngono@example.org',
  subject: 'Votre rendez-vous à Yaoundé',
  text: 'Bonjour,\n\nvotre rendez-vous est le 3 décembre.\n.\nإلى اللقاء',
  language: 'fr',
  id: '019ad1c0-0000-7000-8000-000000000001',
}

describe('a mail', () => {
  test('arrives as it was written', async () => {
    const outcome = await mail.send(message)
    expect(outcome).toEqual({ refused: false, value: { state: 'sent', reference: `<${message.id}@homeward.example>` } })
    const [letter] = peer.received
    expect(letter?.from).toContain('<notices@homeward.example>')
    expect(letter?.to).toEqual([expect.stringContaining('<awa.ngono@example.org>')])
    const [head = '', body = ''] = letter?.data.split('\r\n\r\n') ?? []
    expect(head).toContain(`Message-ID: <${message.id}@homeward.example>`)
    expect(head).toContain('Content-Language: fr')
    expect(head).toContain('Auto-Submitted: auto-generated')
    expect(textOf(head, letter?.data.slice(head.length + 4) ?? body)).toContain('إلى اللقاء')
  })

  test('carries a letter as it is', async () => {
    const bytes = Buffer.from('%PDF-1.7 a letter')
    await mail.send({ ...message, attachments: [{ name: 'décision.pdf', mime: 'application/pdf', bytes }] })
    expect(peer.received[0]?.data).toContain(bytes.toString('base64'))
    expect(peer.received[0]?.data).toContain('application/pdf')
  })

  test('cannot be given further receivers or headers by what was typed', async () => {
    await mail.send({ ...message, subject: 'Hello\r\nBcc: spy@example.org' })
    expect(peer.received[0]?.to).toHaveLength(1)
    expect(peer.received[0]?.data).not.toMatch(/^Bcc:/m)
    for (const to of ['a@example.org, spy@example.org', 'a@example.org\r\nRCPT TO:<spy@example.org>', 'nobody', '']) {
      expect(await mail.send({ ...message, to })).toMatchObject({ refused: true, code: 'mail-refused' })
    }
    expect(peer.received).toHaveLength(1)
  })

  test('is sent with the name and password of the address', async () => {
    const signedIn = openMail({ url: `smtp://office:s%40cret@127.0.0.1:${peer.port}`, from: 'a@homeward.example' })
    expect(await signedIn.send(message)).toMatchObject({ refused: false })
    expect(peer.received[0]?.login).toBe('\0office\0s@cret')
    signedIn.close()
  })
})

describe('a mail that does not go', () => {
  test('because the address does not exist is never tried again', async () => {
    peer.answers.RCPT = '550 no such person'
    expect(await mail.send(message)).toMatchObject({ code: 'mail-refused', facts: { status: 550 } })
  })

  test('because the message is not wanted is never tried again', async () => {
    peer.answers.DATA = '554 too large'
    expect(await mail.send(message)).toMatchObject({ code: 'mail-refused', facts: { status: 554 } })
  })

  test('because the server turns us away may be tried when it was put right', async () => {
    peer.answers.greeting = '554 not from here'
    expect(await mail.send(message)).toMatchObject({ code: 'mail-not-sent' })
  })

  test('because the mailbox is busy may be tried later', async () => {
    peer.answers.RCPT = '451 try later'
    expect(await mail.send(message)).toMatchObject({ code: 'mail-not-sent', facts: { status: 451 } })
  })

  test('because our password is wrong may be tried when it was put right', async () => {
    peer.answers.AUTH = '535 wrong'
    const signedIn = openMail({ url: `smtp://office:x@127.0.0.1:${peer.port}`, from: 'a@homeward.example' })
    expect(await signedIn.send(message)).toMatchObject({ code: 'mail-not-sent' })
    signedIn.close()
  })

  test('because nobody answers may be tried later', async () => {
    const lost = openMail({ url: 'smtp://127.0.0.1:9', from: 'a@homeward.example' })
    expect(await lost.send(message)).toMatchObject({ code: 'mail-not-sent' })
    lost.close()
  })
})

test('without a server a mail is kept, and says so', async () => {
  expect(await keptMail().send(message)).toEqual({ refused: false, value: { state: 'kept' } })
})

function textOf(head: string, body: string): string {
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
