/** Closed sets of what officers state about an activity; entries, facts and texts share them. */

/** Art. 11: the objective causes for which a recording may stop. */
export const GAP_CAUSES = [
  'equipmentFault',
  'equipmentDamage',
  'severeWeather',
  'lowBattery',
  'storageFull',
  'siteChange',
  'otherObjective',
] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

/** Art. 7, item (一) split into its three. */
export const NON_RECORDING_GROUNDS = [
  'stateSecret',
  'tradeSecret',
  'personalPrivacy',
  'emergency',
  'objectiveImpossibility',
] as const;
export type NonRecordingGround = (typeof NON_RECORDING_GROUNDS)[number];

/** Art. 10: six elements always, four more where a violation is found. */
export const CONTENT_ELEMENTS = [
  'place',
  'time',
  'scene',
  'participants',
  'violations',
  'traces',
  'conduct',
  'inquiry',
  'physicalEvidence',
  'originalTraces',
] as const;
export type ContentElement = (typeof CONTENT_ELEMENTS)[number];

/** Row 9 of the list: what is served at the office. */
export const SERVED_DOCUMENTS = ['penaltyDecision', 'notification', 'receipt', 'other'] as const;
export type ServedDocument = (typeof SERVED_DOCUMENTS)[number];

/** Art. 5: what was done about a fault: 校时、充电、清卡、换机、换卡. */
export const CHECK_ACTIONS = ['clockSync', 'charge', 'clearCard', 'changeDevice', 'changeCard'] as const;
export type CheckAction = (typeof CHECK_ACTIONS)[number];

/** What in a file makes one ask whether it was edited (Art. 11). */
export const FILE_TRACES = ['editorTag', 'durationDiffers', 'createdAfterModified', 'sameContentOtherDigest'] as const;
export type FileTrace = (typeof FILE_TRACES)[number];

export const STEP_STATES = ['done', 'notHappened', 'deferred'] as const;
export type StepState = (typeof STEP_STATES)[number];

export const REPORT_METHODS = ['phone', 'message', 'inPerson', 'radio'] as const;
export type ReportMethod = (typeof REPORT_METHODS)[number];

/** Art. 8: why no notice was given. */
export const NOTICE_EXCEPTIONS = ['photoOnly', 'noParty', 'other'] as const;
export type NoticeException = (typeof NOTICE_EXCEPTIONS)[number];

/** The legal affairs office on a finding: 成立、不成立、免责. */
export const FINDING_DECISIONS = ['upheld', 'notUpheld', 'excused'] as const;
export type FindingDecision = (typeof FINDING_DECISIONS)[number];

export const UNLINKED_DECISIONS = ['irrelevant', 'workRelated'] as const;
export type UnlinkedDecision = (typeof UNLINKED_DECISIONS)[number];
