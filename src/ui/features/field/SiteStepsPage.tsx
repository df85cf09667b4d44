import { useNavigate } from '@solidjs/router';
import { createComputed, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { activityTitle } from '../../../text/activities.ts';
import { courseRefusal } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { MATTER } from '../../../text/matter.ts';
import { markStep } from '../../../usecases/mark-step.ts';
import type { StepToShow } from '../../../usecases/steps-to-show.ts';
import { Checkbox } from '../../kit/Choices.tsx';
import { MidButton } from '../../kit/FieldButtons.tsx';
import { hasMatterForm, type Row } from '../../kit/matter-view.ts';
import { Note } from '../../kit/Note.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { StateMatter } from '../../live/MatterDialog.tsx';
import { createNames } from '../../live/names.ts';
import { OfferRow } from '../../live/OfferRow.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './Field.module.css';
import { cannotMark, cannotMarkYet } from './field-view.ts';
import { LastMarks } from './LastMarks.tsx';
import { createMarking } from './marking.ts';
import { SiteFrame } from './SiteFrame.tsx';
import { type FoundSite, SitePage } from './SitePage.tsx';
import { lastMarks, type SiteGroup, siteGroups } from './site-view.ts';
import { createUndo } from './undo.ts';

const T = FIELD.steps;
const ITEM = /^\d{1,3}$/;

/** /field/:id/steps: every step of the chosen matters; a press signs at once. */
export default function SiteStepsPage(): JSX.Element {
  return <SitePage>{(site) => <Steps {...site()} />}</SitePage>;
}

function Steps(props: FoundSite): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const navigate = useNavigate();
  const marking = createMarking();
  const undo = createUndo(() => props.activity, marking);
  const [item, setItem] = createSignal('');
  const [absent, setAbsent] = createSignal<Absence>({ on: false, reason: '' });
  const [filling, setFilling] = createSignal<Row>();
  // A mark that comes from the other officer's machine must not draw the buttons anew under a finger.
  const [shown, setShown] = createStore<{ groups: SiteGroup[] }>({ groups: [] });
  createComputed(() => setShown('groups', reconcile([...siteGroups(props, names.person)], { key: 'id' })));
  const cannot = (): string | undefined => {
    const standing = cannotMarkYet(seat().record, props.activity, office.tab());
    return standing ?? (absent().on && absent().reason.trim() === '' ? T.reasonMissing : undefined);
  };
  const itemFault = (): string | undefined => (item() === '' || ITEM.test(item()) ? undefined : T.itemBad);
  const mark = async (step: StepToShow): Promise<void> => {
    const { on, reason } = absent();
    const no = step.perItem && ITEM.test(item()) ? item() : null;
    const draft = on
      ? ({ step: step.id, state: 'notHappened', item: null, footage: null, reason } as const)
      : ({ step: step.id, state: 'done', item: no, footage: null, reason: null } as const);
    const act = () => markStep(office.desk, seat(), props.activity, draft);
    const said = on ? T.absentMarked(step.wording) : step.wording;
    // One reason is for one step: the next press is again of what happened.
    if (await marking.mark(act, FIELD.said.marked(said), courseRefusal)) setAbsent({ on: false, reason: '' });
  };
  return (
    <SiteFrame officers={props.activity.officers} sub={activityTitle(props.activity)} title={T.title}>
      <p class={styles.hint}>{shown.groups.length === 0 ? T.none : T.hint}</p>
      <Show when={shown.groups.length > 0}>
        <Absent value={absent()} onChange={setAbsent} />
      </Show>
      <Show when={cannot() === undefined}>
        <OfferRow activity={props.activity} course={props.course} />
      </Show>
      <For each={shown.groups}>
        {(group) => (
          <Group
            group={group}
            item={item()}
            itemFault={itemFault()}
            cannotFill={cannotMark(seat().record, props.activity, office.tab())}
            cannot={cannot() ?? (group.perItem ? itemFault() : undefined)}
            onItem={setItem}
            onMark={(step) => void mark(step)}
            onFill={setFilling}
          />
        )}
      </For>
      <Show when={marking.fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <LastMarks marks={lastMarks(props, seat().person, office.now(), names.person)} onUndo={undo} />
      <Show keyed when={filling()}>
        {(row) => (
          <StateMatter
            activity={props.activity}
            course={props.course}
            row={row}
            onClose={() => setFilling(undefined)}
          />
        )}
      </Show>
      <div class={styles.foot}>
        <MidButton low onPress={() => navigate(`/field/${props.activity.id}`)}>
          {FIELD.cue.backToField}
        </MidButton>
      </div>
    </SiteFrame>
  );
}

function Group(props: {
  readonly group: SiteGroup;
  readonly item: string;
  readonly itemFault: string | undefined;
  readonly cannot: string | undefined;
  readonly cannotFill: string | undefined;
  readonly onItem: (no: string) => void;
  readonly onMark: (step: StepToShow) => void;
  readonly onFill: (row: Row) => void;
}): JSX.Element {
  const id = createUniqueId();
  const row = (): Row | undefined => {
    const known = props.group.row;
    return known !== null && hasMatterForm(known) ? known : undefined;
  };
  return (
    <section class={styles.group} aria-labelledby={id}>
      <h2 id={id}>{props.group.title}</h2>
      <Show when={props.group.perItem}>
        <TextField
          id={`${id}-item`}
          label={T.itemNo}
          hint={T.itemHint}
          optional
          inputMode="numeric"
          width="6rem"
          fault={props.itemFault}
          value={props.item}
          onInput={props.onItem}
        />
      </Show>
      <For each={props.group.steps}>
        {(line) => (
          <MidButton
            low
            marked={line.marked}
            sub={line.words}
            cannot={props.cannot}
            onPress={() => props.onMark(line.step)}
          >
            {line.step.wording}
          </MidButton>
        )}
      </For>
      <Show when={row()}>
        {(known) => (
          <MidButton low sub={props.group.stated} cannot={props.cannotFill} onPress={() => props.onFill(known())}>
            {MATTER.fill}
          </MidButton>
        )}
      </Show>
    </section>
  );
}

interface Absence {
  readonly on: boolean;
  readonly reason: string;
}

/** What did not happen, as where the party waives the defence, is answered by the same press, with its reason. */
function Absent(props: { readonly value: Absence; readonly onChange: (value: Absence) => void }): JSX.Element {
  const id = createUniqueId();
  return (
    <>
      <Checkbox
        id={`${id}-absent`}
        label={T.absent}
        checked={props.value.on}
        onChange={(on) => props.onChange({ ...props.value, on })}
      />
      <Show when={props.value.on}>
        <TextField
          id={`${id}-reason`}
          label={T.reason}
          maxLength={300}
          value={props.value.reason}
          onInput={(reason) => props.onChange({ ...props.value, reason })}
        />
      </Show>
    </>
  );
}
