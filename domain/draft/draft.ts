import type { DraftEventType, RecordedDraftEvent } from './events.ts'
import type { DraftState } from './state.ts'

type Event<T extends DraftEventType> = Extract<RecordedDraftEvent, { type: T }>

/** The draft before its first event. */
export function noDraft(id: string): DraftState {
  return {
    draft: id,
    version: 0,
    status: 'open',
    office: '',
    content: { text: '', name: '', scheme: null, title: null, editions: [], problems: 0 },
    writtenBy: '',
    submittedBy: null,
    returned: null,
    publishedBy: null,
    changedAt: '',
  }
}

/** Folds a draft's events, oldest first, into its state. */
export function foldDraft(id: string, events: readonly RecordedDraftEvent[]): DraftState {
  return events.reduce(evolveDraft, noDraft(id))
}

/** The state after one more event. Never throws; the compiler asks for an arm per event type. */
export function evolveDraft(state: DraftState, event: RecordedDraftEvent): DraftState {
  const arm = arms[event.type] as (state: DraftState, event: RecordedDraftEvent) => DraftState
  return { ...arm(state, event), version: event.version, changedAt: event.recordedAt }
}

const arms: { readonly [T in DraftEventType]: (state: DraftState, event: Event<T>) => DraftState } = {
  'draft-uploaded': (state, { data, actor, office }) => ({ ...state, content: data, writtenBy: actor, office }),
  'draft-replaced': (state, { data, actor }) => ({ ...state, content: data, writtenBy: actor }),
  'draft-submitted': (state, { actor }) => ({ ...state, status: 'submitted', submittedBy: actor, returned: null }),
  'draft-returned': (state, { data }) => ({ ...state, status: 'open', submittedBy: null, returned: data.reason }),
  'draft-published': (state, { actor }) => ({ ...state, status: 'published', publishedBy: actor }),
  'draft-discarded': (state) => ({ ...state, status: 'discarded' }),
}
