import type { JSX } from 'solid-js';
import { isFault } from '../base/fault.ts';
import { faultWords } from '../text/faults.ts';
import { APP } from '../text/pages.ts';
import { Button } from '../ui/kit/Button.tsx';
import { Trouble } from '../ui/kit/Trouble.tsx';
import { FirstFrame } from '../ui/shell/FirstFrame.tsx';

/** The app cannot open: what happened, and the one thing to try. */
export function Failed(props: { readonly error: unknown }): JSX.Element {
  const code = () => (isFault(props.error) ? props.error.code : String(props.error));
  return (
    <FirstFrame title={APP.faultTitle} narrow>
      <Trouble
        {...faultWords(code())}
        code={code()}
        act={<Button onPress={() => location.reload()}>{APP.reload}</Button>}
      />
    </FirstFrame>
  );
}
