import { useNavigate, useSearchParams } from '@solidjs/router';
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { PersonId, RecordingId } from '../../../domain/ids.ts';
import type { RegisterQuery, RegisterRow } from '../../../domain/ports/read-model.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { MEDIA_TYPE } from '../../../text/nouns.ts';
import { handoverRefusal, unlockRefusal } from '../../../text/refusals.ts';
import { STORE } from '../../../text/store.ts';
import { size } from '../../../text/times.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { acceptHandover, giveHandover } from '../../../usecases/hand-over.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkboxes, RadioChoices } from '../../kit/Choices.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { createDigestCheck } from './digest-check.ts';
import { readyGroups, receivers } from './handover-view.ts';

const READY: RegisterQuery = {
  text: '',
  from: null,
  to: null,
  officer: null,
  matter: null,
  device: null,
  state: 'stored',
  sort: 'no',
  descending: false,
};

const COLUMNS: readonly Column<RegisterRow>[] = [
  { id: 'no', head: STORE.columns.no, width: '8rem', cell: (row) => row.shortNo ?? '' },
  { id: 'name', head: STORE.columns.name, mono: true, cell: (row) => row.originalName ?? '' },
  { id: 'type', head: STORE.columns.type, width: '6rem', cell: (row) => MEDIA_TYPE[row.mediaType] },
  { id: 'size', head: STORE.columns.size, width: '7rem', align: 'end', cell: (row) => size(row.sizeBytes) },
];

type How = 'both' | 'give';

