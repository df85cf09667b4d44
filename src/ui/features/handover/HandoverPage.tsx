import { useParams } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import type { HandoverId, PersonId } from '../../../domain/ids.ts';
import { formatNumber, formatRecordingNumber } from '../../../domain/numbering.ts';
import type { HandoverRecord, RecordingRecord, Signed } from '../../../domain/records.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { MEDIA_TYPE } from '../../../text/nouns.ts';
import { handoverRefusal, unlockRefusal } from '../../../text/refusals.ts';
import { STORE } from '../../../text/store.ts';
import { NOT_APPLICABLE, size, timeInTable } from '../../../text/times.ts';
import { acceptHandover, withdrawHandover } from '../../../usecases/hand-over.ts';
import { Button } from '../../kit/Button.tsx';
import { Chain, type ChainLink } from '../../kit/Chain.tsx';
import { Checkboxes } from '../../kit/Choices.tsx';
import { type Column, DataTable } from '../../kit/DataTable.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { StateWord } from '../../kit/Words.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';
import { type Basis, BasisChoice, stationCode } from './BasisChoice.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { type CheckState, digestCheckOf } from './digest-check.ts';
import { handoverState, sendersCheck } from './handover-view.ts';

/** /handover/:id: one hand-over with its files and signatures; the custodian accepts it here. */
export default function HandoverPage(): JSX.Element {
  const params = useParams<{ id: string }>();
  const names = createNames();
  const office = useOffice();
  const id = () => params.id as HandoverId;
  const handover = createWatched(id, (model, wanted) => model.get('handover', wanted));
  const recordings = createWatched(
    () => handover()?.recordings ?? [],
    (model, ids) => model.getMany('recording', ids),
  );
  return (
    <Show
      when={handover()}
      fallback={
        <Show when={handover() === null}>
          <Page title={HANDOVER.missing} crumbs={[{ words: HANDOVER.title, href: '/handover' }]}>
            <Sheet bare>
              <Empty title={HANDOVER.missing} words={HANDOVER.missingWhy}>
                <Button href="/handover">{HANDOVER.back}</Button>
              </Empty>
            </Sheet>
          </Page>
        </Show>
      }
    >
      {(record) => (
        <Page
          title={formatNumber(record().no, office.settings().numberStyle)}
          crumbs={[{ words: HANDOVER.title, href: '/handover' }]}
          density="compact"
          actions={
            <>
              <StateWord state={handoverState(record()) === 'accepted' ? 'signed' : 'waiting'}>
                {HANDOVER.state[handoverState(record())]}
              </StateWord>
              <Button href={`/print/F7/${record().id}`}>{HANDOVER.print}</Button>
            </>
          }
        >
          <Columns kind="record">
            <Stack>
              <About record={record()} recordings={recordings() ?? []} names={names} />
              <Show when={handoverState(record()) === 'withdrawn'}>
                <Note>{HANDOVER.withdrawn}</Note>
              </Show>
              <Show when={handoverState(record()) === 'waiting'}>
                <Accept record={record()} recordings={recordings() ?? []} names={names} />
              </Show>
              <Sheet title={HANDOVER.signatures}>
                <Chain name={HANDOVER.signatures} links={signatures(record(), names)} />
              </Sheet>
            </Stack>
            <Sheet title={HANDOVER.files} sub={HANDOVER.pieces(record().recordings.length)} bare fill>
              <DataTable
                name={HANDOVER.files}
                rows={recordings() ?? []}
                columns={COLUMNS}
                rowId={(r) => r.id}
                rowName={(r) => r.sources[0]?.originalName ?? r.id}
                minWidth="36rem"
              />
            </Sheet>
          </Columns>
        </Page>
      )}
    </Show>
  );
}

const COLUMNS: readonly Column<RecordingRecord>[] = [
  {
    id: 'no',
    head: STORE.columns.no,
    width: 'min(11rem, 34vw)',
    cell: (r) => (r.no === null ? NOT_APPLICABLE : formatRecordingNumber(r.no.activity, r.no.item)),
  },
  { id: 'name', head: STORE.columns.name, mono: true, cell: (r) => r.sources[0]?.originalName ?? NOT_APPLICABLE },
  { id: 'type', head: STORE.columns.type, width: '6rem', cell: (r) => MEDIA_TYPE[r.mediaType], onlyWide: true },
  { id: 'size', head: STORE.columns.size, width: 'min(7rem, 23vw)', align: 'end', cell: (r) => size(r.sizeBytes) },
];

interface PartProps {
  readonly record: HandoverRecord;
  readonly recordings: readonly RecordingRecord[];
  readonly names: Names;
}

const bytesOf = (recordings: readonly RecordingRecord[]): number => recordings.reduce((sum, r) => sum + r.sizeBytes, 0);

