import { useParams } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { type DeviceDayRecord, deviceDayId } from '../../../domain/course-records.ts';
import { type ActivityId, asId } from '../../../domain/ids.ts';
import type { ActivityRecord, DeviceRecord } from '../../../domain/records.ts';
import { beijingDate } from '../../../domain/time.ts';
import type { RulesInForce } from '../../../regulation/rules-in-force.ts';
import { ACTIVITIES, activityTitle } from '../../../text/activities.ts';
import { CHECKCARD } from '../../../text/checkcard.ts';
import { rulesOf } from '../../../usecases/findings-of.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Tag } from '../../kit/Words.tsx';
import { useOffice } from '../../live/office.ts';
import { createReadings } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { ClockSheet } from './ClockSheet.tsx';
import { type DeviceStanding, standingOf } from './check-view.ts';
import styles from './checkcard.module.css';
import { DeviceCard } from './DeviceCard.tsx';

interface Found {
  readonly activity: ActivityRecord;
  readonly devices: readonly DeviceRecord[];
  readonly days: readonly DeviceDayRecord[];
  readonly rules: RulesInForce;
}

/** /check/:id: one card per device of an activity (Art. 5), beside the station's clock. */
export default function CheckPage(): JSX.Element {
  const office = useOffice();
  const params = useParams<{ id: string }>();
  const today = createMemo(() => beijingDate(office.now()));
  const readings = createReadings(
    () => ({ id: asId<ActivityId>(params.id), today: today() }),
    async (records, asked): Promise<{ readonly found: Found | null }> => {
      const activity = await records.get('activity', asked.id);
      if (activity === null) return { found: null };
      const [devices, days, rules] = await Promise.all([
        records.getMany('device', activity.devices),
        records.getMany(
          'deviceDay',
          activity.devices.map((device) => deviceDayId(device, asked.today)),
        ),
        rulesOf({ records, book: office.desk.book }, office.desk.now()),
      ]);
      return { found: { activity, devices, days, rules } };
    },
  );
  const alone = (body: JSX.Element): JSX.Element => <Page title={CHECKCARD.title}>{body}</Page>;
  return (
    <Switch fallback={alone(null)}>
      <Match when={readings.fault()}>{(fault) => alone(<CannotRead error={fault()} />)}</Match>
      <Match when={readings()?.found}>{(found) => <Cards {...found()} today={today()} />}</Match>
      <Match when={readings()}>{alone(<Empty title={ACTIVITIES.missing} words={ACTIVITIES.missingWords} />)}</Match>
    </Switch>
  );
}

function Cards(props: Found & { readonly today: string }): JSX.Element {
  const standings = createMemo(() => props.activity.devices.map((id) => standingOf(id, props.days, props.today)));
  const [chosen, setChosen] = createSignal<string>();
  /** Checks signed here: each leaves an empty card behind, so that nothing is signed twice by mistake. */
  const [signed, setSigned] = createSignal(0);
  let results: HTMLFieldSetElement | undefined;
  const afterSigning = (): void => {
    setChosen(undefined);
    setSigned((count) => count + 1);
    results?.focus();
  };
  /** The one chosen, else the first that is not passed yet. */
  const current = createMemo(
    () =>
      standings().find(({ id }) => id === chosen()) ??
      standings().find(({ passed }) => passed !== true) ??
      standings()[0],
  );
  const device = (): DeviceRecord | undefined => props.devices.find(({ id }) => id === current()?.id);
  /** One card; another one for another device, and after each signing. */
  const cards = createMemo(
    () => {
      const id = device()?.id;
      return id === undefined ? [] : [{ id, signed: signed() }];
    },
    [],
    { equals: ([a], [b]) => a?.id === b?.id && a?.signed === b?.signed },
  );
  return (
    <Page
      title={CHECKCARD.titleOf(device()?.label ?? '')}
      crumbs={[
        { words: CHECKCARD.title, href: '/check' },
        { words: activityTitle(props.activity), href: `/activities/${props.activity.id}` },
      ]}
      purpose={CHECKCARD.purpose}
    >
      <Show
        when={device()}
        fallback={
          <Empty title={CHECKCARD.noDevices} words={CHECKCARD.lists.noneWords}>
            <Button href={`/activities/${props.activity.id}/edit`}>{CHECKCARD.edit}</Button>
          </Empty>
        }
      >
        <Devices
          standings={standings()}
          devices={props.devices}
          current={current()?.id}
          onChoose={(id) => setChosen(id)}
          ref={(element) => {
            results = element;
          }}
        />
        <Columns kind="clock">
          <ClockSheet />
          <Stack>
            <For each={cards()}>
              {({ id }) => (
                <DeviceCard
                  id={id}
                  device={device()}
                  activity={props.activity}
                  parameters={props.rules.parameters}
                  onSigned={afterSigning}
                />
              )}
            </For>
          </Stack>
        </Columns>
      </Show>
    </Page>
  );
}

function Devices(props: {
  readonly standings: readonly DeviceStanding[];
  readonly devices: readonly DeviceRecord[];
  readonly current: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly ref: (element: HTMLFieldSetElement) => void;
}): JSX.Element {
  const label = (id: string): string => props.devices.find((device) => device.id === id)?.label ?? '';
  return (
    <fieldset class={styles.devices} aria-label={CHECKCARD.devices} tabindex="-1" ref={props.ref}>
      <For each={props.standings}>
        {(one) => (
          <Button pressed={props.current === one.id} onPress={() => props.onChoose(one.id)}>
            {label(one.id)} <Tag tone={toneOf(one)}>{one.words}</Tag>
          </Button>
        )}
      </For>
    </fieldset>
  );
}

const toneOf = ({ passed }: DeviceStanding): 'good' | 'wait' | 'plain' => {
  if (passed === null) return 'plain';
  return passed ? 'good' : 'wait';
};
