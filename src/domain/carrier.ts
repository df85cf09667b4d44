/** Art. 2 and the checklist's column 记录载体. The broad sense of 执法记录仪 is "recording device"; `bodyCamera` is the narrow one. */
export type Carrier =
  | 'stillCamera'
  | 'videoRecorder'
  | 'camcorder'
  | 'audioRecorder'
  | 'bodyCamera'
  | 'handheldTerminal'
  | 'fixedAvSurveillance';

export const CARRIERS: readonly Carrier[] = [
  'bodyCamera',
  'stillCamera',
  'camcorder',
  'videoRecorder',
  'audioRecorder',
  'handheldTerminal',
  'fixedAvSurveillance',
];

export type MediumKind = 'officePc' | 'portableDisk' | 'collector' | 'opticalDisc';
export const MEDIUM_KINDS: readonly MediumKind[] = ['officePc', 'portableDisk', 'collector', 'opticalDisc'];
