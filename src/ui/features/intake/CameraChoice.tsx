import { createSignal, type JSX, Show } from 'solid-js';
import { isFault } from '../../../base/fault.ts';
import { CAMERA } from '../../../text/camera.ts';
import { faultWords } from '../../../text/faults.ts';
import { Button } from '../../kit/Button.tsx';
import { Line } from '../../kit/Layout.tsx';
import { Trouble } from '../../kit/Trouble.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { ChosenSource } from '../../live/footage-desk.ts';

export interface CameraChoiceProps {
  readonly offered: boolean;
  /** Opens the browser's chooser. */
  readonly connect: () => Promise<ChosenSource | null>;
  readonly onChosen: (source: ChosenSource) => void;
}

/** Cameras on a cable that were never granted: by the browser's chooser. */
export function CameraChoice(props: CameraChoiceProps): JSX.Element {
  const [fault, setFault] = createSignal<string | null>(null);
  const connect = async () => {
    setFault(null);
    try {
      const source = await props.connect();
      if (source !== null) props.onChosen(source);
    } catch (error) {
      if (!isFault(error)) throw error;
      setFault(error.code);
    }
  };
  return (
    <Show when={props.offered} fallback={<p>{CAMERA.notOffered}</p>}>
      <Line>
        <Button onPress={connect}>{CAMERA.connect}</Button>
        <Sub>{CAMERA.connectHint}</Sub>
      </Line>
      <Show when={fault()}>{(code) => <Trouble {...faultWords(code())} code={code()} />}</Show>
    </Show>
  );
}
