import { createSignal } from 'solid-js';

export type Urgency = 'polite' | 'assertive';

export interface Announcement {
  readonly words: string;
  readonly urgency: Urgency;
  /** Counts up, so that the same words said twice are read twice. */
  readonly turn: number;
}

const [announcement, setAnnouncement] = createSignal<Announcement>({ words: '', urgency: 'polite', turn: 0 });

/**
 * Says `words` to people who use a screen reader, through the one `Announcer` of the window. Job ends and deadlines are
 * polite; assertive is for an act that did not happen.
 */
export function announce(words: string, urgency: Urgency = 'polite'): void {
  setAnnouncement((last) => ({ words, urgency, turn: last.turn + 1 }));
}

export { announcement };
