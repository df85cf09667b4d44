import type { F0Data } from './f0/f0-data.ts';
import type { F1Data } from './f1/f1-data.ts';
import type { F1CheckData } from './f1-check/f1-check-data.ts';
import type { F2Data } from './f2/f2-data.ts';
import type { F3Data } from './f3/f3-data.ts';
import type { F4Data } from './f4/f4-data.ts';
import type { F5Data } from './f5/f5-data.ts';
import type { F6Data } from './f6/f6-data.ts';
import type { F7Data } from './f7/f7-data.ts';
import type { F10Data } from './f10/f10-data.ts';
import type { F15Data } from './f15/f15-data.ts';
import type { F15ListData } from './f15-list/f15-list-data.ts';
import type { F16Data } from './f16/f16-data.ts';
import type { F17Data } from './f17/f17-data.ts';
import type { RecoverySheetData } from './recovery-sheet/recovery-sheet-data.ts';

export type { F0Data, F0Row, F0Version } from './f0/f0-data.ts';
export type { F1Data, F1Edition } from './f1/f1-data.ts';
export type { CheckedState, F1CheckData, F1CheckElement, F1CheckRow, F1CheckStated } from './f1-check/f1-check-data.ts';
export type { F2Data, F2Row } from './f2/f2-data.ts';
export type { F3Data, F3Row } from './f3/f3-data.ts';
export type { F4Data, F4Row } from './f4/f4-data.ts';
export type { F5Data } from './f5/f5-data.ts';
export type { F6Clock, F6Data, F6Gap } from './f6/f6-data.ts';
export type { F7Activity, F7Data, F7File, F7Inspection, F7Party, InspectionResult } from './f7/f7-data.ts';
export type { F10Capture, F10Data, F10Event, F10Recording } from './f10/f10-data.ts';
export type { F15Data } from './f15/f15-data.ts';
export type { F15ListData, F15ListRow } from './f15-list/f15-list-data.ts';
export type { F16Data, F16Medium, F16Party } from './f16/f16-data.ts';
export type { F17Class, F17Data, F17Finding } from './f17/f17-data.ts';
export type { RecoverySheetData } from './recovery-sheet/recovery-sheet-data.ts';

/** Every form that can be printed, with its data. `kind` is the form code of the forms list. */
export type FormRequest =
  | { readonly kind: 'F0-rules'; readonly data: F0Data }
  | { readonly kind: 'F1'; readonly data: F1Data }
  | { readonly kind: 'F1-check'; readonly data: F1CheckData }
  | { readonly kind: 'F2'; readonly data: F2Data }
  | { readonly kind: 'F3'; readonly data: F3Data }
  | { readonly kind: 'F4'; readonly data: F4Data }
  | { readonly kind: 'F5'; readonly data: F5Data }
  | { readonly kind: 'F6'; readonly data: F6Data }
  | { readonly kind: 'F7'; readonly data: F7Data }
  | { readonly kind: 'F10'; readonly data: F10Data }
  | { readonly kind: 'F15'; readonly data: F15Data }
  | { readonly kind: 'F15-list'; readonly data: F15ListData }
  | { readonly kind: 'F16'; readonly data: F16Data }
  | { readonly kind: 'F17'; readonly data: F17Data }
  | { readonly kind: 'recovery-sheet'; readonly data: RecoverySheetData };

export type FormKind = FormRequest['kind'];
