import type { Kind, SealedKind } from './kind.ts';
import { activitiesMerged } from './kinds/activities-merged.ts';
import { activityChanged, activityCreated } from './kinds/activity-created.ts';
import { activityLengthPlanned } from './kinds/activity-length-planned.ts';
import {
  activityFinished,
  arrivalMarked,
  awayDutyDeclared,
  markWithdrawn,
  noticeGiven,
  returnedToUnit,
} from './kinds/activity-marks.ts';
import { activityParticularsStated } from './kinds/activity-particulars-stated.ts';
import { administratorsReseated } from './kinds/administrators-reseated.ts';
import { bufferPurged } from './kinds/buffer-purged.ts';
import { bureauChanged } from './kinds/bureau-changed.ts';
import { bureauFounded } from './kinds/bureau-founded.ts';
import { contentAttested } from './kinds/content-attested.ts';
import { copiesStored } from './kinds/copies-stored.ts';
import {
  courseMarkWithdrawn,
  interruptionMarked,
  noticeExcepted,
  noticeLocated,
  recordingResumed,
  voiceExplanationLocated,
} from './kinds/course-marks.ts';
import { delegationEnded, delegationGranted } from './kinds/delegation.ts';
import { memberLeft, stationWithdrawn } from './kinds/departures.ts';
import { deviceChecked } from './kinds/device-checked.ts';
import { deviceDescribed } from './kinds/device-described.ts';
import { deviceIssued, deviceLost, deviceReturned, deviceTransferred } from './kinds/device-issue.ts';
import { deviceProfiled } from './kinds/device-profiled.ts';
import { deviceRegistered } from './kinds/device-registered.ts';
import { dutyPlanned } from './kinds/duty-planned.ts';
import { entriesAdopted } from './kinds/entries-adopted.ts';
import { equivocationFound } from './kinds/equivocation-found.ts';
import { findingAnswered, findingDecided } from './kinds/finding-answers.ts';
import { fixityChecked } from './kinds/fixity-checked.ts';
import { footageDeleted } from './kinds/footage-deleted.ts';
import { footageLinked } from './kinds/footage-linked.ts';
import { footageReviewed } from './kinds/footage-reviewed.ts';
import { footageTakenIn } from './kinds/footage-taken-in.ts';
import { gapAcknowledged, gapReported, gapStated } from './kinds/gap-stated.ts';
import { handoverAccepted, handoverGiven, handoverWithdrawn } from './kinds/handover.ts';
import { intakeCountersigned } from './kinds/intake-countersigned.ts';
import { foreignSourceAcknowledged, intakeExamined } from './kinds/intake-examined.ts';
import { keyAdmitted } from './kinds/key-admitted.ts';
import { keyRequested } from './kinds/key-requested.ts';
import { matterStated, type MatterStatement as Stated } from './kinds/matter-stated.ts';
import { mediumRegistered } from './kinds/medium-registered.ts';
import { nonRecordingAcknowledged, nonRecordingDeclared, nonRecordingReported } from './kinds/non-recording.ts';
import {
  bookExported,
  classifiedMediumSealed,
  formPrinted,
  incidentAcknowledged,
  incidentNoted,
} from './kinds/office-acts.ts';

export type { IncidentCode } from './kinds/office-acts.ts';
export type MatterStatement = Stated | SiteMatterStatement;

import { offListStepMarked } from './kinds/off-list-step-marked.ts';
import { officerSuspended, officerTrained } from './kinds/officer-standing.ts';
import { ownWritersStated } from './kinds/own-writers-stated.ts';
import { personAdmitted } from './kinds/person-admitted.ts';
import { personChanged } from './kinds/person-changed.ts';
import { registerActConfirmed, registerActDeclined } from './kinds/register-act-confirmed.ts';
import { sampleDrawn } from './kinds/review-sample.ts';
import { rulesCountersigned, rulesPublished } from './kinds/rules-published.ts';
import { type SiteMatterStatement, siteMatterStated } from './kinds/site-matter-stated.ts';
import { detailsDeleted, detailsDeletionOrdered } from './kinds/spill.ts';
import { stationAdmitted } from './kinds/station-admitted.ts';
import { stepMarked } from './kinds/step-marked.ts';
import { templateCountersigned, templatePublished } from './kinds/templates.ts';
import { unlinkedDecided, unlinkedExplained } from './kinds/unlinked-footage.ts';
import { checkpointSigned, monthCloseConfirmed, monthClosed } from './kinds/witness.ts';
import { sealKind } from './seal-kind.ts';

