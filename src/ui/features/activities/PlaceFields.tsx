import type { JSX } from 'solid-js';
import { DESK } from '../../../text/activity-desk.ts';
import { Select } from '../../kit/Select.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { PlaceChoice, TypedPlace } from './place-view.ts';

const T = DESK.place;

/** Which recording, and where in it. */
export function PlaceFields(props: {
  readonly id: string;
  readonly choices: readonly PlaceChoice[];
  readonly value: TypedPlace;
  readonly onChange: (value: TypedPlace) => void;
}): JSX.Element {
  return (
    <>
      <Select
        id={`${props.id}-recording`}
        label={T.recording}
        choices={props.choices}
        value={props.value.recording}
        onChange={(recording) => props.onChange({ ...props.value, recording })}
        hint={props.choices.length === 0 ? T.none : undefined}
      />
      <TextField
        id={`${props.id}-at`}
        label={T.at}
        hint={T.atHint}
        width="8rem"
        inputMode="numeric"
        value={props.value.at}
        onInput={(at) => props.onChange({ ...props.value, at })}
      />
    </>
  );
}
