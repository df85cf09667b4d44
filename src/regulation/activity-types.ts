import type { ActivityType } from '../domain/records.ts';
import { ACTIVITY_TYPE_DATA } from './data/activity-types.ts';

/** One item of Art. 6 and the rows of the list it proposes. */
export interface ActivityTypeRule {
  readonly type: ActivityType;
  /** Item of Art. 6, 1 to 6: （一） to （六）. */
  readonly item: number;
  readonly wording: string;
  /** Rows of the list proposed at once; empty where the list has none. */
  readonly defaultRows: readonly number[];
  /** Rows to be added if the party refuses. */
  readonly rowsIfRefused: readonly number[];
  /** What of this item the bureau's list does not cover: 清单外. */
  readonly notCovered: string;
}

export const ACTIVITY_TYPES: Readonly<Record<ActivityType, ActivityTypeRule>> = ACTIVITY_TYPE_DATA;

/** 对责令改正情况的现场核查: belongs to no item of Art. 6, chosen by hand. */
export const RECTIFICATION_ROW = 7;
