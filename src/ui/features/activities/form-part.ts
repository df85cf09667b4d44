import type { Checks } from '../../kit/checks.ts';
import type { CheckedField } from './activity-checks.ts';
import type { ActivityFields } from './activity-form-view.ts';

/** What each sheet of the form gets. */
export interface FormPart {
  readonly fields: ActivityFields;
  readonly change: (part: Partial<ActivityFields>) => void;
  readonly checks: Checks<CheckedField>;
}
