import type { JSX } from 'solid-js';
import styles from './Announcer.module.css';
import { announcement, type Urgency } from './announce.ts';

/** The live regions behind `announce`. Mount once per window; the shell and the frames do. */
export function Announcer(): JSX.Element {
  const words = (urgency: Urgency): string => {
    const said = announcement();
    if (said.urgency !== urgency || said.words === '') return '';
    // A changed text is what makes a screen reader speak; a trailing no-break space changes it unheard.
    return said.turn % 2 === 0 ? said.words : `${said.words}\u00a0`;
  };
  return (
    <>
      <div class={styles.region} role="status" aria-live="polite">
        {words('polite')}
      </div>
      <div class={styles.region} role="alert" aria-live="assertive">
        {words('assertive')}
      </div>
    </>
  );
}
