import { useNavigate, useSearchParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import { HANDOVER } from '../../../text/handover.ts';
import { MEDIA_TYPE } from '../../../text/nouns.ts';
import { STORE } from '../../../text/store.ts';
import { size } from '../../../text/times.ts';
import { MOST_IN_HANDOVER } from '../../../usecases/hand-over.ts';
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
import { Page } from '../../shell/Page.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { readyGroups } from './handover-view.ts';
import { createNewHandover, type NewHandover } from './new-handover.ts';

const COLUMNS: readonly Column<RegisterRow>[] = [
  { id: 'no', head: STORE.columns.no, width: 'min(8rem, 24vw)', cell: (row) => row.shortNo ?? '' },
  { id: 'name', head: STORE.columns.name, mono: true, cell: (row) => row.originalName ?? '' },
  { id: 'type', head: STORE.columns.type, width: '6rem', cell: (row) => MEDIA_TYPE[row.mediaType], onlyWide: true },
  { id: 'size', head: STORE.columns.size, width: 'min(7rem, 23vw)', align: 'end', cell: (row) => size(row.sizeBytes) },
];

/** /handover/new: choose, check the digests, two persons sign; or the giver signs now and the custodian later. */
export default function NewHandoverPage(): JSX.Element {
  const navigate = useNavigate();
  const [query] = useSearchParams<{ recordings?: string; activity?: string }>();
  const making = createNewHandover(
    () => ({ recordings: query.recordings ?? '', activity: query.activity ?? '' }),
    (id) => navigate(`/handover/${id}`),
  );
  return (
    <Page
      title={HANDOVER.newTitle}
      purpose={HANDOVER.newPurpose}
      density="compact"
      crumbs={[{ words: HANDOVER.title, href: '/handover' }]}
    >
      <Show
        when={making.ready().length > 0}
        fallback={
          <Show when={making.loaded()}>
            <Sheet>
              <Empty title={HANDOVER.chooseNone} words={HANDOVER.chooseNoneWhy} />
            </Sheet>
          </Show>
        }
      >
        <Columns kind="record">
          <Stack>
            <Show when={making.allReady() > MOST_IN_HANDOVER}>
              <Note>{HANDOVER.manyReady(making.allReady(), MOST_IN_HANDOVER)}</Note>
            </Show>
            <Receiver making={making} />
            <CheckPanel
              state={making.check.state()}
              count={making.rows().length}
              cannot={making.unfit()}
              onCheck={making.runCheck}
            />
            <Show when={making.refusal()}>
              <Note tone="wait" title={making.refusal()} />
            </Show>
            <Sign making={making} />
          </Stack>
          <Files making={making} />
        </Columns>
      </Show>
    </Page>
  );
}

interface PartProps {
  readonly making: NewHandover;
}

function Receiver(props: PartProps): JSX.Element {
  const m = props.making;
  return (
    <Sheet title={HANDOVER.receiver}>
      <Stack>
        <Show when={m.takers().length > 0} fallback={<Note tone="wait">{HANDOVER.receiverNone}</Note>}>
          <Select
            id="receiver"
            label={HANDOVER.receiver}
            value={m.to()}
            choices={m.takers().map((person) => ({ value: person.id as string, label: m.names.person(person.id) }))}
            onChange={m.setTo}
          />
        </Show>
        <RadioChoices
          id="how"
          label={HANDOVER.how}
          value={m.how()}
          stacked
          choices={[
            { value: 'both', label: HANDOVER.both },
            { value: 'give', label: HANDOVER.onlyGive },
          ]}
          onChange={m.setHow}
        />
        <Show when={m.how() === 'both'}>
          <Checkboxes
            id="cleared"
            label={HANDOVER.clearedLabel}
            value={m.cleared()}
            choices={[{ value: 'yes', label: HANDOVER.cardCleared }]}
            onChange={m.setCleared}
            optional
          />
        </Show>
        <TextField
          id="remark"
          label={HANDOVER.remark}
          optional
          maxLength={500}
          value={m.remark()}
          onInput={m.setRemark}
        />
      </Stack>
    </Sheet>
  );
}

function Sign(props: PartProps): JSX.Element {
  const m = props.making;
  const giver = () => m.signers()[0]?.name ?? '';
  const taker = () => (m.to() === '' ? HANDOVER.receiver : m.names.person(m.to() as PersonId));
  return (
    <Sheet>
      <SignBox
        sentence={HANDOVER.sentence(giver(), taker(), m.rows().length, size(m.bytes()))}
        correction={HANDOVER.correction}
        act={m.how() === 'both' ? HANDOVER.act : HANDOVER.actGive}
        signers={m.signers()}
        cannot={m.missing()}
        faults={m.faults()}
        onSign={m.sign}
        wayOut={<Button href="/handover">{HANDOVER.wayOut}</Button>}
      />
    </Sheet>
  );
}

function Files(props: PartProps): JSX.Element {
  const m = props.making;
  return (
    <Sheet title={HANDOVER.choose} sub={size(m.bytes())} bare fill>
      <DataTable
        name={HANDOVER.choose}
        rows={readyGroups(m.ready()).flatMap((group) => group.rows)}
        columns={COLUMNS}
        rowId={(row) => row.id}
        rowName={(row) => row.shortNo ?? row.originalName ?? row.id}
        selected={m.selected()}
        onSelect={m.choose}
        groupOf={(row) => row.activity ?? ''}
        groupHead={(key, count) => groupHead(m.ready(), key, count)}
        minWidth="36rem"
      />
    </Sheet>
  );
}

const groupHead = (rows: readonly RegisterRow[], key: string, count: number): string => {
  const title = rows.find((row) => (row.activity ?? '') === key)?.activityTitle;
  return key === '' ? HANDOVER.unlinked(count) : HANDOVER.byActivity(title ?? '', count);
};