/** Every kind of entry this version understands. A kind from a newer version is kept, forwarded and shown as not understood. */
export const KINDS = {
  'bureau-founded': bureauFounded,
  'bureau-changed': bureauChanged,
  'person-admitted': personAdmitted,
  'person-changed': personChanged,
  'key-requested': keyRequested,
  'key-admitted': keyAdmitted,
  'station-admitted': stationAdmitted,
  'equivocation-found': equivocationFound,
  'officer-trained': officerTrained,
  'officer-suspended': officerSuspended,
  'duty-planned': dutyPlanned,
  'member-left': memberLeft,
  'station-withdrawn': stationWithdrawn,
  'register-act-confirmed': registerActConfirmed,
  'register-act-declined': registerActDeclined,
  'entries-adopted': entriesAdopted,
  'delegation-granted': delegationGranted,
  'delegation-ended': delegationEnded,
  'administrators-reseated': administratorsReseated,
  'details-deletion-ordered': detailsDeletionOrdered,
  'details-deleted': detailsDeleted,
  'footage-deleted': footageDeleted,
  'device-registered': deviceRegistered,
  'medium-registered': mediumRegistered,
  'activity-created': activityCreated,
  'activity-changed': activityChanged,
  'activity-length-planned': activityLengthPlanned,
  'activity-particulars-stated': activityParticularsStated,
  'arrival-marked': arrivalMarked,
  'notice-given': noticeGiven,
  'activity-finished': activityFinished,
  'away-duty-declared': awayDutyDeclared,
  'returned-to-unit': returnedToUnit,
  'mark-withdrawn': markWithdrawn,
  'device-checked': deviceChecked,
  'step-marked': stepMarked,
  'off-list-step-marked': offListStepMarked,
  'interruption-marked': interruptionMarked,
  'recording-resumed': recordingResumed,
  'voice-explanation-located': voiceExplanationLocated,
  'notice-located': noticeLocated,
  'notice-excepted': noticeExcepted,
  'course-mark-withdrawn': courseMarkWithdrawn,
  'content-attested': contentAttested,
  'matter-stated': matterStated,
  'site-matter-stated': siteMatterStated,
  'gap-reported': gapReported,
  'gap-stated': gapStated,
  'gap-acknowledged': gapAcknowledged,
  'non-recording-declared': nonRecordingDeclared,
  'non-recording-reported': nonRecordingReported,
  'non-recording-acknowledged': nonRecordingAcknowledged,
  'footage-taken-in': footageTakenIn,
  'intake-countersigned': intakeCountersigned,
  'intake-examined': intakeExamined,
  'foreign-source-acknowledged': foreignSourceAcknowledged,
  'footage-linked': footageLinked,
  'unlinked-explained': unlinkedExplained,
  'unlinked-decided': unlinkedDecided,
  'copies-stored': copiesStored,
  'buffer-purged': bufferPurged,
  'fixity-checked': fixityChecked,
  'handover-given': handoverGiven,
  'handover-accepted': handoverAccepted,
  'handover-withdrawn': handoverWithdrawn,
  'footage-reviewed': footageReviewed,
  'device-issued': deviceIssued,
  'device-returned': deviceReturned,
  'device-transferred': deviceTransferred,
  'device-lost': deviceLost,
  'finding-answered': findingAnswered,
  'finding-decided': findingDecided,
  'rules-published': rulesPublished,
  'rules-countersigned': rulesCountersigned,
  'template-published': templatePublished,
  'template-countersigned': templateCountersigned,
  'device-described': deviceDescribed,
  'device-profiled': deviceProfiled,
  'own-writers-stated': ownWritersStated,
  'activities-merged': activitiesMerged,
  'sample-drawn': sampleDrawn,
  'form-printed': formPrinted,
  'book-exported': bookExported,
  'classified-medium-sealed': classifiedMediumSealed,
  'incident-noted': incidentNoted,
  'incident-acknowledged': incidentAcknowledged,
  checkpoint: checkpointSigned,
  'month-closed': monthClosed,
  'month-close-confirmed': monthCloseConfirmed,
} as const;

export type KindName = keyof typeof KINDS;
type ParsedBy<K extends KindName> = (typeof KINDS)[K] extends Kind<infer B, infer D> ? { body: B; details: D } : never;
export type BodyOf<K extends KindName> = ParsedBy<K>['body'];
/** null for kinds without details. */
export type DetailsOf<K extends KindName> = [ParsedBy<K>['details']] extends [never] ? null : ParsedBy<K>['details'];

const sealEach = <B, D>(kind: Kind<B, D>): SealedKind => sealKind(kind);

const SEALED: ReadonlyMap<string, SealedKind> = new Map(
  Object.values(KINDS).map((kind) => [kind.kind, sealEach(kind as Kind<unknown, unknown>)]),
);

export const kindOf = (name: string): SealedKind | null => SEALED.get(name) ?? null;

/**
 * The register of members: bureau, persons, keys, stations, proofs of forks. Only these kinds fold records of those, and
 * they are judged by nothing else; so they are counted by themselves, first, and anew as a whole when one of them comes.
 */
export const REGISTER_KINDS: ReadonlySet<string> = new Set([
  'bureau-founded',
  'bureau-changed',
  'person-admitted',
  'person-changed',
  'key-requested',
  'key-admitted',
  'station-admitted',
  'equivocation-found',
  'member-left',
  'station-withdrawn',
  'register-act-confirmed',
  'register-act-declined',
  'entries-adopted',
  'delegation-granted',
  'delegation-ended',
  'administrators-reseated',
  'details-deletion-ordered',
]);

/** Kinds that go into the bureau carrier: the register of members, and the registers of devices, media and rules. */
export const BUREAU_KINDS: ReadonlySet<string> = new Set([
  ...REGISTER_KINDS,
  'device-registered',
  'medium-registered',
  'rules-published',
  'rules-countersigned',
  'template-published',
  'template-countersigned',
  'device-described',
  'device-profiled',
  'own-writers-stated',
  'officer-trained',
  'officer-suspended',
  'duty-planned',
  'details-deleted',
  'footage-deleted',
]);
