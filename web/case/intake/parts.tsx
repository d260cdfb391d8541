import { registerCase } from '#domain/case/commands/register-case.ts'
import { factsOf } from '#domain/case/facts-of-case.ts'
import type { FactAnswer, Fields } from '#domain/field.ts'
import { regionChoices } from '#domain/place.ts'
import type { BeneficiaryKind } from '#domain/scheme/beneficiary.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import type { Problem } from '../../api.ts'
import { AnswerInput } from '../../form/AnswerInput.tsx'
import { BeneficiaryInput } from '../../form/BeneficiaryInput.tsx'
import { OneOf } from '../../form/FieldInput.tsx'
import { PeopleInput } from '../../form/PeopleInput.tsx'
import { Review } from '../../form/Review.tsx'
import type { Text } from '../../i18n.ts'
import type { SchemeRow } from '../../local/case-file.ts'
import type { Ground } from '../../local/edition.ts'
import { refusalText } from '../../refusal.ts'
import { Check } from '../../ui/Choice.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { FieldError } from '../../ui/Question.tsx'
import { ComboBox } from '../../ui/Select.tsx'
import { useRegions } from '../case-words.ts'
import { inputOf, peopleIn, questionsFor, stateOf, type IntakeDraft } from './draft.ts'
import { DuplicateList } from './DuplicateList.tsx'
import type { Duplicates } from './duplicates.ts'

type PartProps = {
  readonly draft: IntakeDraft
  /** Whom the chosen scheme helps. */
  readonly kind: BeneficiaryKind
  readonly change: (change: Partial<IntakeDraft>) => void
  readonly errors: Readonly<Record<string, string>>
  readonly problem: Problem | undefined
  readonly text: Text
}

type PersonPartProps = PartProps & {
  readonly schemes: readonly SchemeRow[]
  readonly ground: Ground | undefined
  readonly duplicates: Duplicates
  readonly tried: boolean
}

/** The sentence under a field: what the schema says, or what the rules said when it was sent. */
function errorOf({ errors, problem, text }: PartProps, field: string): string | undefined {
  return errors[field] ?? (problem?.field === field ? refusalText(text, problem) : undefined)
}

/** Who the person is and who comes along, or which organisation or group, and whether one like them is known already. */
export function PersonPart(props: PersonPartProps) {
  const { draft, kind, change, schemes, ground, duplicates, tried, text } = props
  return (
    <div className="grid gap-8">
      {schemes.length > 1 && (
        <OneOf
          name="scheme"
          label={text('intake.scheme')}
          error={errorOf(props, 'scheme')}
          options={schemes.map(({ scheme, title }) => ({ id: scheme, title: title[text.language] }))}
          value={draft.scheme}
          onChange={(scheme) => change({ scheme, consents: [], facts: {}, asked: [] })}
        />
      )}
      {kind !== 'person' && (
        <BeneficiaryInput
          name="beneficiary"
          kind={kind}
          label={text(`intake.part-${kind}`)}
          error={errorOf(props, 'beneficiary')}
          value={draft.beneficiary}
          onChange={(beneficiary) => change({ beneficiary })}
        />
      )}
      {kind !== 'group' && (
        <PeopleInput
          name="people"
          label={text(kind === 'person' ? 'field.register-case.people' : 'intake.contact')}
          help={text(kind === 'person' ? 'intake.family-help' : 'intake.contact-help')}
          error={errorOf(props, 'people')}
          value={[...peopleIn(draft, kind)]}
          onChange={(people) => people && change({ people })}
          of={kind}
          country={kind === 'person' ? ground?.running.scheme.country : undefined}
        />
      )}
      <DuplicateList
        kind={kind}
        duplicates={duplicates}
        others={draft.others}
        onOther={(person) => change({ others: [...draft.others, person] })}
        pressing={tried}
      />
      <DateField
        name="on"
        label={text(kind === 'person' ? 'intake.on' : `intake.on-${kind}`)}
        error={errorOf(props, 'on')}
        value={draft.on}
        onChange={(on) => change({ on })}
      />
      {ground && <RegionField {...props} ground={ground} />}
    </div>
  )
}

function RegionField(props: PartProps & { readonly ground: Ground }) {
  const { draft, kind, change, ground, text } = props
  const regions = useRegions(ground.running.scheme.country)
  return (
    <ComboBox
      name="region"
      label={text(kind === 'person' ? 'intake.region' : `intake.region-${kind}`)}
      error={errorOf(props, 'region')}
      optional
      options={regionChoices(regions, text.language).map(({ code, name }) => ({ id: code, title: name }))}
      value={draft.region}
      onChange={(region) => change({ region })}
    />
  )
}

type GroundedProps = PartProps & { readonly ground: Ground }

