import { useNavigate } from '@solidjs/router';
import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { GAP_CAUSES, type GapCause } from '../../../domain/course-words.ts';
import type { DeviceId } from '../../../domain/ids.ts';
import { activityTitle } from '../../../text/activities.ts';
import { courseRefusal } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { GAP_CAUSE } from '../../../text/findings.ts';
import { markInterruption } from '../../../usecases/explain-gap.ts';
import { Checkbox } from '../../kit/Choices.tsx';
import { FieldGrid, MidButton } from '../../kit/FieldButtons.tsx';
import { Note } from '../../kit/Note.tsx';
import { Select } from '../../kit/Select.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './Field.module.css';
import { cannotMarkYet } from './field-view.ts';
import { createMarking } from './marking.ts';
import { SiteFrame } from './SiteFrame.tsx';
import { type FoundSite, SitePage } from './SitePage.tsx';

const T = FIELD.stop;

/** /field/:id/stop: recording has stopped; pressing the cause signs it (Art. 11). */
export default function StopPage(): JSX.Element {
  return <SitePage>{(site) => <Stop {...site()} />}</SitePage>;
}

function Stop(props: FoundSite): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const navigate = useNavigate();
  const marking = createMarking();
  const id = createUniqueId();
  const [device, setDevice] = createSignal<DeviceId | ''>('');
  const [unresumable, setUnresumable] = createSignal(false);
  const back = (): void => navigate(`/field/${props.activity.id}`);
  const cannot = (): string | undefined => cannotMarkYet(seat().record, props.activity, office.tab());
  const stop = async (cause: GapCause): Promise<void> => {
    const chosen = device();
    const said = { device: chosen === '' ? null : chosen, cause, unresumable: unresumable() };
    const act = () => markInterruption(office.desk, seat(), props.activity, said);
    if (await marking.mark(act, FIELD.said.marked(T.marked(GAP_CAUSE[cause])), courseRefusal)) back();
  };
  return (
    <SiteFrame officers={props.activity.officers} sub={activityTitle(props.activity)} title={T.title}>
      <p class={styles.hint}>{T.hint}</p>
      <Show when={props.activity.devices.length > 1}>
        <Select
          id={`${id}-device`}
          label={T.device}
          none={T.allDevices}
          choices={props.activity.devices.map((value) => ({ value, label: names.device(value) }))}
          value={device()}
          onChange={setDevice}
        />
      </Show>
      <Checkbox id={`${id}-end`} label={T.unresumable} checked={unresumable()} onChange={setUnresumable} />
      <FieldGrid>
        <For each={GAP_CAUSES}>
          {(cause) => (
            <MidButton cannot={cannot()} onPress={() => void stop(cause)}>
              {GAP_CAUSE[cause]}
            </MidButton>
          )}
        </For>
      </FieldGrid>
      <Show when={marking.fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <div class={styles.foot}>
        <FieldGrid>
          <MidButton low onPress={() => navigate(`/field/${props.activity.id}/not-recorded`)}>
            {FIELD.notRecorded.go}
          </MidButton>
          <MidButton low onPress={back}>
            {FIELD.cue.backToField}
          </MidButton>
        </FieldGrid>
      </div>
    </SiteFrame>
  );
}
