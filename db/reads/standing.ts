import type { DocumentAnswer } from '#contract/answers.ts'
import type {
  CallAnswer,
  CallAnswers,
  CallApplication,
  OperatorRow,
  OwnStanding,
  PublicCall,
  StandingAnswer,
} from '#contract/operator-answers.ts'
import { noPerformance } from '#domain/operator/performance.ts'
import type { AccreditationState } from '#domain/operator/state.ts'
import type { CallState } from '#domain/operator-call/state.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'
import { readContractUse, readPerformance } from './operator.ts'

/** Whether an organisation has a standing in a scheme already, as far as the actor may see it. */
export async function isOperatorKnown(tx: Transaction, scheme: string, office: string): Promise<boolean> {
  const rows = await tx.rows(sql`select 1 from operator_sheet where scheme = ${scheme} and office = ${office}`)
  return rows.length > 0
}

export async function readCallState(tx: Transaction, call: string): Promise<CallState | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(call)) return undefined
  const [row] = await tx.rows<{ state: CallState }>(sql`select state from operator_call where "call" = ${call}::uuid`)
  return row?.state
}

/** The register: every organisation with a standing in the scheme, and those that work in it without one. */
export async function readRegister(
  tx: Transaction,
  scheme: string,
  atWork: readonly string[],
  today: string,
): Promise<readonly OperatorRow[]> {
  const [sheets, performances] = await Promise.all([
    tx.rows<Omit<OperatorRow, 'performance'>>(sql`
      select office, accreditation, sheet, insured_until as "insuredUntil", state -> 'proposed' <> 'null' as waits
      from operator_sheet where scheme = ${scheme} order by office`),
    readPerformance(tx, scheme, today),
  ])
  const figures = new Map(performances.map((each) => [each.office, each]))
  const known = new Set(sheets.map(({ office }) => office))
  const without = { accreditation: null, sheet: null, insuredUntil: null, waits: false }
  const others = [...new Set([...atWork, ...figures.keys()])].filter((office) => !known.has(office)).sort()
  return [...sheets, ...others.map((office) => ({ office, ...without }))].map((row) => ({
    ...row,
    performance: figures.get(row.office) ?? noPerformance(row.office, scheme),
  }))
}

/** One standing with everything that hangs on it; undefined when the actor may not see it. */
export async function readStanding(tx: Transaction, id: string, today: string): Promise<StandingAnswer | undefined> {
  const [[row], texts, documents, story] = await Promise.all([
    tx.rows<{ state: AccreditationState }>(sql`select state from operator_sheet where accreditation = ${id}::uuid`),
    tx.rows<{ reference: string; body: string }>(
      sql`select reference, body from erasable_text where stream = ${id}::uuid`,
    ),
    tx.rows<DocumentAnswer>(sql`
      select document, name, paper, media_type as "mediaType", size, fingerprint,
        to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"
      from document where "case" = ${id}::uuid and erased_at is null order by created_at`),
    tx.rows<StandingAnswer['story'][number]>(sql`
      select e.version, e.type, e.data, a.name as who, e.role,
        to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from event e left join account a on a.account = e.actor
      where e.stream = ${id}::uuid order by e.version desc limit 200`),
  ])
  if (!row) return undefined
  const { scheme, office } = row.state
  const [performances, use] = await Promise.all([
    readPerformance(tx, scheme, today, office),
    readContractUse(tx, scheme, office),
  ])
  return {
    standing: row.state,
    texts: Object.fromEntries(texts.map((text) => [text.reference, text.body])),
    documents,
    story,
    performance: performances[0] ?? noPerformance(office, scheme),
    use,
  }
}

/** The standings of the acting office. */
export function readOwnStandings(tx: Transaction, office: string): Promise<OwnStanding[]> {
  return tx.rows<OwnStanding>(sql`
    select accreditation, scheme, status, until_on as until, contract_until as "contractUntil",
      insured_until as "insuredUntil"
    from operator_sheet where office = ${office} order by scheme`)
}

const mostCalls = 100

/** The calls, the latest first; how many answered is for the office that called. */
export function readCalls(tx: Transaction, office: string): Promise<CallAnswer[]> {
  return tx.rows<CallAnswer>(sql`
    select c.state as call, t.body as title, b.body as text,
      case when c.office = ${office} then (
        select count(*) from call_application a where a."call" = c."call") + (
        select count(*) from operator_sheet s where s.state -> 'application' ->> 'call' = c."call"::text) end::int as answered
    from operator_call c
      left join erasable_text t on t.stream = c."call" and t.reference = c.state ->> 'title'
      left join erasable_text b on b.stream = c."call" and b.reference = c.state ->> 'text'
    order by c.until_on desc, c."call" limit ${mostCalls}`)
}

const applicationColumns = sql`
  application, organisation, contact, email, phone, place, type, lots, body as text, language,
  to_char(asked_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "askedAt", erase_on as "eraseOn", outcome`

/** Who answered a call; undefined when the actor's office did not open it. */
export async function readCallAnswers(tx: Transaction, call: string, office: string): Promise<CallAnswers | undefined> {
  const [[own], standings, applications] = await Promise.all([
    tx.rows(sql`select 1 from operator_call where "call" = ${call}::uuid and office = ${office}`),
    tx.rows<CallAnswers['standings'][number]>(sql`
      select accreditation, office, status from operator_sheet
      where state -> 'application' ->> 'call' = ${call} order by office`),
    tx.rows<CallApplication>(sql`
      select ${applicationColumns} from call_application where "call" = ${call}::uuid
      order by asked_at, application limit 500`),
  ])
  return own === undefined ? undefined : { standings, applications }
}

/** The calls that anybody can answer on this day. */
export function readOpenCalls(tx: Transaction, today: string): Promise<PublicCall[]> {
  return tx.rows<PublicCall>(sql`
    select c."call", c.scheme, t.body as title, b.body as text, c.from_on as from, c.until_on as until,
      c.state -> 'lots' as lots
    from operator_call c
      join erasable_text t on t.stream = c."call" and t.reference = c.state ->> 'title'
      join erasable_text b on b.stream = c."call" and b.reference = c.state ->> 'text'
    where c.closed_on is null and c.from_on <= ${today}::date and c.until_on >= ${today}::date
    order by c.until_on, c."call" limit ${mostCalls}`)
}
