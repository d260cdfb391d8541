// The only reader of the environment. Everything is checked once, at the start, so that a mistake is one clear sentence
// then and not a strange failure later.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod/mini'

export type Config = {
  /** `dev` serves the screens from their sources. */
  readonly mode: 'start' | 'dev'
  readonly host: string
  /** 0 lets the system choose a free one. */
  readonly port: number
  /** Absolute. Holds the embedded database, the files and the keys that Homeward makes for itself. */
  readonly dataFolder: string
  /** Whether an empty system is filled with the fictive year. */
  readonly demo: boolean
  /** Null: Homeward starts its own PostgreSQL in the data folder. */
  readonly databaseUrl: string | null
  /** Without a slash at the end; what links in letters begin with. Null: the address the server listens on. */
  readonly publicUrl: string | null
  /** 32 bytes, encrypts the stored files. Null: one is made and kept in the data folder. */
  readonly filesKey: Uint8Array | null
  /** Null: mails are kept and shown, not sent. */
  readonly mail: MailConfig | null
  /** Null: text messages are kept and shown, not sent. */
  readonly textMessages: TextMessageConfig | null
  /** Null: files lie in the data folder. */
  readonly objectStore: ObjectStoreConfig | null
}

export type MailConfig = { readonly url: string; readonly from: string }
export type TextMessageConfig = { readonly url: string; readonly token: string }
export type ObjectStoreConfig = {
  readonly endpoint: string
  readonly bucket: string
  readonly key: string
  readonly secret: string
  readonly region: string
}

/** Why the settings cannot be used, in one sentence for the person who starts Homeward. */
export type ConfigProblem = { readonly problem: string }

export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_PORT = '4180'

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  data: { type: 'string' },
  'no-demo': { type: 'boolean' },
} as const

const secret = z.string().check(z.minLength(1))
const webAddress = z.url({ protocol: /^https?$/ })

/** The shape and the sentence of each setting. Empty counts as absent, as most tools that set an environment mean it. */
const SETTINGS = {
  DATABASE_URL: [
    z.url({ protocol: /^postgres(ql)?$/ }),
    'DATABASE_URL must be an address such as postgres://user:password@host:5432/homeward.',
  ],
  HOMEWARD_KEY: [
    z.string().check(z.refine((text) => keyBytes(text) !== null)),
    'HOMEWARD_KEY must be 32 bytes, as 64 hexadecimal digits or in base64; "openssl rand -hex 32" makes one.',
  ],
  PUBLIC_URL: [webAddress, 'PUBLIC_URL must be the web address of this system, such as https://homeward.example.org.'],
  SMTP_URL: [z.url({ protocol: /^smtps?$/ }), 'SMTP_URL must be an address such as smtps://user:password@host:465.'],
  HOMEWARD_MAIL_FROM: [
    z.string().check(z.regex(/^[^@<>]*<?[^@<>\s]+@[^@<>\s]+>?$/)),
    'HOMEWARD_MAIL_FROM must be an e-mail address, such as "Homeward <homeward@example.org>".',
  ],
  SMS_GATEWAY_URL: [
    webAddress,
    'SMS_GATEWAY_URL must be the web address of the gateway, such as https://sms.example.org/send.',
  ],
  SMS_GATEWAY_TOKEN: [secret, 'SMS_GATEWAY_TOKEN must not be empty.'],
  S3_ENDPOINT: [webAddress, 'S3_ENDPOINT must be a web address, such as https://s3.example.org.'],
  S3_BUCKET: [
    z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)),
    'S3_BUCKET must be the name of a bucket: 3 to 63 small letters, digits, dots or hyphens.',
  ],
  S3_KEY: [secret, 'S3_KEY must not be empty.'],
  S3_SECRET: [secret, 'S3_SECRET must not be empty.'],
  S3_REGION: [secret, 'S3_REGION must not be empty.'],
} as const satisfies Record<string, readonly [z.ZodMiniType<string>, string]>

type SettingName = keyof typeof SETTINGS
type Settings = Partial<Record<SettingName, string>>

