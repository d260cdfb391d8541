import path from 'node:path'
import { expect, test } from 'vitest'
import { isConfigProblem, readConfig, type Config, type Environment } from './config.ts'

function good(argv: string[], environment: Environment = {}): Config {
  const config = readConfig(argv, environment)
  if (isConfigProblem(config)) throw new Error(config.problem)
  return config
}

function problem(argv: string[], environment: Environment = {}): string {
  const config = readConfig(argv, environment)
  return isConfigProblem(config) ? config.problem : `accepted: ${JSON.stringify(config)}`
}

test('with nothing set, Homeward starts by itself on this machine, with its demonstration', () => {
  expect(good(['start'])).toEqual({
    mode: 'start',
    host: 'localhost',
    port: 4180,
    dataFolder: path.resolve('data'),
    demo: true,
    databaseUrl: null,
    publicUrl: null,
    filesKey: null,
    mail: null,
    textMessages: null,
    objectStore: null,
  })
})

test('flags and settings arrive checked and in their final form', () => {
  const config = good(['dev', '--port', '5000', '--data', '/srv/homeward', '--no-demo', '--host=0.0.0.0'], {
    DATABASE_URL: 'postgres://homeward:secret@db.example.org/homeward',
    HOMEWARD_KEY: 'ab'.repeat(32),
    PUBLIC_URL: 'https://homeward.example.org/',
    SMTP_URL: 'smtps://user:word@mail.example.org:465',
    HOMEWARD_MAIL_FROM: 'Homeward <homeward@example.org>',
    SMS_GATEWAY_URL: 'https://sms.example.org/send',
    SMS_GATEWAY_TOKEN: 'token',
    S3_ENDPOINT: 'https://s3.example.org',
    S3_BUCKET: 'homeward-files',
    S3_KEY: 'key',
    S3_SECRET: 'secret',
  })
  expect(config).toMatchObject({ mode: 'dev', port: 5000, host: '0.0.0.0', dataFolder: '/srv/homeward', demo: false })
  expect(config.databaseUrl).toBe('postgres://homeward:secret@db.example.org/homeward')
  expect(config.publicUrl).toBe('https://homeward.example.org')
  expect(config.filesKey).toEqual(new Uint8Array(32).fill(0xab))
  expect(config.mail).toEqual({
    url: 'smtps://user:word@mail.example.org:465',
    from: 'Homeward <homeward@example.org>',
  })
  expect(config.textMessages).toEqual({ url: 'https://sms.example.org/send', token: 'token' })
  expect(config.objectStore).toEqual({
    endpoint: 'https://s3.example.org',
    bucket: 'homeward-files',
    key: 'key',
    secret: 'secret',
    region: 'us-east-1',
  })
})

test('a key is taken in hexadecimal or base64, and both mean the same bytes', () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, index) => index * 7)
  const hex = good([], { HOMEWARD_KEY: Buffer.from(bytes).toString('hex') })
  const base64 = good([], { HOMEWARD_KEY: Buffer.from(bytes).toString('base64') })
  expect(hex.filesKey).toEqual(bytes)
  expect(base64.filesKey).toEqual(bytes)
})

test('a setting left empty counts as absent', () => {
  expect(good([], { DATABASE_URL: '', SMTP_URL: '  ' })).toMatchObject({ databaseUrl: null, mail: null })
})

test.each<[string, string[], Environment, RegExp]>([
  ['a port that is a word', ['start', '--port', 'many'], {}, /^--port must be .* "many"\.$/],
  ['a port too large', ['start', '--port', '70000'], {}, /--port/],
  ['a flag with a typing error', ['start', '--prot', '1'], {}, /--prot.*the options are --port/],
  ['an unknown word', ['begin'], {}, /"begin" is not known/],
  ['a database of another kind', [], { DATABASE_URL: 'mysql://host/base' }, /^DATABASE_URL must be/],
  ['a key that is too short', [], { HOMEWARD_KEY: 'abcd' }, /^HOMEWARD_KEY must be 32 bytes/],
  ['a public address without a protocol', [], { PUBLIC_URL: 'homeward.example.org' }, /^PUBLIC_URL/],
  ['mail without a sender', [], { SMTP_URL: 'smtp://host' }, /HOMEWARD_MAIL_FROM/],
  ['a sender that is no address', [], { HOMEWARD_MAIL_FROM: 'Homeward' }, /^HOMEWARD_MAIL_FROM/],
  ['half of the text message settings', [], { SMS_GATEWAY_TOKEN: 'x' }, /set both or neither/],
  ['half of the object store settings', [], { S3_BUCKET: 'files' }, /set all four or none/],
  ['a bucket name with capitals', [], { S3_BUCKET: 'Files' }, /^S3_BUCKET/],
])('%s is refused in one sentence', (_, argv, environment, sentence) => {
  const text = problem(argv, environment)
  expect(text).toMatch(sentence)
  expect(text).not.toContain('\n')
  expect(text).toMatch(/\.$/)
})

test('a refused setting never repeats a secret', () => {
  expect(problem([], { DATABASE_URL: 'mysql://user:hunter2@host/base' })).not.toContain('hunter2')
  expect(problem([], { HOMEWARD_KEY: 'hunter2' })).not.toContain('hunter2')
})
