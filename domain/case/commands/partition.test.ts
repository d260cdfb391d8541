import { describe, expect, test } from 'vitest'

import { mayAttempt, stageOf } from '../decide.ts'
import type { Role } from '../../role.ts'
import { roles } from '../../role.ts'
import type { StageKind } from '../../scheme/scheme.ts'
import { stageKinds } from '../../scheme/scheme.ts'
import { circumstancesOf, commandOf, noDeeds } from '#tests/kit/case.ts'
import type { Played } from '#tests/kit/case.ts'
import { business } from '#tests/kit/roads.ts'

import { caseCommandNames } from './index.ts'

/**
 * Who may do what, and when: every role and every stage is allowed (x) or forbidden (.) for every command. A new role,
 * stage or command makes this fail until somebody has thought about each pair.
 *
 * Roles: counsellor, coordinator, adviser, committee member, secretary, chair, finance officer, payment approver,
 * employment adviser, provider, programme manager, evaluator, funder, administrator, data protection officer, system.
 * Stages: preparation, arrival, project, launch, monitoring, closed.
 */
const classified = `
register-case          xx.............. ......
add-member             xx.............. xxxxx.
enrol-participants     xxx.....x....... xxxxx.
link-person            xx......x....... xxxxx.
unlink-person          xx......x....... xxxxxx
record-consent         xxx.....x....... xxxxxx
record-facts           xxx.....x....... xxxxx.
attach-document        xxx.x.x.x....... xxxxx.
add-note               xxx.x.x.x....... xxxxxx
plan-appointment       xxx.....x....... xxxxx.
complete-step          xxx.....x....... xxxxx.
record-assessment      xxx.....x....... xxxxx.
give-verdict           xx.............. xxx...
choose-aid             xx.............. xxx...
plan-travel            xx.............. xx....
confirm-departure      xx.............. xx....
hand-over-custody      xx.............. xxxxx.
accept-custody         xx.............. xxxxx.
return-custody         xx.............. xxxxx.
record-first-contact   .x.............. xx....
designate-operator     .x.............. .xxxx.
accept-designation     ..x............. .xxxx.
refuse-designation     ..x............. .xxxx.
submit-idea            .xx.....x....... .xx...
approve-idea           .xx.....x....... .xx...
return-idea            .xx.....x....... .xx...
save-project           ..x.....x....... ..x...
record-price           ..x...x.x....... ..xxx.
record-feasibility     ..x.....x....... ..x...
submit-plan            ..x.....x....... ..x...
submit-to-committee    .x.............. ..xx..
recall-file            .x..x........... ..xx..
record-decision        ....xx.......... ..xx..
lodge-appeal           xxx............. ..xx..
grant-award            .x.............. .xxx..
sign-commitment        xxx.....x....... xxxxx.
ask-signatures         xxx.....x....... xxxxx.
send-signing-link      xxx.....x....... xxxxx.
sign-document          xxx.....x....... xxxxx.
sign-by-link           ...............x xxxxx.
decline-signature      xxx.....x....... xxxxx.
decline-by-link        ...............x xxxxx.
cancel-signatures      xxx.....x....... xxxxx.
record-training        .xx.....x....... ..xxx.
record-session         xxx.....x....... ..xxx.
record-completion      xxx.....x....... ..xxx.
request-tranche        ......x......... ...xx.
release-tranche        .......x........ xxxxx.
return-tranche         ......xx........ xxxxx.
record-payment         ......x......... xxxxx.
record-visit           .xx.....x....... ...xx.
raise-difficulty       xxx.....x....... xxxxx.
resolve-difficulty     xxx.....x....... xxxxx.
submit-report          .xx.....x....... ...xx.
renew-monitoring       .x........x..... ...xx.
pause-deadline         xx........x..... xxxxx.
resume-deadline        xx........x..... xxxxx.
carry-out-deadline     ...............x xxxxx.
undo-deadline          xx........x..... xxxxxx
withdraw               xxx.....x....... xxxxx.
record-remigration     .xx.....x....... .xxxx.
close-case             xx.............. xxxxx.
reopen-case            xx........x..... .....x
move-edition           .x........x..... xxxxx.
correct-event          xxx.....x....... xxxxxx
`

type Line = { readonly command: string; readonly roles: string; readonly stages: string }

const lines: readonly Line[] = classified
  .trim()
  .split('\n')
  .map((line) => {
    const [command = '', roles = '', stages = ''] = line.split(/ +/)
    return { command, roles, stages }
  })

const inStage: Readonly<Record<StageKind, Played>> = {
  preparation: business('judged'),
  arrival: business('received'),
  project: business('thought'),
  launch: business('decided'),
  monitoring: business('secondPaid'),
  closed: business('closed'),
}

function codeFor(command: string, by: Role, played: Played): string | undefined {
  return mayAttempt(commandOf(command), played.state, circumstancesOf(played, { command, by, day: '2027-07-01' }))?.code
}

test('every command is classified, in the order of the table', () => {
  expect(lines.map(({ command }) => command)).toEqual(caseCommandNames)
  for (const line of lines) {
    expect(line.roles, line.command).toMatch(new RegExp(`^[x.]{${roles.length}}$`))
    expect(line.stages, line.command).toMatch(new RegExp(`^[x.]{${stageKinds.length}}$`))
  }
})

test('the cases that stand for the stages are in them', () => {
  for (const stage of stageKinds) expect(stageOf(inStage[stage].state, inStage[stage].running)).toBe(stage)
})

describe.each(lines)('$command', ({ command, roles: allowedRoles, stages: allowedStages }) => {
  test('is refused to a forbidden role, whatever the stage, and to no other by role alone', () => {
    for (const [index, role] of roles.entries()) {
      const codes = [noDeeds(), ...Object.values(inStage)].map((played) => codeFor(command, role, played))
      if (allowedRoles[index] === '.') expect(new Set(codes), role).toEqual(new Set(['role-may-not']))
      else expect(commandOf(command).roles, role).toContain(role)
    }
  })

  test('is refused in a forbidden stage', () => {
    const { kind, roles: able } = commandOf(command)
    for (const [index, stage] of stageKinds.entries()) {
      const code = codeFor(command, able[0]!, inStage[stage])
      if (allowedStages[index] === 'x') expect(code, stage).not.toBe('not-at-this-stage')
      else expect(code, stage).toBe(kind === 'opens' ? 'already-exists' : 'not-at-this-stage')
    }
  })
})
