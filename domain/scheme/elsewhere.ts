import * as z from 'zod/mini'

const wordPattern = '[a-z0-9][a-z0-9-]*'
/** `scheme`, or `scheme/aid`. */
const aidElsewhere = z
  .string()
  .check(z.regex(new RegExp(`^${wordPattern}(/${wordPattern})?$`), { error: 'not-elsewhere' }))
/** `scheme/step`. */
const stepElsewhere = z
  .string()
  .check(z.regex(new RegExp(`^${wordPattern}/${wordPattern}$`), { error: 'not-elsewhere' }))

/**
 * What other cases of the same person can answer with yes: that an aid was given (`ofii-togo`, or one aid of it,
 * `ofii-togo/business`), that a step was done there (`pari-jedi/training`; of the scheme's own steps, here as well).
 */
export const elsewhereSchema = z.strictObject({
  aidedBy: z.optional(z.array(aidElsewhere).check(z.minLength(1))),
  completedStep: z.optional(z.array(stepElsewhere).check(z.minLength(1))),
})
export type Elsewhere = z.infer<typeof elsewhereSchema>

/** The parts of such a name: the scheme, and the aid or the step where one is named. */
export function partsOf(name: string): { readonly scheme: string; readonly part: string | undefined } {
  const [scheme = '', part] = name.split('/')
  return { scheme, part }
}

/** Whether an aid that was given, or a step that was done (`scheme/aid`, `scheme/step`), answers with yes. */
export function isAnsweredBy({ aidedBy = [], completedStep = [] }: Elsewhere, name: string): boolean {
  return aidedBy.includes(name) || aidedBy.includes(partsOf(name).scheme) || completedStep.includes(name)
}
