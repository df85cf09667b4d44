import { useNavigate } from '@solidjs/router';
import { createComputed, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { activityTitle } from '../../../text/activities.ts';
import { courseRefusal } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { markStep } from '../../../usecases/mark-step.ts';
import type { StepToShow } from '../../../usecases/steps-to-show.ts';
import { MidButton } from '../../kit/FieldButtons.tsx';
import { Note } from '../../kit/Note.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './Field.module.css';
import { cannotMark } from './field-view.ts';
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
  // A mark that comes from the other officer's machine must not draw the buttons anew under a finger.
  const [shown, setShown] = createStore<{ groups: SiteGroup[] }>({ groups: [] });
  createComputed(() => setShown('groups', reconcile([...siteGroups(props, names.person)], { key: 'id' })));
  const cannot = (): string | undefined => {
    const standing = cannotMark(seat().record, props.activity, office.tab());
    return standing ?? (props.activity.arrived === null ? T.notArrived : undefined);
  };
  const itemFault = (): string | undefined => (item() === '' || ITEM.test(item()) ? undefined : T.itemBad);
  const mark = (step: StepToShow): void => {
    const no = step.perItem && ITEM.test(item()) ? item() : null;
    const draft = { step: step.id, state: 'done', item: no, footage: null, reason: null } as const;
    const act = () => markStep(office.desk, seat(), props.activity, draft);
    void marking.mark(act, FIELD.said.marked(step.wording), courseRefusal);
  };
  return (
    <SiteFrame officers={props.activity.officers} sub={activityTitle(props.activity)} title={T.title}>
      <p class={styles.hint}>{shown.groups.length === 0 ? T.none : T.hint}</p>
      <For each={shown.groups}>
        {(group) => (
          <Group
            group={group}
            item={item()}
            itemFault={itemFault()}
            cannot={cannot() ?? (group.perItem ? itemFault() : undefined)}
            onItem={setItem}
            onMark={mark}
          />
        )}
      </For>
      <Show when={marking.fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <LastMarks marks={lastMarks(props, seat().person, office.now(), names.person)} onUndo={undo} />
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
  readonly onItem: (no: string) => void;
  readonly onMark: (step: StepToShow) => void;
}): JSX.Element {
  const id = createUniqueId();
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
    </section>
  );
}
