import { type JSX, Show } from 'solid-js';
import { STATION_CODE } from '../../../domain/numbering.ts';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { Button } from '../../kit/Button.tsx';
import { createChecks } from '../../kit/checks.ts';
import { FaultList } from '../../kit/FaultList.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { StepProps } from './BureauStep.tsx';
import styles from './first-run.module.css';

export interface StationStepProps extends Omit<StepProps, 'onNext'> {
  readonly onFound: () => Promise<void>;
  readonly refusal: string;
}

/** 这台电脑: its name and code; then the founding is signed. */
export function StationStep(props: StationStepProps): JSX.Element {
  const form = createChecks({
    name: {
      label: FIRST_RUN.stationName,
      check: () => (props.draft.stationName.trim() === '' ? FIRST_RUN.nameMissing : undefined),
    },
    code: {
      label: FIRST_RUN.code,
      check: () => (STATION_CODE.test(props.draft.code.trim()) ? undefined : FIRST_RUN.codeUnfit),
    },
  });
  const station = () => `${props.draft.code} ${props.draft.stationName}`;
  return (
    <Stack>
      <FaultList faults={form.faults()} />
      <Sheet>
        <div class={styles.pair}>
          <TextField
            {...form.field('name')}
            label={FIRST_RUN.stationName}
            hint={FIRST_RUN.stationNameHint}
            value={props.draft.stationName}
            onInput={(stationName) => props.change({ stationName })}
            maxLength={60}
          />
          <TextField
            {...form.field('code')}
            label={FIRST_RUN.code}
            hint={FIRST_RUN.codeHint}
            value={props.draft.code}
            onInput={(code) => props.change({ code: code.toUpperCase() })}
            width="6rem"
            maxLength={2}
          />
          <TextField
            id="place"
            label={FIRST_RUN.place}
            optional
            value={props.draft.place}
            onInput={(place) => props.change({ place })}
            maxLength={100}
          />
        </div>
        <Note title={FIRST_RUN.says(props.draft.name, props.draft.bureauName, station())}>{FIRST_RUN.saysAfter}</Note>
      </Sheet>
      <Show when={props.refusal}>
        <Note tone="wait" title={props.refusal} />
      </Show>
      <Line>
        <Button size="l" onPress={() => props.onBack()}>
          {FIRST_RUN.back}
        </Button>
        <Button look="primary" size="l" onPress={() => (form.submit() ? props.onFound() : undefined)}>
          {FIRST_RUN.finish}
        </Button>
      </Line>
    </Stack>
  );
}
