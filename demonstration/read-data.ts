import { readdirSync, readFileSync } from 'node:fs'

import { parse } from 'yaml'
import * as z from 'zod/mini'

import names from '#catalogue/names/demonstration.json' with { type: 'json' }
import { roles } from '#domain/role.ts'

const word = z.string().check(z.minLength(1))
const sentences = z.array(word).check(z.minLength(1))
const language = z.enum(['fr', 'en'])
const trouble = z.strictObject({ about: word, text: word, end: word })
const line = z.tuple([word, z.int()])

const business = z.strictObject({
  activity: word,
  /** The file of catalogue/activities that a project of this trade begins with. */
  template: z.optional(word),
  sector: word,
  language,
  idea: word,
  study: word,
  plan: word,
  training: word,
  lines: z.array(line),
  visits: sentences,
  trouble,
})
export type Business = z.infer<typeof business>

const job = z.strictObject({
  job: word,
  sector: word,
  language,
  title: word,
  idea: word,
  salary: z.int(),
  months: z.int(),
  training: word,
  lines: z.array(line),
  visits: sentences,
})
export type Job = z.infer<typeof job>
export type Trouble = z.infer<typeof trouble>

const difficulties = 'settled-difficulties'
const wordsOf = z.intersection(
  z.record(z.string(), z.array(z.union([word, trouble]))),
  z.object({ [difficulties]: z.array(trouble) }),
)

const seat = z.tuple([z.enum(roles), word])
const accountSchema = z.strictObject({ name: word, email: word, language: word, seats: z.array(seat) })
const optionalWord = z.optional(word)
const parts = {
  offices: z.array(
    z.strictObject({
      office: word,
      name: word,
      kind: word,
      country: word,
      region: optionalWord,
      place: optionalWord,
      sector: optionalWord,
    }),
  ),
  schemeOffices: z.array(z.strictObject({ scheme: word, roles: z.record(z.string(), z.array(word)) })),
  accounts: z.array(accountSchema),
}
const officesSchema = z.strictObject({ ...parts, password: word })
export type DemonstrationOffices = z.infer<typeof officesSchema>

const both = <T extends z.ZodMiniType>(of: T) => z.strictObject({ fr: of, ar: of })
const operatorWords = z.strictObject({
  languages: z.record(z.string(), z.array(word)),
  openNow: z.array(word),
  writes: z.record(z.string(), z.enum(['fr', 'ar'])),
  prices: z.record(z.string(), z.tuple([z.int(), z.int()])),
  call: z.strictObject({ title: both(word), text: both(word) }),
  words: both(sentences),
  reasons: both(z.record(z.string(), sentences)),
  granted: both(sentences),
  amended: both(sentences),
  paper: z.strictObject({ title: word, lines: z.array(word) }),
})
export type OperatorWords = z.infer<typeof operatorWords>

const days = z.tuple([z.int(), z.int()])
const group = z.strictObject({
  count: z.int(),
  /** What they choose; left out = any aid that is open to them. */
  aid: optionalWord,
  /** Span of days before today in which their files are opened. */
  began: days,
  /** What is decided in the end; left out = as chance has it. */
  decided: z.optional(z.array(word)),
  /** Steps before which they stop; left out = they go on until today. */
  until: z.optional(z.array(word)),
  town: optionalWord,
  /** The office whose adviser works with them. */
  adviser: optionalWord,
  answers: z.optional(z.record(z.string(), z.union([word, z.boolean(), z.number()]))),
})
export type CastGroup = z.infer<typeof group>

const year = z.strictObject({
  scheme: word,
  /** Country whose names the people have; left out = the scheme's own. */
  people: optionalWord,
  /** How many sittings the committee held over how many days, and where. */
  sittings: z.optional(z.strictObject({ held: z.int(), over: z.int(), place: word })),
  groups: z.array(group),
})
export type CastYear = z.infer<typeof year>

const folder = new URL('../catalogue/demonstration/', import.meta.url)

function read<T>(name: string, schema: z.ZodMiniType<T>): T {
  return z.parse(schema, parse(readFileSync(new URL(name, folder), 'utf8'), { merge: true }))
}

/** What organisations say when they apply, and what is found of them. */
export function readOperatorWords(): OperatorWords {
  return read('operators.yaml', operatorWords)
}

const yearSchema = z.strictObject({ ...parts, years: z.array(year) })

function readYearFiles(): readonly z.infer<typeof yearSchema>[] {
  const files = readdirSync(new URL('year/', folder)).filter((name) => name.endsWith('.yaml'))
  return files.sort().map((name) => read(`year/${name}`, yearSchema))
}

/** Offices, the parts they play in schemes, and accounts with their one password; those of the story first. */
export function readOffices(): DemonstrationOffices {
  const story = read('offices.yaml', officesSchema)
  const all = [story, ...readYearFiles()]
  return {
    password: story.password,
    offices: all.flatMap(({ offices }) => offices),
    schemeOffices: all.flatMap(({ schemeOffices }) => schemeOffices),
    accounts: all.flatMap(({ accounts }) => accounts),
  }
}

/** How many invented people play each scheme beside the story, and how far. */
export function readYears(): readonly CastYear[] {
  return readYearFiles().flatMap(({ years }) => years)
}

export type Trades = { readonly businesses: readonly Business[]; readonly jobs: readonly Job[] }

/** The parts that offices play in schemes, one by one. */
export function schemeParts({
  schemeOffices,
}: DemonstrationOffices): { scheme: string; role: string; office: string }[] {
  return schemeOffices.flatMap(({ scheme, roles }) =>
    Object.entries(roles).flatMap(([role, offices]) => (offices ?? []).map((office) => ({ scheme, role, office }))),
  )
}

export function readTrades(): Trades {
  return read('activities.yaml', z.strictObject({ businesses: z.array(business), jobs: z.array(job) }))
}

/** What colleagues write, by language and occasion. */
export type Words = {
  sentences(language: string, occasion: string): readonly string[]
  troubles(language: string): readonly Trouble[]
}

export function readWords(): Words {
  const all = read('words.yaml', z.record(z.string(), wordsOf))
  const list = (language: string, occasion: string) => all[language]?.[occasion] ?? all['fr']?.[occasion]
  return {
    sentences(language, occasion) {
      const found = list(language, occasion)?.filter((each) => typeof each === 'string')
      if (!found?.length) throw new Error(`no words for ${occasion}`)
      return found
    },
    troubles: (language) => (list(language, difficulties) ?? []).filter((each) => typeof each !== 'string'),
  }
}

export type NameGroup = (typeof names.groups)[number]
export type Town = { readonly name: string; readonly region: string }

/** Names by group of regions, their Arabic spellings, the towns of a country and its numbers that nobody has. */
export function readNames(country: string): {
  readonly groups: readonly NameGroup[]
  readonly arabic: Readonly<Record<string, string>>
  readonly towns: readonly Town[]
  /** How a number begins that the country gives to nobody, where one is known. */
  readonly phone: string | undefined
} {
  return {
    groups: names.groups.filter((group) => group.country.startsWith(country)),
    arabic: names.arabicScript,
    towns: (names.towns as Readonly<Record<string, readonly Town[]>>)[country] ?? [],
    phone: (names.phones as Readonly<Record<string, string>>)[country],
  }
}