/**
 * Reads flags and environment into one checked value.
 * Refuses with one sentence: an unknown flag, a setting of the wrong shape, or half of a group of settings.
 * @param argv words after the script, such as `['start', '--port', '5000']`
 */
export function readConfig(
  argv: readonly string[] = process.argv.slice(2),
  environment: Environment = process.env,
): Config | ConfigProblem {
  const words = readWords(argv)
  if ('problem' in words) return words
  const settings = readSettings(environment)
  if ('problem' in settings) return settings
  const { values } = settings
  const mail = readMail(values)
  const textMessages = readTextMessages(values)
  const objectStore = readObjectStore(values)
  if (mail !== null && 'problem' in mail) return mail
  if (textMessages !== null && 'problem' in textMessages) return textMessages
  if (objectStore !== null && 'problem' in objectStore) return objectStore
  return {
    ...words,
    databaseUrl: values.DATABASE_URL ?? null,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    filesKey: values.HOMEWARD_KEY === undefined ? null : keyBytes(values.HOMEWARD_KEY),
    mail,
    textMessages,
    objectStore,
  }
}

/** Tells a problem from settings that can be used. */
export function isConfigProblem(config: Config | ConfigProblem): config is ConfigProblem {
  return 'problem' in config
}

function readWords(
  argv: readonly string[],
): Pick<Config, 'mode' | 'host' | 'port' | 'dataFolder' | 'demo'> | ConfigProblem {
  let parsed
  try {
    parsed = parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true, strict: true })
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    return { problem: `${detail}; the options are --port, --host, --data and --no-demo.` }
  }
  const [mode = 'start', ...more] = parsed.positionals
  if ((mode !== 'start' && mode !== 'dev') || more.length > 0) {
    return { problem: `"${parsed.positionals.join(' ')}" is not known here; say start or dev.` }
  }
  const port = parsed.values.port ?? DEFAULT_PORT
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { problem: `--port must be a whole number from 0 to 65535, and it is "${port}".` }
  }
  return {
    mode,
    host: parsed.values.host ?? 'localhost',
    port: Number(port),
    dataFolder: path.resolve(parsed.values.data ?? 'data'),
    demo: parsed.values['no-demo'] !== true,
  }
}

function readSettings(environment: Environment): { values: Settings } | ConfigProblem {
  const values: Settings = {}
  for (const [name, [shape, sentence]] of Object.entries(SETTINGS)) {
    const text = environment[name]?.trim()
    if (text === undefined || text === '') continue
    if (!shape.safeParse(text).success) return { problem: sentence }
    values[name as SettingName] = text
  }
  return { values }
}

function readMail({ SMTP_URL: url, HOMEWARD_MAIL_FROM: from }: Settings): MailConfig | ConfigProblem | null {
  if (url === undefined) return null
  if (from === undefined)
    return { problem: 'SMTP_URL is set: set HOMEWARD_MAIL_FROM too, the address mails come from.' }
  return { url, from }
}

function readTextMessages(settings: Settings): TextMessageConfig | ConfigProblem | null {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: token } = settings
  if (url === undefined && token === undefined) return null
  if (url === undefined || token === undefined) {
    return { problem: 'SMS_GATEWAY_URL and SMS_GATEWAY_TOKEN belong together: set both or neither.' }
  }
  return { url, token }
}

function readObjectStore(settings: Settings): ObjectStoreConfig | ConfigProblem | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secretKey } = settings
  if ([endpoint, bucket, key, secretKey].every((setting) => setting === undefined)) return null
  if (endpoint === undefined || bucket === undefined || key === undefined || secretKey === undefined) {
    return { problem: 'S3_ENDPOINT, S3_BUCKET, S3_KEY and S3_SECRET belong together: set all four or none.' }
  }
  return { endpoint, bucket, key, secret: secretKey, region: settings.S3_REGION ?? 'us-east-1' }
}

function keyBytes(text: string): Uint8Array | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Uint8Array.from(Buffer.from(text, 'hex'))
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === 32 ? Uint8Array.from(bytes) : null
}
