import type { AddressInfo, Socket } from 'node:net'
import { createServer } from 'node:net'

export type ReceivedMail = { from: string; to: string[]; data: string; login?: string }

/** What the peer answers instead of its usual line, by command. */
export type PeerAnswers = Partial<Record<'RCPT' | 'DATA' | 'AUTH' | 'greeting', string>>

export type SmtpPeer = {
  readonly url: string
  readonly port: number
  readonly received: ReceivedMail[]
  readonly answers: PeerAnswers
  /** Forgets what it received and answers as usual again. */
  reset(): void
  close(): void
}

/** A peer that speaks SMTP on a real socket of this machine, and remembers what it was sent. */
export async function openSmtpPeer(): Promise<SmtpPeer> {
  const received: ReceivedMail[] = []
  const answers: PeerAnswers = {}
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    talk(socket, received, answers)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    answers,
    reset() {
      hangUp()
      received.length = 0
      for (const command of Object.keys(answers)) delete answers[command as keyof PeerAnswers]
    },
    close() {
      hangUp()
      server.close()
    },
  }
}

function talk(socket: Socket, received: ReceivedMail[], answers: PeerAnswers): void {
  const letter: ReceivedMail = { from: '', to: [], data: '' }
  let inData = false
  let held = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say(answers.greeting ?? '220 peer ready')
  socket.on('error', () => socket.destroy())
  socket.on('data', (bytes) => {
    held += bytes.toString('utf8')
    for (;;) {
      const end = held.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const line = held.slice(0, end)
      held = held.slice(end + (inData ? 5 : 2))
      if (inData) {
        inData = false
        received.push({ ...letter, data: line })
        say(answers.DATA ?? '250 kept as 42')
      } else inData = obey(line, letter, answers, say)
    }
  })
}

function obey(line: string, letter: ReceivedMail, answers: PeerAnswers, say: (line: string) => void): boolean {
  const [command = '', rest = ''] = [line.slice(0, 4).toUpperCase(), line.slice(5)]
  if (command === 'EHLO') say('250-peer\r\n250-AUTH PLAIN\r\n250 SMTPUTF8')
  else if (command === 'AUTH') {
    letter.login = Buffer.from(rest.replace('PLAIN ', ''), 'base64').toString('utf8')
    say(answers.AUTH ?? '235 welcome')
  } else if (command === 'MAIL') {
    letter.from = rest
    letter.to = []
    say('250 ok')
  } else if (command === 'RCPT') {
    letter.to.push(rest)
    say(answers.RCPT ?? '250 ok')
  } else if (command === 'DATA') {
    say('354 go on')
    return true
  } else if (command === 'QUIT') say('221 bye')
  else say('502 not known')
  return false
}
