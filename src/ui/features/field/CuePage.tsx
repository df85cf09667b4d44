import { type RouteSectionProps, useNavigate, useParams } from '@solidjs/router';
import { createMemo, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js';
import { type ActivityId, asId } from '../../../domain/ids.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { ACTIVITIES, MARK } from '../../../text/activities.ts';
import { FIELD } from '../../../text/field.ts';
import { markRefusal } from '../../../text/refusals.ts';
import { articleName, clock } from '../../../text/times.ts';
import { markNoticed } from '../../../usecases/mark-activity.ts';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { BigButton, MidButton } from '../../kit/FieldButtons.tsx';
import { Note } from '../../kit/Note.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Cue } from '../../shell/FieldFrame.tsx';
import styles from './Field.module.css';
import { cannotMark, cueWords, namesOf } from './field-view.ts';
import { createMarking } from './marking.ts';
import { SiteFrame } from './SiteFrame.tsx';

export interface CuePageProps extends Partial<RouteSectionProps> {
  /** Keeps the screen from going dark while the card is read out; resolves with what lets it go again. */
  readonly keepAwake?: (() => Promise<() => void>) | undefined;
}

/** /cue/:id: the standard phrase of Art. 8, to be read out. */
export default function CuePage(props: CuePageProps): JSX.Element {
  const params = useParams<{ id: string }>();
  const watched = createWatched(
    () => asId<ActivityId>(params.id),
    async (model, id) => {
      const activity = await model.get('activity', id);
      return { activity, officers: activity === null ? [] : await model.getMany('person', activity.officers) };
    },
  );
  onMount(() => {
    const letGo = props.keepAwake?.();
    onCleanup(() => void letGo?.then((release) => release()));
  });
  return (
    <SiteFrame officers={watched()?.activity?.officers ?? []}>
      <Switch>
        <Match when={watched.fault()}>{(fault) => <CannotRead error={fault()} />}</Match>
        <Match when={watched()?.activity}>
          {(activity) => <Card activity={activity()} officerNames={namesOf(activity(), watched()?.officers ?? [])} />}
        </Match>
        <Match when={watched()}>
          <Empty title={ACTIVITIES.missing} words={ACTIVITIES.missingWords} />
        </Match>
      </Switch>
    </SiteFrame>
  );
}

interface CardProps {
  readonly activity: ActivityRecord;
  readonly officerNames: readonly (string | null)[];
}

function Card(props: CardProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const navigate = useNavigate();
  const marking = createMarking();
  const words = createMemo(() => cueWords(props.officerNames));
  const back = (): void => navigate(`/field/${props.activity.id}`);
  const given = async (): Promise<void> => {
    const act = () => markNoticed(office.desk, seat(), props.activity, words().text);
    if (await marking.mark(act, FIELD.said.marked(MARK.noticed), markRefusal)) back();
  };
  return (
    <>
      <div class={styles.cueHead}>
        <h1>{FIELD.cue.title}</h1>
        <span>{`${articleName(8)}${FIELD.cue.hint}`}</span>
      </div>
      <Cue>
        <p>
          {words().before}
          <em>{words().names}</em>
          {words().after}
        </p>
      </Cue>
      <Show when={words().remark}>{(remark) => <Note>{remark()}</Note>}</Show>
      <Show when={marking.fault()}>{(said) => <Note tone="wait" title={said()} />}</Show>
      <Show
        when={props.activity.noticed}
        fallback={
          <BigButton
            sub={FIELD.cue.givenSub(clock(office.now()))}
            cannot={cannotMark(seat().record, props.activity, office.tab())}
            onPress={given}
          >
            {FIELD.cue.given}
          </BigButton>
        }
      >
        {(noticed) => <p class={styles.given}>{FIELD.cue.already(clock(noticed().at))}</p>}
      </Show>
      <MidButton low onPress={back}>
        {FIELD.cue.backToField}
      </MidButton>
    </>
  );
}
