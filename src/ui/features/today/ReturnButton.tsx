import { createSignal, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { markRefusal } from '../../../text/refusals.ts';
import { TODAY } from '../../../text/today.ts';
import { markReturned } from '../../../usecases/mark-activity.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { ReturnDialog } from '../../kit/ReturnDialog.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import type { Naming } from './due-words.ts';

export interface ReturnButtonProps {
  readonly activity: ActivityRecord;
  readonly naming: Naming;
  readonly about: string;
  readonly urgent?: boolean | undefined;
}

/** 已返回单位: asks for the moment, and signs it. */
export function ReturnButton(props: ReturnButtonProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [open, setOpen] = createSignal(false);
  const T = ACTIVITIES.returnDialog;
  return (
    <>
      <Button
        look={props.urgent ? 'primary' : 'plain'}
        size={props.urgent ? 'l' : 'm'}
        name={TODAY.acts.about(T.open, props.about)}
        opens="dialog"
        onPress={() => {
          setOpen(true);
        }}
      >
        {T.open}
      </Button>
      <Show when={props.activity.finished}>
        {(finished) => (
          <ReturnDialog
            open={open()}
            onClose={() => setOpen(false)}
            who={props.naming.person(seat().person)}
            no={formatNumber(props.activity.no, props.naming.numberStyle)}
            endedAt={finished().at}
            now={office.now}
            onReturn={async (at) => {
              const words = await attempt(() => markReturned(office.desk, seat(), props.activity, at), markRefusal);
              announce(words ?? T.done, words === undefined ? 'polite' : 'assertive');
              return words;
            }}
          />
        )}
      </Show>
    </>
  );
}
