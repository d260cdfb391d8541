import type { CaseCommand } from '../decide.ts'
import { acceptCustody } from './accept-custody.ts'
import { acceptDesignation } from './accept-designation.ts'
import { addMember } from './add-member.ts'
import { addNote } from './add-note.ts'
import { approveIdea } from './approve-idea.ts'
import { askSignatures } from './ask-signatures.ts'
import { attachDocument } from './attach-document.ts'
import { cancelSignatures } from './cancel-signatures.ts'
import { carryOutDeadline } from './carry-out-deadline.ts'
import { chooseAid } from './choose-aid.ts'
import { closeCase } from './close-case.ts'
import { completeStep } from './complete-step.ts'
import { confirmDeparture } from './confirm-departure.ts'
import { correctEvent } from './correct-event.ts'
import { declineByLink, declineSignature } from './decline-signature.ts'
import { designateOperator } from './designate-operator.ts'
import { enrolParticipants } from './enrol-participants.ts'
import { giveVerdict } from './give-verdict.ts'
import { grantAward } from './grant-award.ts'
import { handOverCustody } from './hand-over-custody.ts'
import { linkPerson } from './link-person.ts'
import { lodgeAppeal } from './lodge-appeal.ts'
import { moveEdition } from './move-edition.ts'
import { pauseDeadline } from './pause-deadline.ts'
import { planAppointment } from './plan-appointment.ts'
import { planTravel } from './plan-travel.ts'
import { raiseDifficulty } from './raise-difficulty.ts'
import { recallFile } from './recall-file.ts'
import { recordAssessment } from './record-assessment.ts'
import { recordCompletion } from './record-completion.ts'
import { recordConsent } from './record-consent.ts'
import { recordDecision } from './record-decision.ts'
import { recordFacts } from './record-facts.ts'
import { recordFeasibility } from './record-feasibility.ts'
import { recordFirstContact } from './record-first-contact.ts'
import { recordPayment } from './record-payment.ts'
import { recordPrice } from './record-price.ts'
import { recordRemigration } from './record-remigration.ts'
import { recordSession } from './record-session.ts'
import { recordTraining } from './record-training.ts'
import { recordVisit } from './record-visit.ts'
import { refuseDesignation } from './refuse-designation.ts'
import { registerCase } from './register-case.ts'
import { releaseTranche } from './release-tranche.ts'
import { renewMonitoring } from './renew-monitoring.ts'
import { reopenCase } from './reopen-case.ts'
import { requestTranche } from './request-tranche.ts'
import { resolveDifficulty } from './resolve-difficulty.ts'
import { resumeDeadline } from './resume-deadline.ts'
import { returnCustody } from './return-custody.ts'
import { returnIdea } from './return-idea.ts'
import { returnTranche } from './return-tranche.ts'
import { sendSigningLink } from './send-signing-link.ts'
import { signByLink } from './sign-by-link.ts'
import { saveProject } from './save-project.ts'
import { signCommitment } from './sign-commitment.ts'
import { signDocument } from './sign-document.ts'
import { submitIdea } from './submit-idea.ts'
import { submitPlan } from './submit-plan.ts'
import { submitReport } from './submit-report.ts'
import { submitToCommittee } from './submit-to-committee.ts'
import { undoDeadline } from './undo-deadline.ts'
import { unlinkPerson } from './unlink-person.ts'
import { withdraw } from './withdraw.ts'

/** Every command of a case, in the order of the journey. Doors, forms, rights and texts are derived from this list. */
const list: readonly CaseCommand[] = [
  registerCase,
  addMember,
  enrolParticipants,
  linkPerson,
  unlinkPerson,
  recordConsent,
  recordFacts,
  attachDocument,
  addNote,
  planAppointment,
  completeStep,
  recordAssessment,
  giveVerdict,
  chooseAid,
  planTravel,
  confirmDeparture,
  handOverCustody,
  acceptCustody,
  returnCustody,
  recordFirstContact,
  designateOperator,
  acceptDesignation,
  refuseDesignation,
  submitIdea,
  approveIdea,
  returnIdea,
  saveProject,
  recordPrice,
  recordFeasibility,
  submitPlan,
  submitToCommittee,
  recallFile,
  recordDecision,
  lodgeAppeal,
  grantAward,
  signCommitment,
  askSignatures,
  sendSigningLink,
  signDocument,
  signByLink,
  declineSignature,
  declineByLink,
  cancelSignatures,
  recordTraining,
  recordSession,
  recordCompletion,
  requestTranche,
  releaseTranche,
  returnTranche,
  recordPayment,
  recordVisit,
  raiseDifficulty,
  resolveDifficulty,
  submitReport,
  renewMonitoring,
  pauseDeadline,
  resumeDeadline,
  carryOutDeadline,
  undoDeadline,
  withdraw,
  recordRemigration,
  closeCase,
  reopenCase,
  moveEdition,
  correctEvent,
]

export const caseCommandNames: readonly string[] = list.map(({ name }) => name)

/** The table: a command by its name. */
export const caseCommands: Readonly<Record<string, CaseCommand>> = Object.fromEntries(
  list.map((command) => [command.name, command]),
)
