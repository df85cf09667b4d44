import { createSignal, type JSX, Show } from 'solid-js';
import { FIRST_RUN } from '../../../text/first-run.ts';
import { Button } from '../../kit/Button.tsx';
import { type Checks, createChecks } from '../../kit/checks.ts';
import { FaultList } from '../../kit/FaultList.tsx';
import { Fields, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { StepProps } from './BureauStep.tsx';
import { isCode, MOST, tidyCode } from './founding-draft.ts';

export interface StationStepProps extends Omit<StepProps, 'onNext'> {
  /** Undefined when the bureau is founded, else why it is not. */
  readonly onFound: () => Promise<string | undefined>;
}

/** 这台电脑: its name and code; then the founding is signed. */
export function StationStep(props: StationStepProps): JSX.Element {
  const [refusal, setRefusal] = createSignal<string>();
  const form = createChecks({
    name: {
      label: FIRST_RUN.stationName,
      check: () => (props.draft.stationName.trim() === '' ? FIRST_RUN.stationNameMissing : undefined),
    },
    code: {
      label: FIRST_RUN.code,
      check: () => (isCode(tidyCode(props.draft.code)) ? undefined : FIRST_RUN.codeUnfit),
    },
  });
  const sign = async (): Promise<void> => {
    if (form.submit()) setRefusal(await props.onFound());
  };
  const station = (): string => `${props.draft.code.trim()} ${props.draft.stationName.trim()}`.trim();
  return (
    <Stack>
      <FaultList faults={form.faults()} />
      <Show when={refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <Sheet bare>
        <SheetBody>
          <StationFields draft={props.draft} change={props.change} form={form} />
        </SheetBody>
        <SignBox
          sentence={FIRST_RUN.says(props.draft.person.name.trim(), props.draft.bureauName.trim(), station())}
          correction={FIRST_RUN.saysAfter}
          act={FIRST_RUN.found}
          signers={[]}
          onSign={sign}
          wayOut={
            <Button size="l" onPress={() => props.onBack()}>
              {FIRST_RUN.back}
            </Button>
          }
        />
      </Sheet>
    </Stack>
  );
}

function StationFields(props: {
  readonly draft: StepProps['draft'];
  readonly change: StepProps['change'];
  readonly form: Checks<'name' | 'code'>;
}): JSX.Element {
  return (
    <Fields beside>
      <TextField
        {...props.form.field('name')}
        label={FIRST_RUN.stationName}
        hint={FIRST_RUN.stationNameHint}
        maxLength={MOST.stationName}
        value={props.draft.stationName}
        onInput={(stationName) => props.change({ stationName })}
      />
      <TextField
        {...props.form.field('code')}
        label={FIRST_RUN.code}
        hint={FIRST_RUN.codeHint}
        width="6rem"
        tidy={tidyCode}
        maxLength={2}
        value={props.draft.code}
        onInput={(code) => props.change({ code })}
      />
      <TextField
        id="place"
        label={FIRST_RUN.place}
        hint={FIRST_RUN.placeHint}
        optional
        maxLength={MOST.place}
        value={props.draft.place}
        onInput={(place) => props.change({ place })}
      />
    </Fields>
  );
}
