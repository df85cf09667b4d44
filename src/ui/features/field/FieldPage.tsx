import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import { type ActivityId, asId } from '../../../domain/ids.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityMark, ActivityRecord, PersonRecord, RecordingRecord } from '../../../domain/records.ts';
import { ACTIVITIES, activityTitle, MARK } from '../../../text/activities.ts';
import { FIELD } from '../../../text/field.ts';
import { markArrived, markFinished, markNoticed, withdrawMark } from '../../../usecases/mark-activity.ts';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { BigButton, FieldGrid, HoldButton, MidButton } from '../../kit/FieldButtons.tsx';
import { Note } from '../../kit/Note.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { FieldFrame } from '../../shell/FieldFrame.tsx';
import styles from './Field.module.css';
import { cannotMark, cueWords, elapsedWords, intakeWords, lastMarks, namesOf, nextAct } from './field-view.ts';
import { LastMarks } from './LastMarks.tsx';
import { createMarking } from './marking.ts';

const said = FIELD.said.marked;

interface Found {
  readonly activity: ActivityRecord;
  readonly recordings: readonly RecordingRecord[];
  /** Read together with the activity, so that no phrase is ever signed before its names are here. */
  readonly officers: readonly PersonRecord[];
}

/** /field/:id, on site: one next act, the others, the last marks. Its own frame, the whole window. */
export default function FieldPage(): JSX.Element {
  const office = useOffice();
  const params = useParams<{ id: string }>();
  const watched = createWatched(
    () => asId<ActivityId>(params.id),
    async (model, id): Promise<{ readonly found: Found | null }> => {
      const activity = await model.get('activity', id);
      if (activity === null) return { found: null };
      const [recordings, officers] = await Promise.all([
        model.getMany('recording', activity.recordings),
        model.getMany('person', activity.officers),
      ]);
      return { found: { activity, recordings, officers } };
    },
  );
  const alone = (body: JSX.Element): JSX.Element => (
    <FieldFrame backHref="/" people="" offline={!office.online()}>
      {body}
    </FieldFrame>
  );
  return (
    <Switch fallback={alone(null)}>
      <Match when={watched.fault()}>{(fault) => alone(<CannotRead error={fault()} />)}</Match>
      <Match when={watched()?.found}>{(found) => <OnSite {...found()} />}</Match>
      <Match when={watched()}>{alone(<Empty title={ACTIVITIES.missing} words={ACTIVITIES.missingWords} />)}</Match>
    </Switch>
  );
}

function OnSite(props: Found): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const navigate = useNavigate();
  const marking = createMarking();
  const activity = (): ActivityRecord => props.activity;
  const next = createMemo(() => nextAct(activity()));
  const cannot = createMemo(() => cannotMark(seat().record, activity(), office.tab()));
  const arrive = () => marking.mark(() => markArrived(office.desk, seat(), activity()), said(MARK.arrived));
  const notice = () => {
    const { text } = cueWords(namesOf(activity(), props.officers));
    return marking.mark(() => markNoticed(office.desk, seat(), activity(), text), said(MARK.noticed));
  };
  const finish = () => marking.mark(() => markFinished(office.desk, seat(), activity()), said(MARK.finished));
  const undo = (mark: ActivityMark) =>
    marking.undo(() => withdrawMark(office.desk, seat(), activity(), mark), FIELD.said.undone(MARK[mark.kind]));

  return (
    <FieldFrame
      backHref="/"
      people={activity().officers.map(names.person).join(FIELD.list)}
      offline={!office.online()}
      sub={formatNumber(activity().no, office.settings().numberStyle)}
      title={activityTitle(activity())}
      elapsed={elapsedWords(activity(), office.now())}
    >
      <Switch>
        <Match when={next() === 'arrived'}>
          <BigButton grow sub={FIELD.next.arrivedSub} cannot={cannot()} onPress={arrive}>
            {FIELD.next.arrived}
          </BigButton>
        </Match>
        <Match when={next() === 'noticed'}>
          <BigButton grow sub={FIELD.next.noticedSub} cannot={cannot()} onPress={notice}>
            {FIELD.next.noticed}
          </BigButton>
        </Match>
        <Match when={next() === 'finished'}>
          <div class={styles.bigHold}>
            <Finish cannot={cannot()} onFinish={finish} />
          </div>
        </Match>
        <Match when={next() === 'intake'}>
          <BigButton
            grow
            sub={intakeWords(activity(), props.recordings, office.now())}
            onPress={() => navigate(`/intake?activity=${activity().id}`)}
          >
            {FIELD.next.intake}
          </BigButton>
        </Match>
      </Switch>
      <FieldGrid>
        <MidButton
          sub={activity().noticed === null ? FIELD.others.cueSub : FIELD.others.cueAgain}
          onPress={() => navigate(`/cue/${activity().id}`)}
        >
          {FIELD.others.cue}
        </MidButton>
        <Show
          when={next() === 'noticed'}
          fallback={
            <MidButton sub={FIELD.others.activitySub} onPress={() => navigate(`/activities/${activity().id}`)}>
              {FIELD.others.activity}
            </MidButton>
          }
        >
          <Finish cannot={cannot()} onFinish={finish} />
        </Show>
      </FieldGrid>
      <Show when={marking.fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <LastMarks marks={lastMarks(activity(), seat().person, office.now(), names.person)} onUndo={undo} />
      <Show when={activity().arrived !== null && activity().finished === null && activity().devices.length > 0}>
        <p class={styles.devices}>{FIELD.devices(activity().devices.map(names.device).join(FIELD.list))}</p>
      </Show>
    </FieldFrame>
  );
}

/** Held for two seconds; where the person cannot mark, a plain button that says why. */
function Finish(props: { readonly cannot: string | undefined; readonly onFinish: () => void }): JSX.Element {
  return (
    <Show
      when={props.cannot === undefined}
      fallback={
        <MidButton cannot={props.cannot} onPress={() => {}}>
          {FIELD.next.finished}
        </MidButton>
      }
    >
      <HoldButton act={FIELD.next.finished} onHeld={props.onFinish} />
    </Show>
  );
}
