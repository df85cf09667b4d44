import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import { isMerged } from '../../../domain/activity-stage.ts';
import { asId, type EntryId, RECORDING_ID_FORM, type RecordingId } from '../../../domain/ids.ts';
import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { PRINT } from '../../../text/printing.ts';
import { RECORD } from '../../../text/record.ts';
import { RULE } from '../../../text/refusals.ts';
import { recordLog } from '../../../usecases/record-log.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { copyText } from '../../kit/copy-text.ts';
import { Digest } from '../../kit/Digest.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { RecordingStateWord } from '../../kit/RecordingStateWord.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { Copies } from './Copies.tsx';
import { CustodyChain } from './CustodyChain.tsx';
import type { PlaceNames } from './chain-view.ts';
import { RelinkDialog } from './RelinkDialog.tsx';
import { ReviewSheet } from './ReviewSheet.tsx';
import styles from './record.module.css';
import {
  activityName,
  digestSum,
  mayRelink,
  recordingFacts,
  recordingTitle,
  sourceLines,
  unlinkedWords,
} from './record-view.ts';

interface Known {
  readonly recording: RecordingRecord | null;
  readonly activities: readonly ActivityRecord[];
  readonly standing: readonly EntryId[];
  /** Something was said or decided of it as 待核实. */
  readonly questioned: boolean;
}

/** /register/:id: one recording: what it is, where it lies, and everything that became of it. */
export default function RecordPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const office = useOffice();
  const names = createNames();
  const id = (): RecordingId | null => (RECORDING_ID_FORM.test(params.id) ? asId<RecordingId>(params.id) : null);
  const known = createWatched(id, async (model, asked): Promise<Known> => {
    if (asked === null) return { recording: null, activities: [], standing: [], questioned: false };
    const [recording, activities, log, unlinked] = await Promise.all([
      model.get('recording', asked),
      model.all('activity').then((all) => all.filter((one) => !isMerged(one))),
      recordLog(office.desk, subjectOf('recording', asked)),
      model.get('unlinked', asked),
    ]);
    const questioned = unlinked !== null || recording?.activity === null;
    return { recording, activities, standing: log.map((entry) => entry.id), questioned };
  });
  return (
    <Switch>
      <Match when={known.fault()}>
        {(error) => (
          <Page title={RECORD.register} crumbs={[{ words: RECORD.register, href: '/register' }]}>
            <CannotRead error={error()} />
          </Page>
        )}
      </Match>
      <Match when={known()?.recording}>
        {(recording) => (
          <Show when={recording().id} keyed>
            <Recording
              recording={recording()}
              activities={known()?.activities ?? []}
              standing={known()?.standing ?? []}
              questioned={known()?.questioned ?? false}
              names={names}
            />
          </Show>
        )}
      </Match>
      <Match when={known()}>
        <Page title={RECORD.missing} crumbs={[{ words: RECORD.register, href: '/register' }]}>
          <Sheet bare>
            <Empty title={RECORD.missing} words={RECORD.missingWhy}>
              <Button href="/register">{RECORD.back}</Button>
            </Empty>
          </Sheet>
        </Page>
      </Match>
    </Switch>
  );
}

interface RecordingProps {
  readonly recording: RecordingRecord;
  readonly activities: readonly ActivityRecord[];
  readonly standing: readonly EntryId[];
  readonly questioned: boolean;
  readonly names: Names;
}

function Recording(props: RecordingProps): JSX.Element {
  const seat = useSeat();
  const navigate = useNavigate();
  const [linking, setLinking] = createSignal(false);
  const activity = createMemo(() => props.activities.find((one) => one.id === props.recording.activity) ?? null);
  const places = withStations(props.names);
  const standing = createMemo((): ReadonlySet<EntryId> => new Set(props.standing));
  const printHref = () => `/print/F10/${props.recording.id}`;
  const crumb = () => {
    const of = activity();
    return of === null
      ? { words: unlinkedWords(props.recording) }
      : { words: activityName(of), href: `/activities/${of.id}` };
  };
  return (
    <Page
      title={recordingTitle(props.recording)}
      density="compact"
      crumbs={[{ words: RECORD.register, href: '/register' }, crumb()]}
      onPrint={() => navigate(printHref())}
      actions={
        <>
          <RecordingStateWord state={props.recording.state} large />
          <Button
            opens="dialog"
            cannot={mayRelink(seat().record) ? undefined : RULE['role-missing']}
            reasonAt="before"
            onPress={() => setLinking(true)}
          >
            {RECORD.relink}
          </Button>
          <Show when={props.questioned}>
            <Button href={`/print/F15/${props.recording.id}`}>{PRINT.short.F15}</Button>
          </Show>
          <Button href={printHref()}>{RECORD.print}</Button>
        </>
      }
    >
      <Columns kind="record">
        <Stack>
          <ReviewSheet recording={props.recording} activity={activity()} names={props.names} />
          <About recording={props.recording} activity={activity()} names={props.names} places={places} />
        </Stack>
        <Stack pane={RECORD.chain.heading}>
          <Digests recording={props.recording} />
          <Copies recording={props.recording} names={props.names} />
          <CustodyChain recording={props.recording} names={places} standing={standing()} />
        </Stack>
      </Columns>
      <RelinkDialog
        open={linking()}
        onClose={() => setLinking(false)}
        recording={props.recording}
        activities={props.activities}
        names={props.names}
      />
    </Page>
  );
}

function About(props: {
  readonly recording: RecordingRecord;
  readonly activity: ActivityRecord | null;
  readonly names: Names;
  readonly places: PlaceNames;
}): JSX.Element {
  const facts = () => recordingFacts(props.recording, props.activity, props.places, props.names.registers().devices);
  return (
    <Sheet title={RECORD.facts.heading} low>
      <Facts small columns={2} facts={facts()} />
      <Show when={props.recording.sources.length > 1}>
        <div class={styles.sources}>
          <b>{RECORD.facts.sources(props.recording.sources.length)}</b>
          <ol>
            <For each={sourceLines(props.recording, props.places)}>{(line) => <li>{line}</li>}</For>
          </ol>
        </div>
      </Show>
    </Sheet>
  );
}

function Digests(props: { readonly recording: RecordingRecord }): JSX.Element {
  const sum = () => digestSum(props.recording);
  const digests = () => props.recording.digests;
  return (
    <Sheet
      title={RECORD.digests.heading}
      low
      aside={<span class={sum().wrong ? styles.wrong : undefined}>{sum().words}</span>}
    >
      <Digest algorithm={RECORD.digests.sha256} hex={digests().sha256} copy={copyText} />
      <Digest algorithm={RECORD.digests.sm3} hex={digests().sm3} copy={copyText} />
      <Digest algorithm={RECORD.digests.tree} hex={digests().treeSha256} copy={copyText} />
    </Sheet>
  );
}

/** Stations are told by their code, on seals and in words. */
function withStations(names: Names): PlaceNames {
  const station = (id: string) => names.registers().stations.find((one) => one.id === id);
  return {
    person: names.person,
    device: names.device,
    medium: names.medium,
    stationCode: (id) => station(id)?.code ?? '',
    station: (id) => RECORD.chain.station(station(id)?.code ?? '', station(id)?.name ?? ''),
  };
}
