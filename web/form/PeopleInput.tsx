import { Plus } from 'lucide-react'
import { uuidv7 } from 'uuidv7'

import { personSchema, type PersonInput as Person, type Relation } from '#domain/field.ts'
import { relationsOf, type BeneficiaryKind } from '#domain/scheme/beneficiary.ts'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Choice.tsx'
import { PartialDateField } from '../ui/PartialDateField.tsx'
import { FieldError } from '../ui/Question.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { errorsInParts } from './check.ts'
import { ContactFields } from './ContactFields.tsx'
import { countryOptions, languageOptions } from './countries.ts'
import type { InputProps } from './sources.ts'

type More = {
  /** Whom the case is about, which says as what people can be on it; left out = a person. */
  readonly of?: BeneficiaryKind | undefined
  readonly country: string | undefined
}

/** As what the first one is on a case, and what can be chosen for the others. */
function relationsFor(of: BeneficiaryKind = 'person'): {
  readonly first: Relation
  readonly others: readonly Relation[]
} {
  const [first = 'principal', ...others] = relationsOf[of]
  return { first, others }
}

/** The people of a case: the principal first, then whoever comes along; or contacts, or participants. */
export function PeopleInput({ label, help, error, value, onChange, of, country, name }: InputProps<Person[]> & More) {
  const text = useText()
  const { first, others } = relationsFor(of)
  const people = value ?? [newPerson(first, country)]
  const wrong = people.map((person) => (error === undefined ? {} : errorsInParts(text, personSchema, person)))
  const change = (at: number, person: Person): void =>
    onChange(people.map((each, index) => (index === at ? person : each)))
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="text-lead font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <ol className="mt-5 grid gap-10">
        {people.map((person, index) => (
          <li key={person.person} className="border-s-2 border-line ps-5">
            <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
              <h3>
                {index === 0 && of !== 'group'
                  ? text(`form.relation-${first}`)
                  : text('form.person-number', { number: index + 1 })}
              </h3>
              {index > 0 && (
                <Button kind="plain" onPress={() => onChange(people.filter((_, other) => other !== index))}>
                  {text('form.person-remove')}
                </Button>
              )}
            </div>
            <PersonParts
              person={person}
              onChange={(next) => change(index, next)}
              relations={index === 0 ? [] : others}
              errors={wrong[index] ?? {}}
            />
          </li>
        ))}
      </ol>
      <div className="mt-5">
        <Button
          icon={<Plus aria-hidden="true" />}
          onPress={() => onChange([...people, newPerson(newcomer(of), country)])}
        >
          {text('form.person-add')}
        </Button>
      </div>
      {error !== undefined && wrong.every(isWhole) && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}

/** One person who joins a case. */
export function PersonInput({ label, help, error, value, onChange, of, country, name }: InputProps<Person> & More) {
  const text = useText()
  const person = value ?? newPerson(newcomer(of), country)
  const wrong = error === undefined ? {} : errorsInParts(text, personSchema, person)
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="text-lead font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <div className="mt-5">
        <PersonParts person={person} onChange={onChange} relations={relationsFor(of).others} errors={wrong} />
      </div>
      {error !== undefined && isWhole(wrong) && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}

type PersonPartsProps = {
  readonly person: Person
  readonly onChange: (person: Person) => void
  /** What can be chosen as the tie to the principal; none where it is settled. */
  readonly relations: readonly Relation[]
  /** What is wrong with a part, by its name. */
  readonly errors: Readonly<Record<string, string>>
}

function isWhole(errors: Readonly<Record<string, string>>): boolean {
  return Object.keys(errors).length === 0
}

const sexes = ['female', 'male', 'other', 'unknown', 'refused'] as const

function PersonParts({ person, onChange, relations, errors }: PersonPartsProps) {
  const text = useText()
  const put = (part: { readonly [K in keyof Person]?: Person[K] | undefined }): void =>
    onChange(whole({ ...person, ...part }))
  // Of whoever speaks for an organisation, only what it takes to reach them.
  const isContact = person.relation === 'contact'
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-[repeat(2,minmax(0,1fr))]">
      <TextField
        label={text('form.given-name')}
        error={errors['givenName']}
        value={person.givenName}
        onChange={(givenName) => put({ givenName })}
      />
      <TextField
        label={text('form.family-name')}
        error={errors['familyName']}
        value={person.familyName}
        onChange={(familyName) => put({ familyName })}
      />
      <TextField
        label={text('form.chosen-name')}
        help={text('form.chosen-name-help')}
        error={errors['chosenName']}
        value={person.chosenName ?? ''}
        onChange={(chosenName) => put({ chosenName })}
        optional
      />
      {relations.length > 0 && (
        <Select
          label={text('form.relation')}
          options={relations.map((id) => ({ id, title: text(`form.relation-${id}`) }))}
          value={person.relation}
          onChange={(relation) => relation && put({ relation })}
        />
      )}
      {!isContact && (
        <>
          <div className="sm:col-span-2">
            <PartialDateField
              label={text('form.birth')}
              error={errors['birth']}
              value={person.birth}
              onChange={(birth) => put({ birth })}
              optional
            />
            <Check
              label={text('form.birth-estimated')}
              value={person.birthEstimated ?? false}
              onChange={(estimated) => put({ birthEstimated: estimated || undefined })}
            />
          </div>
          <Select
            label={text('form.sex')}
            options={sexes.map((id) => ({ id, title: text(`form.sex-${id}`) }))}
            value={person.sex}
            onChange={(sex) => put({ sex })}
            optional
          />
          <ComboBox
            label={text('form.nationality')}
            options={countryOptions(text.locale)}
            value={person.nationality}
            onChange={(nationality) => put({ nationality })}
            optional
          />
        </>
      )}
      <ContactFields contact={person} onChange={put} errors={errors} phoneHelp={text('form.phone-help')} />
      <Select
        label={text('form.language')}
        options={languageOptions(text.locale)}
        value={person.language}
        onChange={(language) => put({ language })}
        optional
      />
    </div>
  )
}

/** Empty words are no answer: they are left out, as the schema wants it. */
function whole(person: { readonly [K in keyof Person]?: Person[K] | undefined }): Person {
  const needed = ['person', 'givenName', 'familyName', 'relation']
  return Object.fromEntries(
    Object.entries(person).filter(([name, value]) => needed.includes(name) || (value !== undefined && value !== '')),
  ) as unknown as Person
}

/** Whoever is added: most often a child; a contact or a participant where there is no family. */
function newcomer(of: BeneficiaryKind = 'person'): Relation {
  return of === 'person' ? 'child' : relationsFor(of).first
}

function newPerson(relation: Person['relation'], country: string | undefined): Person {
  const person = { person: uuidv7(), givenName: '', familyName: '', relation }
  return country === undefined ? person : { ...person, nationality: country }
}
