import { done, marked, undone } from './done.ts'
import type { CaseEventData, CaseEventType, RecordedCaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

type Data<T extends CaseEventType> = CaseEventData[T]
type DesignationEvent = 'operator-designated' | 'designation-accepted' | 'designation-refused'
type Arm<T extends CaseEventType> = (state: CaseState, data: CaseEventData[T], event: RecordedCaseEvent) => CaseState

/** How a case changes when an operator is designated, accepts or declines. */
export const designationArms: { readonly [T in DesignationEvent]: Arm<T> } = {
  'operator-designated': operatorDesignated,
  'designation-accepted': designationAccepted,
  'designation-refused': designationRefused,
}

/** Until the operator has accepted, the person has none: the step is open again when another one is named. */
function operatorDesignated(
  state: CaseState,
  { operator, on, reason, step, proposal }: Data<'operator-designated'>,
): CaseState {
  return {
    ...marked(undone(state, step), 'operator-named', on),
    operator: { office: operator, accepted: false, since: on, reason, ...(proposal ? { proposal } : {}) },
  }
}

function designationAccepted(state: CaseState, data: Data<'designation-accepted'>): CaseState {
  return done({ ...state, operator: state.operator && { ...state.operator, accepted: true } }, data)
}

function designationRefused(state: CaseState, { operator, reason, on }: Data<'designation-refused'>): CaseState {
  return { ...state, operator: null, operatorsRefused: [...state.operatorsRefused, { office: operator, reason, on }] }
}
