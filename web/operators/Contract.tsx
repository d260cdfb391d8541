import type { OperatorContract } from '#domain/operator/sheet.ts'
import { specificationOf } from '#domain/operator/checks.ts'

import { Pairs } from '../case/Section.tsx'
import { formatDay } from '../locale.ts'
import { useSession } from '../session.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Part } from './Part.tsx'
import { ContractUse } from './signs.tsx'
import type { StandingView } from './view.ts'

/** The contract in force with what is left of it, one that waits for a second person, and those before. */
export function Contract({ view }: { view: StandingView }) {
  const { words, answer, ground } = view
  const { text } = words
  const { contract, proposed, formerContracts } = answer.standing
  return (
    <Part title={text('operators.contract')} acts={['sign-contract', 'amend-contract']} view={view}>
      {proposed && <Proposed view={view} />}
      {contract ? (
        <Terms contract={contract} view={view} inForce />
      ) : (
        <p className="max-w-prose text-ink-soft">
          {text('operators.contract-none')}. {text('operators.contract-none-help')}
        </p>
      )}
      {formerContracts.length > 0 && (
        <details className="mt-5">
          <summary className="touch cursor-pointer text-ink-soft">{text('operators.former')}</summary>
          <ul className="mt-2 grid gap-2">
            {formerContracts.map((former) => (
              <li key={`${former.from} ${former.until} ${former.ceiling}`} className="text-small">
                {period(former, view)}
                {former.ceiling !== null && (
                  <>
                    {' · '}
                    <Amount value={{ amount: former.ceiling, currency: ground.running.scheme.currency }} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Part>
  )
}

function period({ from, until }: OperatorContract, { words: { text } }: StandingView): string {
  return text('operators.from-until', { from: formatDay(from, text.locale), until: formatDay(until, text.locale) })
}

function Terms({
  contract,
  view,
  inForce = false,
}: {
  contract: OperatorContract
  view: StandingView
  inForce?: boolean
}) {
  const { text } = view.words
  const { running } = view.ground
  const { currency } = running.scheme
  const { use } = view.answer
  const titles = new Map(
    specificationOf(running)?.services.map(({ service, title }) => [service, title[text.language]]),
  )
  const { ceiling, cases, prices } = contract
  return (
    <div className="grid gap-4">
      <p>{period(contract, view)}</p>
      <Pairs
        pairs={[
          inForce && {
            name: text('operators.given-out'),
            value: <ContractUse contract={contract} used={use.committed} currency={currency} />,
          },
          !inForce && {
            name: text('operators.ceiling'),
            value: ceiling === null ? text('operators.none-agreed') : <Amount value={{ amount: ceiling, currency }} />,
          },
          {
            name: text('operators.cases-agreed'),
            value:
              cases === null
                ? text('operators.none-agreed')
                : inForce
                  ? text('operators.cases-used', { used: use.cases, cases })
                  : new Intl.NumberFormat(text.locale).format(cases),
          },
        ]}
      />
      {prices.length > 0 && (
        <div>
          <p className="text-small text-ink-soft">{text('operators.prices')}</p>
          <ul className="mt-1 grid max-w-prose">
            {prices.map(({ service, amount }) => (
              <li key={service} className="flex justify-between gap-4 border-b border-line py-1.5">
                <span>{titles.get(service) ?? service}</span>
                <Amount value={{ amount, currency }} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** A contract, or its change, before a second person has said yes. */
function Proposed({ view }: { view: StandingView }) {
  const { answer, words, may, begin, said } = view
  const { text } = words
  const session = useSession()
  const { proposed } = answer.standing
  if (!proposed) return null
  const reason = said(proposed.reason)
  return (
    <div className="mb-6">
      <Notice
        kind="late"
        title={text('operators.proposed')}
        action={
          <>
            {may('approve-contract') && (
              <Button kind="main" onPress={() => begin('approve-contract')}>
                {text('command.approve-contract.title')}
              </Button>
            )}
            {may('return-contract') && (
              <Button kind="plain" onPress={() => begin('return-contract')}>
                {text('command.return-contract.title')}
              </Button>
            )}
          </>
        }
      >
        {proposed.by === session?.user.id && <p className="mb-3">{text('operators.proposed-by-you')}</p>}
        {reason !== undefined && (
          <p dir="auto" className="mb-3 whitespace-pre-line">
            {reason}
          </p>
        )}
        <Terms contract={proposed} view={view} />
      </Notice>
    </div>
  )
}