/** /handover/new: choose, check the digests, two persons sign; or the giver signs now and the custodian later. */
export default function NewHandoverPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const footage = useFootageDesk();
  const names = createNames();
  const navigate = useNavigate();
  const [query] = useSearchParams<{ recordings?: string; activity?: string }>();
  const page = createWatched(
    () => null,
    (model) => model.register(READY, { offset: 0, limit: 2000 }),
  );
  const ready = () => page()?.rows ?? [];
  const asked = () => new Set((query.recordings ?? '').split(',').filter((id) => id !== ''));
  const initially = createMemo((): ReadonlySet<string> => {
    const some = ready().filter((row) => asked().has(row.id) || row.activity === query.activity);
    return new Set((some.length > 0 ? some : ready()).map((row) => row.id));
  });
  const [picked, setPicked] = createSignal<ReadonlySet<string> | null>(null);
  const selected = () => picked() ?? initially();
  const rows = createMemo(() => ready().filter((row) => selected().has(row.id)));
  const bytes = () => rows().reduce((sum, row) => sum + row.sizeBytes, 0);
  const [to, setTo] = createSignal<string>('');
  const [how, setHow] = createSignal<How>('both');
  const [remark, setRemark] = createSignal('');
  const [cleared, setCleared] = createSignal<readonly 'yes'[]>([]);
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = createSignal('');
  const check = createDigestCheck(footage, () => office.desk.now());
  const takers = createMemo(() => receivers(names.registers().persons, seat().person, rows()));
  const passed = () => {
    const state = check.state();
    return state.kind === 'passed' && rows().every((row) => state.recordings.has(row.id)) ? state : null;
  };
  const choose = (ids: ReadonlySet<string>) => {
    setPicked(ids);
    check.reset();
  };

  const runCheck = async () => {
    const ids = rows().map((row): RecordingId => row.id);
    await check.run(await office.desk.records.getMany('recording', ids));
  };
  const openKeys = async (typed: Readonly<Record<string, string>>): Promise<readonly Seat[] | null> => {
    const seats: Seat[] = [];
    for (const signer of signers()) {
      const opened = await office.signAs(signer.id as PersonId, typed[signer.id] ?? '');
      if (!opened.ok) {
        setFaults({ [signer.id]: unlockRefusal(opened.refusal) });
        return null;
      }
      seats.push(opened.value);
    }
    setFaults({});
    return seats;
  };
  const sign = async (typed: Readonly<Record<string, string>>) => {
    setRefusal('');
    const [giver, taker] = (await openKeys(typed)) ?? [];
    const state = passed();
    if (giver === undefined || state === null) return;
    const division = seat().record.division;
    const draft = {
      to: to() as PersonId,
      recordings: rows().map((row) => row.id),
      division,
      remark: remark().trim() || null,
    };
    const given = await giveHandover(office.desk, giver, draft);
    if (!given.ok) return void setRefusal(handoverRefusal(given.refusal));
    const record = await office.desk.records.get('handover', given.value);
    if (taker !== undefined && record !== null) {
      const accepted = await acceptHandover(office.desk, taker, record, {
        at: state.at,
        cardCleared: cleared().length > 0,
        division,
      });
      if (!accepted.ok) setRefusal(handoverRefusal(accepted.refusal));
    }
    navigate(`/handover/${given.value}`);
  };
  const signers = () => [
    { id: seat().person as string, name: names.person(seat().person) },
    ...(how() === 'both' && to() !== '' ? [{ id: to(), name: names.person(to() as PersonId) }] : []),
  ];
  const missing = (): string | undefined => {
    if (rows().length === 0) return HANDOVER.chooseFiles;
    if (to() === '') return HANDOVER.choosePeople;
    return passed() === null ? HANDOVER.notChecked : undefined;
  };

  return (
    <Page
      title={HANDOVER.newTitle}
      purpose={HANDOVER.newPurpose}
      density="compact"
      crumbs={[{ words: HANDOVER.title, href: '/handover' }]}
    >
      <Show
        when={ready().length > 0}
        fallback={
          <Show when={page() !== undefined}>
            <Sheet>
              <Empty title={HANDOVER.chooseNone} words={HANDOVER.chooseNoneWhy} />
            </Sheet>
          </Show>
        }
      >
        <Columns kind="record">
          <Stack>
            <Sheet title={HANDOVER.receiver}>
              <Stack>
                <Show when={takers().length > 0} fallback={<Note tone="wait">{HANDOVER.receiverNone}</Note>}>
                  <Select
                    id="receiver"
                    label={HANDOVER.receiver}
                    value={to()}
                    choices={takers().map((person) => ({ value: person.id as string, label: names.person(person.id) }))}
                    onChange={setTo}
                  />
                </Show>
                <RadioChoices
                  id="how"
                  label={HANDOVER.how}
                  value={how()}
                  stacked
                  choices={[
                    { value: 'both', label: HANDOVER.both },
                    { value: 'give', label: HANDOVER.onlyGive },
                  ]}
                  onChange={setHow}
                />
                <Show when={how() === 'both'}>
                  <Checkboxes
                    id="cleared"
                    label={HANDOVER.clearedLabel}
                    value={cleared()}
                    choices={[{ value: 'yes', label: HANDOVER.cardCleared }]}
                    onChange={setCleared}
                    optional
                  />
                </Show>
                <TextField
                  id="remark"
                  label={HANDOVER.remark}
                  optional
                  maxLength={500}
                  value={remark()}
                  onInput={setRemark}
                />
              </Stack>
            </Sheet>
            <CheckPanel
              state={check.state()}
              count={rows().length}
              cannot={rows().length === 0 ? HANDOVER.chooseFiles : undefined}
              onCheck={runCheck}
            />
            <Show when={refusal()}>
              <Note tone="wait" title={refusal()} />
            </Show>
            <Sheet>
              <SignBox
                sentence={HANDOVER.sentence(
                  names.person(seat().person),
                  to() === '' ? HANDOVER.receiver : names.person(to() as PersonId),
                  rows().length,
                  size(bytes()),
                )}
                correction={HANDOVER.correction}
                act={how() === 'both' ? HANDOVER.act : HANDOVER.actGive}
                signers={signers()}
                cannot={missing()}
                faults={faults()}
                onSign={sign}
                wayOut={<Button href="/handover">{HANDOVER.wayOut}</Button>}
              />
            </Sheet>
          </Stack>
          <Sheet title={HANDOVER.choose} sub={groupWords(rows())} bare fill>
            <DataTable
              name={HANDOVER.choose}
              rows={readyGroups(ready()).flatMap((group) => group.rows)}
              columns={COLUMNS}
              rowId={(row) => row.id}
              rowName={(row) => row.shortNo ?? row.originalName ?? row.id}
              selected={selected()}
              onSelect={choose}
              groupOf={(row) => row.activity ?? ''}
              groupHead={(key, count) => groupHead(ready(), key, count)}
              minWidth="36rem"
            />
          </Sheet>
        </Columns>
      </Show>
    </Page>
  );
}

const groupHead = (rows: readonly RegisterRow[], key: string, count: number): string => {
  const title = rows.find((row) => (row.activity ?? '') === key)?.activityTitle;
  return key === '' ? HANDOVER.unlinked(count) : HANDOVER.byActivity(title ?? '', count);
};

const groupWords = (rows: readonly RegisterRow[]): string => size(rows.reduce((sum, row) => sum + row.sizeBytes, 0));
