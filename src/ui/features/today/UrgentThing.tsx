import { createSignal, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { PARAMETERS } from '../../../regulation/parameters.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { markRefusal } from '../../../text/refusals.ts';
import { articleName } from '../../../text/times.ts';
import { TODAY } from '../../../text/today.ts';
import { declareAway } from '../../../usecases/mark-activity.ts';
import { AwayDialog } from '../../kit/AwayDialog.tsx';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Urgent } from '../../kit/Board.tsx';
import { Button } from '../../kit/Button.tsx';
import { Countdown } from '../../kit/Countdown.tsx';
import { Flag, Tag } from '../../kit/Words.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import { type Naming, urgentWords } from './due-words.ts';
import { ReturnButton } from './ReturnButton.tsx';
import styles from './Today.module.css';
import type { UrgentDue } from './today-view.ts';

export interface UrgentThingProps {
  readonly item: UrgentDue;
  readonly naming: Naming;
}

/** The one most urgent thing of Art. 13 with its countdown and its act. */
export function UrgentThing(props: UrgentThingProps): JSX.Element {
  const office = useOffice();
  const words = () => urgentWords(props.item, office.now(), props.naming);
  return (
    <Urgent
      name={TODAY.urgent}
      clock={<Clock item={props.item} title={words().title} />}
      title={words().title}
      sub={words().sub}
      acts={
        <Show keyed when={props.item.activity.id}>
          <Acts item={props.item} naming={props.naming} title={words().title} />
        </Show>
      }
    >
      {words().devices} <Tag tone="wait">{words().lacking}</Tag>{' '}
      <Show when={props.item.due.kind === 'late'}>
        <Flag grade="unexplained" article={13} />
      </Show>
    </Urgent>
  );
}

function Clock(props: { readonly item: UrgentDue; readonly title: string }): JSX.Element {
  const office = useOffice();
  const deadline = () => (props.item.due.kind === 'away' ? null : props.item.due.deadline);
  return (
    <Show when={deadline()} fallback={<NoDeadlineYet />}>
      {(at) => (
        <Countdown
          size="l"
          deadline={at()}
          now={office.now}
          lead={TODAY.clock.lead}
          says={TODAY.clock.says(props.title)}
          note={articleName(13)}
        />
      )}
    </Show>
  );
}

/** Away, and the return not entered: how long it will be, and what is missing. */
function NoDeadlineYet(): JSX.Element {
  const span = TODAY.clock.away(PARAMETERS.exportAfterReturnHours.value);
  return (
    <div class={styles.away}>
      <span>{TODAY.clock.awayLead}</span>
      <b class={styles.figures}>
        {span.figure}
        <small>{span.unit}</small>
      </b>
      <span>{`${TODAY.clock.awayEnd}${TODAY.clock.comma}${articleName(13)}`}</span>
    </div>
  );
}

function Acts(props: UrgentThingProps & { readonly title: string }): JSX.Element {
  const activity = (): ActivityRecord => props.item.activity;
  const intake = (): string => `/intake?activity=${activity().id}`;
  return (
    <Show
      when={props.item.due.kind === 'away'}
      fallback={
        <>
          <Button look="primary" size="l" href={intake()}>
            {TODAY.acts.intake}
          </Button>
          <Show when={activity().away === null}>
            <AwayButton {...props} />
          </Show>
        </>
      }
    >
      <ReturnButton activity={activity()} naming={props.naming} about={props.title} urgent />
      <Button size="s" href={intake()}>
        {TODAY.acts.intake}
      </Button>
    </Show>
  );
}

function AwayButton(props: UrgentThingProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [open, setOpen] = createSignal(false);
  const T = ACTIVITIES.awayDialog;
  return (
    <>
      <Button
        size="s"
        opens="dialog"
        onPress={() => {
          setOpen(true);
        }}
      >
        {props.item.due.kind === 'late' ? T.openLate : T.open}
      </Button>
      <AwayDialog
        open={open()}
        onClose={() => setOpen(false)}
        who={props.naming.person(seat().person)}
        no={formatNumber(props.item.activity.no, props.naming.numberStyle)}
        onDeclare={async (ground, statement) => {
          const act = () => declareAway(office.desk, seat(), props.item.activity, ground, statement);
          const words = await attempt(act, markRefusal);
          announce(words ?? T.done, words === undefined ? 'polite' : 'assertive');
          return words;
        }}
      />
    </>
  );
}