function About(props: PartProps): JSX.Element {
  return (
    <Sheet>
      <Facts
        facts={[
          { term: HANDOVER.facts.from, detail: props.names.person(props.record.from) },
          { term: HANDOVER.facts.to, detail: props.names.person(props.record.to) },
          { term: HANDOVER.facts.files, detail: HANDOVER.pieces(props.record.recordings.length) },
          { term: HANDOVER.facts.size, detail: size(bytesOf(props.recordings)) },
          { term: HANDOVER.facts.given, detail: timeInTable(props.record.given.at) },
          {
            term: HANDOVER.facts.accepted,
            detail: props.record.accepted === null ? HANDOVER.state.waiting : timeInTable(props.record.accepted.at),
          },
          { term: HANDOVER.facts.remark, detail: props.record.remark ?? NOT_APPLICABLE },
        ]}
      />
    </Sheet>
  );
}

function signatures(record: HandoverRecord, names: Names): readonly ChainLink[] {
  const link = (signed: Signed, title: string): ChainLink => {
    const name = signed.by.kind === 'person' ? names.person(signed.by.person) : '';
    return { id: signed.entry, mark: { kind: 'person', name }, title, at: signed.at, words: name, key: signed.key };
  };
  return [
    ...(record.withdrawn === null ? [] : [link(record.withdrawn, HANDOVER.state.withdrawn)]),
    ...(record.accepted === null ? [] : [link(record.accepted, HANDOVER.actAccept)]),
    link(record.given, HANDOVER.actGive),
  ];
}

/** By what the receiver signs: the bytes read here, or what the giver's PC signed of them. */
function createBasis(props: PartProps, state: () => CheckState) {
  const [basis, setBasis] = createSignal<Basis>('here');
  const sender = () => sendersCheck(props.record, props.recordings);
  return {
    basis,
    setBasis,
    sender,
    /** When the digests were compared; null while they were not. */
    checkedAt: () => {
      const now = state();
      if (basis() === 'sender') return sender()?.at ?? null;
      return now.kind === 'passed' ? now.at : null;
    },
    sentence: () => {
      const from = sender();
      const words = [
        props.names.person(props.record.to),
        props.names.person(props.record.from),
        props.record.recordings.length,
        size(bytesOf(props.recordings)),
      ] as const;
      return basis() === 'sender' && from !== null
        ? HANDOVER.acceptBySender(...words, stationCode(props.names, from.station), timeInTable(from.at))
        : HANDOVER.acceptSentence(...words);
    },
  };
}

/** The custodian's half, when it was not signed together; and the giver's way back. */
function Accept(props: PartProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const footage = useFootageDesk();
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = createSignal('');
  const [cleared, setCleared] = createSignal<readonly 'yes'[]>([]);
  const check = digestCheckOf(props.record.id, footage, () => office.desk.now());
  const mine = () => seat().person === props.record.to;
  const given = () => seat().person === props.record.from;

  const by = createBasis(props, check.state);

  const accept = async (typed: Readonly<Record<string, string>>) => {
    const opened = await office.signAs(seat().person, typed[seat().person] ?? '');
    if (!opened.ok) return void setFaults({ [seat().person]: unlockRefusal(opened.refusal) });
    const at = by.checkedAt();
    if (at === null) return;
    const accepted = await acceptHandover(office.desk, opened.value, props.record, {
      at,
      cardCleared: cleared().length > 0,
      division: seat().record.division,
    });
    setRefusal(accepted.ok ? '' : handoverRefusal(accepted.refusal));
  };
  const withdraw = async () => {
    const result = await withdrawHandover(office.desk, seat(), props.record, seat().record.division);
    setRefusal(result.ok ? '' : handoverRefusal(result.refusal));
  };

  return (
    <>
      <Show when={refusal()}>
        <Note tone="wait" title={refusal()} />
      </Show>
      <Show
        when={mine()}
        fallback={
          <Note
            tone="wait"
            title={HANDOVER.notYours(props.names.person(props.record.to))}
            act={
              <Show when={given()}>
                <Button onPress={withdraw}>{HANDOVER.withdraw}</Button>
              </Show>
            }
          />
        }
      >
        <BasisChoice names={props.names} sender={by.sender()} value={by.basis()} onChange={by.setBasis} />
        <Show when={by.basis() === 'here'}>
          <CheckPanel
            state={check.state()}
            count={props.recordings.length}
            onCheck={() => check.run(props.recordings)}
          />
        </Show>
        <Sheet>
          <Checkboxes
            id="cleared"
            label={HANDOVER.clearedLabel}
            value={cleared()}
            choices={[{ value: 'yes', label: HANDOVER.cardCleared }]}
            onChange={setCleared}
            optional
          />
          <SignBox
            sentence={by.sentence()}
            correction={HANDOVER.correction}
            act={HANDOVER.actAccept}
            signers={[{ id: seat().person as PersonId as string, name: props.names.person(seat().person) }]}
            cannot={by.checkedAt() === null ? HANDOVER.notChecked : undefined}
            faults={faults()}
            onSign={accept}
            wayOut={<Button onPress={withdraw}>{HANDOVER.decline}</Button>}
          />
        </Sheet>
      </Show>
    </>
  );
}
