/** Art. 6, items (一) to (六). */
export type ActivityType =
  | 'dailyInspection'
  | 'complaintHandling'
  | 'investigationEvidence'
  | 'service'
  | 'compulsoryMeasure'
  | 'other';