/** Purpose by purpose; what is not ticked is a refusal, and that is said. */
export function ConsentsPart(props: GroundedProps) {
  const { draft, kind, change, ground, text } = props
  const error = errorOf(props, 'consents')
  if (kind === 'group') return <Notice>{text('intake.consents-group')}</Notice>
  return (
    <fieldset data-field="consents">
      <legend className="sr-only">{text('intake.part-consents')}</legend>
      <p className="mb-4 max-w-prose text-ink-soft">{text('intake.consents-help')}</p>
      <div className="grid gap-2">
        {ground.running.edition.consents.map(({ purpose, title, required }) => (
          <Check
            key={purpose}
            label={title[text.language]}
            {...(required ? { help: text('intake.required') } : {})}
            value={draft.consents.includes(purpose)}
            onChange={(given) =>
              change({
                consents: given ? [...draft.consents, purpose] : draft.consents.filter((each) => each !== purpose),
              })
            }
          />
        ))}
      </div>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}

/** One question after the other, as long as the rules need an answer; a gap is an answer too. */
export function FactsPart(props: GroundedProps) {
  const { draft, change, ground, text } = props
  const { running } = ground
  const questions = questionsFor(draft, running)
  const shown = new Set(questions.map(({ fact }) => fact))
  const isEnough = questions.every(({ fact }) => fact in draft.facts)
  const { missing } = running.rules.verdict(running.edition.eligibility, factsOf(stateOf(draft, running), running))
  const isKnown = missing.length === 0
  const others = running.edition.facts.filter(
    ({ fact, from, derived }) => from === 'intake' && derived === undefined && !shown.has(fact),
  )
  // A question outside the row stays where it is when it is answered: nothing moves under the hand.
  const answer = (fact: string, given: FactAnswer | undefined): void => {
    const { [fact]: _before, ...rest } = draft.facts
    const isNew = shown.has(fact) && !draft.asked.includes(fact)
    const asked = isNew ? [...draft.asked, fact] : draft.asked
    change({ asked, facts: given === undefined ? rest : { ...rest, [fact]: given } })
  }
  const question = (fact: Fact) => (
    <AnswerInput
      key={fact.fact}
      fact={fact}
      value={draft.facts[fact.fact]}
      onChange={(given) => answer(fact.fact, given)}
      currency={running.scheme.currency}
    />
  )
  const error = errorOf(props, 'facts')
  return (
    <div data-field="facts" className="grid gap-8">
      <p className="max-w-prose text-ink-soft">{text('intake.facts-help')}</p>
      {error !== undefined && <FieldError>{error}</FieldError>}
      {questions.map(question)}
      {isEnough && (
        <Notice kind={isKnown ? 'settled' : 'calm'} live>
          {text(isKnown ? 'intake.facts-enough' : 'intake.facts-open')}
        </Notice>
      )}
      {others.length > 0 && (
        <details>
          <summary className="touch cursor-pointer text-river underline underline-offset-4">
            {text('intake.facts-more')}
          </summary>
          <div className="mt-6 grid gap-8 border-s-2 border-line ps-5">{others.map(question)}</div>
        </details>
      )}
    </div>
  )
}

type ReviewPartProps = GroundedProps & { readonly onChange: (field: string) => void }

/** The whole intake as it will be recorded, each answer with the way back to it. */
export function ReviewPart({ draft, kind, ground, text, onChange }: ReviewPartProps) {
  const { scheme, edition } = ground.running
  const regions = useRegions(scheme.country)
  return (
    <Review
      command="register-case"
      fields={fieldsFor(kind)}
      values={inputOf(draft, kind)}
      labels={kind === 'person' ? {} : labelsFor(text, kind)}
      sources={{
        currency: scheme.currency,
        facts: edition.facts,
        choices: {
          schemes: [{ id: scheme.scheme, title: scheme.title[text.language] }],
          consents: edition.consents.map(({ purpose, title }) => ({ id: purpose, title: title[text.language] })),
          regions: regionChoices(regions, text.language).map(({ code, name }) => ({ id: code, title: name })),
        },
      }}
      onChange={onChange}
    />
  )
}

/** An organisation and a group are asked in words of their own. */
function labelsFor(text: Text, kind: 'organisation' | 'group'): Readonly<Record<string, string>> {
  return {
    people: text('intake.contact'),
    consents: text('intake.part-consents-organisation'),
    on: text(`intake.on-${kind}`),
    region: text(`intake.region-${kind}`),
  }
}

/** What is not asked of whom the scheme helps. */
const notAsked: Readonly<Record<BeneficiaryKind, readonly string[]>> = {
  person: ['beneficiary'],
  organisation: [],
  group: ['people', 'consents', 'facts'],
}

function fieldsFor(kind: BeneficiaryKind): Fields {
  return Object.fromEntries(Object.entries(registerCase.fields).filter(([field]) => !notAsked[kind].includes(field)))
}
