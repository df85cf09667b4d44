import { createSignal, type JSX } from 'solid-js';
import type { Settings } from '../../../domain/ports/local-state.ts';
import { PEOPLE } from '../../../text/people.ts';
import { readNumber } from '../../../text/typed.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { NumberField } from '../../kit/NumberField.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useOffice } from '../../live/office.ts';

/** Ten hours: beyond a working day nobody means to come back. */
const MOST_IDLE_MINUTES = 600;

const keys = <K extends string>(
  words: Readonly<Record<K, string>>,
): readonly { readonly value: K; readonly label: string }[] =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));

/** How this PC shows things; takes effect at once and is kept on this PC only. */
export function DisplaySheet(): JSX.Element {
  const office = useOffice();
  const settings = office.settings;
  const put = (part: Partial<Settings>) => void office.changeSettings({ ...settings(), ...part });
  const [idle, setIdle] = createSignal(String(settings().idleLockMinutes));
  const [idleFault, setIdleFault] = createSignal<string | undefined>();
  // On leaving, not while typing: "15" begins with a "1" that nobody wants to be locked after.
  const leaveIdle = () => {
    const minutes = readNumber(idle());
    const fits = Number.isSafeInteger(minutes) && minutes !== undefined && minutes >= 0 && minutes <= MOST_IDLE_MINUTES;
    setIdleFault(fits ? undefined : PEOPLE.idleUnfit);
    if (fits) put({ idleLockMinutes: minutes });
  };
  return (
    <Sheet title={PEOPLE.display}>
      <Stack>
        <RadioChoices
          id="theme"
          label={PEOPLE.theme}
          value={settings().theme}
          choices={keys(PEOPLE.themes)}
          onChange={(theme) => put({ theme })}
        />
        <RadioChoices
          id="fontSize"
          label={PEOPLE.fontSize}
          value={settings().fontSize}
          choices={keys(PEOPLE.fontSizes)}
          onChange={(fontSize) => put({ fontSize })}
        />
        <NumberField
          id="idle"
          label={PEOPLE.idle}
          unit={PEOPLE.idleUnit}
          hint={PEOPLE.idleHint}
          width="8rem"
          whole
          value={idle()}
          onInput={setIdle}
          fault={idleFault()}
          onLeave={leaveIdle}
        />
        <RadioChoices
          id="numberStyle"
          label={PEOPLE.numberStyle}
          stacked
          value={settings().numberStyle}
          choices={keys(PEOPLE.numberStyles)}
          onChange={(numberStyle) => put({ numberStyle })}
        />
      </Stack>
    </Sheet>
  );
}
