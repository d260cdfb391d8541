/** The kinds of stage; every case is in one of them, or closed. */
export const stageKinds = ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'] as const
export type StageKind = (typeof stageKinds)[number]

/** What fulfils a step. Each kind is fulfilled by the commands that name it in `fulfils`. */
export const stepKinds = [
  'registration',
  'interview',
  'form',
  'assessment',
  'verdict',
  'aid-choice',
  'travel',
  'departure',
  'custody',
  'first-contact',
  'designation',
  'idea',
  'feasibility',
  'plan',
  'decision',
  'committee',
  'agreement',
  'training',
  'purchase',
  'payment',
  'referral',
  'appointment',
  'placement',
  'document',
  'visit',
  'report',
  'enrolment',
  'session',
  'completion',
  'closure',
] as const
export type StepKind = (typeof stepKinds)[number]

/** Steps that somebody simply does and notes; only these may be done several times. */
export const plainKinds = [
  'interview',
  'form',
  'purchase',
  'referral',
  'appointment',
  'placement',
  'document',
  'decision',
] as const satisfies readonly StepKind[]

/** How whoever opens a link can say who they are: their year of birth, a code sent to their phone, their file's number. */
export const confirmations = ['birth-year', 'code', 'file-number'] as const
export type Confirmation = (typeof confirmations)[number]
