import type * as z from 'zod/mini'

import type { Field } from '../field.ts'
import type { Project } from './project.ts'
import { projectSchema } from './project.ts'

/** A whole project, figures and words. Its words are kept outside the events, by the command that takes it. */
export function project(): Field<Project> {
  return {
    kind: 'project',
    schema: projectSchema as unknown as z.ZodMiniType<Project>,
    optional: false,
    erasable: true,
  }
}
