import type { Generated, JSONColumnType } from 'kysely'

import type { CaseState } from '#domain/case/state.ts'

type Json<T extends object> = JSONColumnType<T, string, string>

/** The tables as the queries see them; db/migrations is the truth. Dates are `YYYY-MM-DD`, instants are Date. */
export type Tables = {
  office: OfficeTable
  scheme_office: { scheme: string; role: string; office: string }
  account: {
    account: string
    email: string
    name: string
    language: string
    active: boolean
    created_at: Generated<Date>
  }
  credential: { account: string; password_hash: string; totp_secret: string | null; totp_last_step: number | null }
  seat: { account: string; role: string; office: string; until: Date | null }
  session: SessionTable
  sign_in_attempt: { email: string; address: string; at: Generated<Date>; succeeded: boolean }
  administration_log: {
    entry: Generated<number>
    at: Generated<Date>
    account: string
    act: string
    facts: Json<object>
  }
  scheme_file: {
    scheme: string
    edition: string
    body: Json<object>
    fingerprint: string
    published_at: Generated<Date>
  }
  event: EventTable
  command: CommandTable
  person: PersonTable
  erasable_text: { reference: string; stream: string; body: string }
  document: DocumentTable
  case_access: { case: string; office: string; reason: string; until: Date | null }
  case_file: { case: string; version: number; state: JSONColumnType<CaseState, string, string> }
  case_list: CaseListTable
  case_count: { office: string; scheme: string; region: string; stage: string; difference: number }
  obligation: ObligationTable
  name_key: { office: string; key: string; person: string; case: string }
  sitting_file: {
    sitting: string
    version: number
    scheme: string
    office: string
    on: string
    status: string
    state: Json<object>
  }
  sitting_agenda: { sitting: string; case: string; place: number; outcome: string | null }
  recusal: { sitting: string; case: string; account: string }
  reading: { case: string; account: string; role: string; office: string; what: string; at: Date }
  notice: NoticeTable
  saved_view: { account: string; name: string; filters: Json<object>; created_at: Generated<Date> }
  upload: UploadTable
}

type OfficeTable = {
  office: string
  name: string
  kind: 'agency' | 'representation' | 'operator' | 'committee' | 'finance' | 'programme' | 'administration'
  country: string
  region: string | null
  place: string | null
  sector: string | null
}

type SessionTable = {
  token_hash: Buffer
  account: string
  role: string
  office: string
  device: string
  created_at: Generated<Date>
  seen_at: Generated<Date>
  expires_at: Date
  revoked_at: Date | null
}

type EventTable = {
  stream: string
  version: number
  kind: string
  type: string
  data: Json<object>
  actor: string
  role: string
  office: string
  command: string
  happened_at: Date
  recorded_at: Date
  previous_hash: Buffer
  hash: Buffer
}

type CommandTable = {
  command: string
  name: string
  stream: string
  actor: string
  role: string
  office: string
  answer: Json<object>
  recorded_at: Generated<Date>
}

type PersonTable = {
  person: string
  case: string
  relation: string
  given_name: string
  family_name: string
  chosen_name: string | null
  birth: string | null
  birth_estimated: boolean
  sex: string | null
  nationality: string | null
  phone: string | null
  email: string | null
  language: string | null
  erased_at: Date | null
}

type DocumentTable = {
  document: string
  case: string
  name: string
  paper: string
  media_type: string
  size: number
  fingerprint: string
  storage_key: string
  exif: Json<object> | null
  uploaded_by: string
  office: string
  created_at: Generated<Date>
  erased_at: Date | null
}

type CaseListTable = {
  office: string
  case: string
  scheme: string
  stage: string
  region: string | null
  aid: string | null
  status: string
  custody: string
  operator: string | null
  road: string
  name: string
  household: number
  opened_on: string
  changed_at: Date
  due_on: string | null
  until: Date | null
}

type ObligationTable = {
  case: string
  key: string
  kind: string
  step: string | null
  role: string
  office: string
  opens_on: string | null
  due_on: string | null
  detail: Json<object>
}

type NoticeTable = {
  notice: string
  case: string | null
  name: string
  means: 'e-mail' | 'sms'
  recipient: string
  subject: string
  body: string
  state: 'waiting' | 'sent' | 'kept' | 'failed'
  problem: string | null
  command: string | null
  created_at: Generated<Date>
  sent_at: Date | null
}

type UploadTable = {
  upload: string
  account: string
  office: string
  case: string
  name: string
  size: number
  received: Generated<number>
  created_at: Generated<Date>
}
