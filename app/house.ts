import type { Database } from '#db/connect.ts'
import type { CountryCalendar } from '#domain/holidays.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { Clock, FileSniffer, FileStore, ImagePreparer, Mail, Printer, Spreadsheets, TextMessage } from './ports.ts'
import type { SchemeDesk } from './scheme-desk.ts'

/** What happened to a stream, told to whoever watches: never more than ids. */
export type Change = {
  readonly stream: string
  readonly kind: string
  readonly version: number
  readonly offices: readonly string[]
}

/** The editions that run, and the offices of each scheme: read at the start and when one is published. */
export type Editions = {
  /** The edition in force for new cases on a day, or undefined for a scheme that is not known. */
  current(scheme: string, today: string): RunningEdition | undefined
  find(scheme: string, edition: string): RunningEdition | undefined
  all(): readonly RunningEdition[]
  /** When people work in a country: its weekend, its public holidays, its shorter days. */
  calendar(country: string): CountryCalendar
  /** Offices by the role they play in the scheme. */
  offices(scheme: string): Readonly<Record<string, readonly string[]>>
  allOffices(): readonly string[]
  reload(): Promise<void>
  /** What `find` finds, if need be after reading again what was published elsewhere a moment ago. */
  sought(find: () => RunningEdition | undefined): Promise<RunningEdition | undefined>
}

/** Everything that a command, a job or a door needs; made once in main.ts and passed on. */
export type House = {
  readonly database: Database
  readonly editions: Editions
  readonly clock: Clock
  readonly mail: Mail
  readonly textMessage: TextMessage
  readonly files: FileStore
  readonly sniffer: FileSniffer
  readonly images: ImagePreparer
  readonly printer: Printer
  readonly spreadsheets: Spreadsheets
  readonly schemeDesk: SchemeDesk
  /** Tells both server processes (and the screens behind them) that a stream moved. */
  publish(change: Change): void
}
