import type { PersonId } from '../../../domain/ids.ts';
import type { ActivityFields } from './activity-form-view.ts';

/**
 * What was typed when the desk was locked over an open form, kept in this window's memory until the same person comes back to it.
 * Leaving a form on purpose asks first and keeps nothing.
 */
const kept = new Map<string, ActivityFields>();

const keyOf = (person: PersonId, form: string): string => `${person} ${form}`;

export const keepForm = (person: PersonId, form: string, fields: ActivityFields): void => {
  kept.set(keyOf(person, form), fields);
};

/** Once: it is forgotten here when it is taken up again. */
export function takeForm(person: PersonId, form: string): ActivityFields | undefined {
  const key = keyOf(person, form);
  const fields = kept.get(key);
  kept.delete(key);
  return fields;
}
