import type { FoundPerson } from '#contract/answers.ts'
import type { Reading } from '#db/connect.ts'
import { asNamed, keysOf } from '#db/people.ts'
import type { NamedPerson } from '#db/people.ts'
import { readCandidates } from '#db/reads/search.ts'
import type { Candidate } from '#db/reads/search.ts'
import { duplicateScore } from '#domain/identity/duplicate.ts'
import { nameScore } from '#domain/identity/likeness.ts'
import { queryKeys } from '#domain/identity/keys.ts'
import type { BeneficiaryInput, PersonInput } from '#domain/field.ts'

const most = 20
/** Those who share most keys are looked at closely. */
const candidates = 24

/**
 * People of the office's cases by name, in any spelling or script, best first. Two words are looked for together
 * first; when nobody has both, or for a single word, by each word alone.
 */
export async function findPeople(tx: Reading, office: string, text: string): Promise<FoundPerson[]> {
  const { combined, single } = queryKeys(text)
  const all = await readCandidates(tx, office, { first: combined, otherwise: single }, candidates)
  return all
    .map((each) => found(each, nameScore(text, fullName(each))))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

/** Who is already known to the office and may be this person or organisation, with the reasons; never blocks anything by itself. */
export async function possibleDuplicates(
  tx: Reading,
  office: string,
  subject: PersonInput | BeneficiaryInput,
): Promise<FoundPerson[]> {
  const person = 'name' in subject ? asNamed('', subject) : subject
  const all = await readCandidates(tx, office, { first: keysOf(person), otherwise: [] }, 60)
  return all
    .map((each) => found(each, duplicateScore(known(person), known(each))))
    .filter((each) => each.score >= 0.5)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
}

function fullName({ givenName, familyName }: Candidate): string {
  return `${givenName} ${familyName}`.trim()
}

function known(person: Candidate | NamedPerson | PersonInput) {
  const { givenName, familyName, phone } = person
  const { birth, sex, nationality } = { birth: null, sex: null, nationality: null, ...person }
  return {
    givenName,
    familyName,
    birth: birth ?? undefined,
    sex: sex ?? undefined,
    phone: phone ?? undefined,
    country: nationality ?? undefined,
  }
}

function found(each: Candidate, score: { readonly score: number; readonly reasons: readonly string[] }): FoundPerson {
  return {
    case: each.case,
    person: each.person,
    name: fullName(each),
    relation: each.relation,
    birth: each.birth,
    stage: each.stage,
    scheme: each.scheme,
    score: score.score,
    reasons: score.reasons,
  }
}
