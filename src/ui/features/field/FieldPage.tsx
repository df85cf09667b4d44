import { useNavigate } from '@solidjs/router';
import { createMemo, type JSX, Match, Show, Switch } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import { activityTitle, MARK } from '../../../text/activities.ts';
import { courseRefusal } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { markRefusal } from '../../../text/refusals.ts';
import { markResumed } from '../../../usecases/explain-gap.ts';
import { markArrived, markFinished, markNoticed } from '../../../usecases/mark-activity.ts';
import { markStep } from '../../../usecases/mark-step.ts';
import { BigButton, FieldGrid, HoldButton, MidButton } from '../../kit/FieldButtons.tsx';
import { Note } from '../../kit/Note.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './Field.module.css';
import { cannotMark, cueWords, elapsedWords, intakeWords, namesOf } from './field-view.ts';
import { LastMarks } from './LastMarks.tsx';
import { createMarking } from './marking.ts';
import { SiteFrame } from './SiteFrame.tsx';
import { type FoundSite, SitePage } from './SitePage.tsx';
import { lastMarks, nextAct, stepsCount, stopDuty, stopWords } from './site-view.ts';
import { createUndo } from './undo.ts';

const said = FIELD.said.marked;

/** /field/:id, on site: one next act, the others, the last marks. Its own frame, the whole window. */
export default function FieldPage(): JSX.Element {
  return <SitePage>{(site) => <OnSite {...site()} />}</SitePage>;
}

function OnSite(props: FoundSite): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const marking = createMarking();
  const cannot = createMemo(() => cannotMark(seat().record, props.activity, office.tab()));
  const onSite = (): boolean => props.activity.arrived !== null && props.activity.finished === null;
  const finish = () =>
    marking.mark(() => markFinished(office.desk, seat(), props.activity), said(MARK.finished), markRefusal);
  const undo = createUndo(() => props.activity, marking);
  return (
    <SiteFrame
      officers={props.activity.officers}
      sub={formatNumber(props.activity.no, office.settings().numberStyle)}
      title={activityTitle(props.activity)}
      elapsed={elapsedWords(props.activity, office.now())}
    >
      <Next {...props} cannot={cannot()} marking={marking} onFinish={finish} />
      <Others {...props} cannot={cannot()} onFinish={finish} />
      <Show when={marking.fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <Show when={stopDuty(props, office.now(), props.voiceWithinSec)}>
        {(words) => <Note tone="wait" title={words()} />}
      </Show>
      <LastMarks marks={lastMarks(props, seat().person, office.now(), names.person)} onUndo={undo} />
      <Show when={onSite() && props.activity.devices.length > 0}>
        <p class={styles.devices}>{FIELD.devices(props.activity.devices.map(names.device).join(FIELD.list))}</p>
      </Show>
    </SiteFrame>
  );
}

interface Part extends FoundSite {
  readonly cannot: string | undefined;
  readonly onFinish: () => void;
}

/** The one act that comes next; it takes all the height that is left. */
function Next(props: Part & { readonly marking: ReturnType<typeof createMarking> }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const navigate = useNavigate();
  const next = createMemo(() => nextAct(props));
  const step = () => {
    const known = next();
    return known.kind === 'step' ? known.step : undefined;
  };
  const count = () => stepsCount(props);
  const { desk } = office;
  const arrive = () =>
    props.marking.mark(() => markArrived(desk, seat(), props.activity), said(MARK.arrived), markRefusal);
  const notice = () => {
    const { text } = cueWords(namesOf(props.activity, props.officers));
    return props.marking.mark(() => markNoticed(desk, seat(), props.activity, text), said(MARK.noticed), markRefusal);
  };
  const resume = () =>
    props.marking.mark(() => markResumed(desk, seat(), props.activity, null), said(FIELD.next.resumed), courseRefusal);
  const mark = (id: string, wording: string) => {
    const draft = { step: id, state: 'done', item: null, footage: null, reason: null } as const;
    return props.marking.mark(() => markStep(desk, seat(), props.activity, draft), said(wording), courseRefusal);
  };
  return (
    <Switch>
      <Match when={next().kind === 'arrived'}>
        <BigButton grow sub={FIELD.next.arrivedSub} cannot={props.cannot} onPress={arrive}>
          {FIELD.next.arrived}
        </BigButton>
      </Match>
      <Match when={next().kind === 'resumed'}>
        <BigButton grow sub={FIELD.next.resumedSub} cannot={props.cannot} onPress={resume}>
          {FIELD.next.resumed}
        </BigButton>
      </Match>
      <Match when={next().kind === 'noticed'}>
        <BigButton grow sub={FIELD.next.noticedSub} cannot={props.cannot} onPress={notice}>
          {FIELD.next.noticed}
        </BigButton>
      </Match>
      <Match when={step()}>
        {(known) => (
          <BigButton
            grow
            sub={FIELD.next.stepSub(count().marked, count().all)}
            cannot={props.cannot}
            onPress={() => mark(known().id, known().wording)}
          >
            {known().wording}
          </BigButton>
        )}
      </Match>
      <Match when={next().kind === 'choose'}>
        <BigButton grow sub={FIELD.next.chooseSub} onPress={() => navigate(`/field/${props.activity.id}/steps`)}>
          {FIELD.next.choose}
        </BigButton>
      </Match>
      <Match when={next().kind === 'finished'}>
        <div class={styles.bigHold}>
          <Finish cannot={props.cannot} onFinish={props.onFinish} />
        </div>
      </Match>
      <Match when={next().kind === 'intake'}>
        <BigButton
          grow
          sub={intakeWords(props.activity, props.recordings, office.now())}
          onPress={() => navigate(`/intake?activity=${props.activity.id}`)}
        >
          {FIELD.next.intake}
        </BigButton>
      </Match>
    </Switch>
  );
}

/** Two and two: before and after the visit the cue card and the details, during it also steps, interruption and end. */
function Others(props: Part): JSX.Element {
  const navigate = useNavigate();
  const next = createMemo(() => nextAct(props).kind);
  const count = () => stepsCount(props);
  const onSite = (): boolean => props.activity.arrived !== null && props.activity.finished === null;
  const go = (path: string) => (): void => navigate(`${path}`);
  const site = (): string => `/field/${props.activity.id}`;
  const details = (): JSX.Element => (
    <MidButton sub={FIELD.others.activitySub} onPress={go(`/activities/${props.activity.id}`)}>
      {FIELD.others.activity}
    </MidButton>
  );
  return (
    <FieldGrid>
      <MidButton
        sub={props.activity.noticed === null ? FIELD.others.cueSub : FIELD.others.cueAgain}
        onPress={go(`/cue/${props.activity.id}`)}
      >
        {FIELD.others.cue}
      </MidButton>
      <Show when={onSite()} fallback={details()}>
        <Show when={count().all > 0} fallback={details()}>
          <MidButton sub={FIELD.others.stepsSub(count().marked, count().all)} onPress={go(`${site()}/steps`)}>
            {FIELD.others.steps}
          </MidButton>
        </Show>
        <MidButton sub={stopWords(props.course)} onPress={go(`${site()}/stop`)}>
          {FIELD.others.stop}
        </MidButton>
        <Show when={next() !== 'finished'} fallback={<Show when={count().all > 0}>{details()}</Show>}>
          <Finish cannot={props.cannot} onFinish={props.onFinish} />
        </Show>
      </Show>
    </FieldGrid>
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
