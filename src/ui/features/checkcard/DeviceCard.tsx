import { createSignal, type JSX, Show } from 'solid-js';
import type { CameraAtHand } from '../../../domain/camera.ts';
import { deviceOfCamera } from '../../../domain/device-of-camera.ts';
import type { DeviceId } from '../../../domain/ids.ts';
import type { ActivityRecord, DeviceRecord } from '../../../domain/records.ts';
import type { ParameterValues } from '../../../regulation/parameters.ts';
import { CHECKCARD } from '../../../text/checkcard.ts';
import { checkRefusal } from '../../../text/course.ts';
import { checkDevice } from '../../../usecases/check-device.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { Article } from '../../kit/Words.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { CheckForm } from './CheckForm.tsx';
import { type CheckFields, draftOf, EMPTY_CHECK, missingIn, withHealth } from './check-view.ts';

const T = CHECKCARD;

export interface DeviceCardProps {
  readonly id: DeviceId;
  readonly device: DeviceRecord | undefined;
  readonly activity: ActivityRecord;
  readonly parameters: ParameterValues;
  readonly onSigned: () => void;
}

/** The card of one device. What the connected device tells is put in; the rest is read off its screen. */
export function DeviceCard(props: DeviceCardProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const [fields, setFields] = createSignal<CheckFields>({
    ...EMPTY_CHECK,
    planned: String(props.activity.plannedLength?.minutes ?? ''),
  });
  const [fault, setFault] = createSignal<string>();
  const change = (part: Partial<CheckFields>): void => {
    setFields((before) => ({ ...before, ...part }));
  };
  const who = (): string => names.person(seat().person);
  const label = (): string => props.device?.label ?? '';
  const sign = async (): Promise<void> => {
    const draft = draftOf(fields(), props.activity.id, office.now());
    const { device } = props;
    if (draft === null || device === undefined) return;
    const words = await attempt(() => checkDevice(office.desk, seat(), device, draft, props.parameters), checkRefusal);
    setFault(words);
    announce(words ?? T.sign.done(label()), words === undefined ? 'polite' : 'assertive');
    if (words === undefined) props.onSigned();
  };
  return (
    <Sheet title={T.form.heading} aside={<Article article={5} />} bare>
      <SheetBody>
        <Stack>
          <FromDevice device={props.device} onTold={(told) => setFields((before) => told(before))} />
          <CheckForm
            id={props.id}
            fields={fields()}
            onChange={change}
            now={office.now()}
            who={who()}
            clockOffsetWarnSec={props.parameters.clockOffsetWarnSec}
          />
          <Show when={fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
        </Stack>
      </SheetBody>
      <SignBox
        sentence={T.sign.sentence(who(), label(), T.sign.results[fields().result])}
        correction={T.sign.correction}
        act={T.sign.act}
        signers={[]}
        cannot={missingIn(fields(), office.now())}
        onSign={sign}
        wayOut={<Button href={`/activities/${props.activity.id}`}>{T.sign.wayOut}</Button>}
      />
    </Sheet>
  );
}

/** Asks the connected device for battery, space and time; the one whose serial number the register has. */
function FromDevice(props: {
  readonly device: DeviceRecord | undefined;
  readonly onTold: (fill: (fields: CheckFields) => CheckFields) => void;
}): JSX.Element {
  const footage = useFootageDesk();
  const [asking, setAsking] = createSignal(false);
  const [nothing, setNothing] = createSignal(false);
  const camera = (): CameraAtHand | undefined => {
    const { device } = props;
    return device && footage.cameras().find((one) => deviceOfCamera([device], one) !== null);
  };
  const ask = async (known: CameraAtHand): Promise<void> => {
    setAsking(true);
    const stop = new AbortController();
    const health = await footage
      .openCamera(known)
      .source.health(stop.signal)
      .catch(() => null);
    setAsking(false);
    const told =
      health !== null && [health.battery, health.clock, health.space].some(({ origin }) => origin === 'device');
    setNothing(!told);
    if (health !== null && told) props.onTold((fields) => withHealth(fields, health));
  };
  return (
    <Show when={footage.camerasOffered}>
      <Show when={camera()} fallback={<Note>{T.form.noCamera}</Note>}>
        {(known) => (
          <Button onPress={() => ask(known())} cannot={asking() ? T.form.reading : undefined}>
            {T.form.read}
          </Button>
        )}
      </Show>
      <Show when={nothing()}>
        <Note tone="wait" title={T.form.nothingRead} />
      </Show>
    </Show>
  );
}
