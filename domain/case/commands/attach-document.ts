import { file, optional, pick, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'

/** Puts an uploaded file on the case, as one of the edition's kinds of paper. Refusal: `already-attached`. */
export const attachDocument = caseCommand({
  name: 'attach-document',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser', 'committee-secretary', 'finance-officer'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator', 'scheme'],
  fields: { document: file(), paper: pick('papers'), title: optional(text()) },
  decide(state, { document, paper, title }) {
    if (state.documents.some((each) => each.document === document))
      return refuse('already-attached', { document }, 'document')
    return accept({ events: [{ type: 'document-attached', data: { document, paper, title: title ?? null } }] })
  },
})
