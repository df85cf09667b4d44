import { type JSX, Show } from 'solid-js';
import type { RecordingState } from '../../domain/records.ts';
import { RECORDING_STATE } from '../../text/nouns.ts';
import { Flag, StateWord, type StateWordProps } from './Words.tsx';

/** 在库 bears the seal: giver and custodian have both signed. 未入库 and 移交中 wait for somebody. */
const SHAPE: Record<Exclude<RecordingState, 'damaged'>, StateWordProps['state']> = {
  buffered: 'waiting',
  stored: 'recorded',
  'handing-over': 'waiting',
  'in-custody': 'signed',
  removed: 'recorded',
};

/** Where a recording stands, as a word with its shape. A difference of digests is doubtful until somebody has found why. */
export function RecordingStateWord(props: { readonly state: RecordingState; readonly large?: boolean }): JSX.Element {
  return (
    <Show
      when={props.state !== 'damaged' && props.state}
      fallback={<Flag grade="suspected">{RECORDING_STATE.damaged}</Flag>}
    >
      {(state) => (
        <StateWord state={SHAPE[state()]} large={props.large}>
          {RECORDING_STATE[state()]}
        </StateWord>
      )}
    </Show>
  );
}
