import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js';
import type { EntryId } from '../../../domain/ids.ts';
import { SPILL_GROUNDS, type SpillGround } from '../../../domain/spill-record.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { decodeForm } from '../../../ledger/entry.ts';
import type { StoredEntry } from '../../../ledger/ports.ts';
import { entryKind } from '../../../text/entry-kinds.ts';
import { SPILL, SPILL_GROUND, spillRefusal } from '../../../text/spill.ts';
import { timeInTable, UNKNOWN } from '../../../text/times.ts';
import { MOST_SPILLED, orderDeletion, wordedEntries } from '../../../usecases/spill.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkbox, Checkboxes, RadioChoices } from '../../kit/Choices.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Fields, Line, Row, Rows } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { TextField } from '../../kit/TextField.tsx';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createRegisterSearch } from '../../live/register-search.ts';
import { createSigning } from '../../live/signing.ts';
import { createWatched } from '../../live/watched.ts';
import { type Found, foundActivities } from './spill-view.ts';

export interface OrderDialogProps {
  readonly names: Names;
  readonly onClose: () => void;
  /** Signed by one: the words that say who has to sign too. */
  readonly onWaits: (words: string) => void;
}

/** 要求删去: find where it was written, tick the entries, say of what sort it is, sign. */
export function OrderDialog(props: OrderDialogProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const signing = createSigning();
  const [found, setFound] = createSignal<Found | null>(null);
  const [chosen, setChosen] = createSignal<readonly EntryId[]>([]);
  const [files, setFiles] = createSignal(false);
  const [ground, setGround] = createSignal<SpillGround | ''>('');
  const [note, setNote] = createSignal('');
  const me = () => seat().person;
  const missing = () => {
    if (chosen().length === 0) return SPILL.nothingChosen;
    if (chosen().length > MOST_SPILLED) return SPILL.tooMany;
    return ground() === '' ? SPILL.groundMissing : undefined;
  };
  const choose = (one: Found | null): void => {
    setFound(one);
    setChosen([]);
    setFiles(false);
  };
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const sort = ground();
    if (sort === '') return;
    const recording = found()?.recording ?? null;
    const order = {
      ground: sort,
      entries: chosen(),
      recordings: files() && recording !== null ? [recording] : [],
      note: note().trim() === '' ? null : note().trim(),
    };
    let waits: string | null = null;
    const done = await signing.sign(
      typed,
      (by) => orderDeletion(office.desk, by, order),
      (refusal) => {
        const words = spillRefusal(refusal);
        if (refusal.code === 'waits-for-second') waits = words;
        return words;
      },
    );
    if (waits !== null) props.onWaits(waits);
    if (done || waits !== null) props.onClose();
  };
  return (
    <Dialog open wide firm title={SPILL.dialogTitle} onClose={props.onClose}>
      <Show when={signing.refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <Fields>
        <Show when={found()} keyed fallback={<Find onChoose={choose} />}>
          {(one) => (
            <Ticks
              found={one}
              chosen={chosen()}
              onChange={setChosen}
              files={files()}
              onFiles={setFiles}
              onOther={() => choose(null)}
            />
          )}
        </Show>
        <Ground value={ground()} onChange={setGround} />
        <TextField
          id="spill-note"
          label={SPILL.note}
          hint={SPILL.noteHint}
          optional
          rows={2}
          maxLength={500}
          value={note()}
          onInput={setNote}
        />
      </Fields>
      <SignBox
        sentence={SPILL.says(
          props.names.person(me()),
          chosen().length,
          files() && found()?.recording ? 1 : 0,
          ground() === '' ? SPILL.groundOpen : SPILL_GROUND[ground() as SpillGround],
        )}
        correction={SPILL.correction}
        act={SPILL.act}
        signers={[{ id: me(), name: props.names.person(me()) }]}
        cannot={missing()}
        faults={signing.faults()}
        onSign={sign}
        wayOut={<Button onPress={props.onClose}>{SPILL.wayOut}</Button>}
      />
    </Dialog>
  );
}

const Ground = (props: {
  readonly value: SpillGround | '';
  readonly onChange: (ground: SpillGround) => void;
}): JSX.Element => (
  <RadioChoices
    id="spill-ground"
    label={SPILL.ground}
    value={props.value as SpillGround}
    choices={SPILL_GROUNDS.map((value) => ({ value, label: SPILL_GROUND[value] }))}
    onChange={props.onChange}
  />
);

function Find(props: { readonly onChoose: (found: Found) => void }): JSX.Element {
  const [text, setText] = createSignal('');
  const search = createRegisterSearch();
  const activities = createWatched(
    () => null,
    (model) => model.all('activity'),
  );
  const found = createMemo((): readonly Found[] => [
    ...foundActivities(activities() ?? [], text()),
    ...search.found().map(({ id, words }) => ({
      subject: subjectOf('recording', id as never),
      words,
      recording: id as Found['recording'],
    })),
  ]);
  return (
    <>
      <TextField
        id="spill-find"
        label={SPILL.find}
        hint={SPILL.findHint}
        value={text()}
        onInput={(typed) => {
          setText(typed);
          search.ask(typed);
        }}
      />
      <Show when={text().trim() !== ''}>
        <Show when={found().length > 0} fallback={<p>{SPILL.nothing}</p>}>
          <Rows>
            <For each={found()}>
              {(one) => (
                <Row
                  end={
                    <Button size="s" name={SPILL.chosen(one.words)} onPress={() => props.onChoose(one)}>
                      {SPILL.found}
                    </Button>
                  }
                >
                  {one.words}
                </Row>
              )}
            </For>
          </Rows>
        </Show>
      </Show>
    </>
  );
}

interface TicksProps {
  readonly found: Found;
  readonly chosen: readonly EntryId[];
  readonly onChange: (chosen: readonly EntryId[]) => void;
  readonly files: boolean;
  readonly onFiles: (on: boolean) => void;
  readonly onOther: () => void;
}

function Ticks(props: TicksProps): JSX.Element {
  const { desk } = useOffice();
  const [entries] = createResource(
    () => props.found.subject,
    (subject) => wordedEntries(desk, subject),
    // Awaited, it would empty the page and this dialog with it.
    { initialValue: [] },
  );
  return (
    <>
      <Line>
        <b>{SPILL.chosen(props.found.words)}</b>
        <Button size="s" look="quiet" onPress={props.onOther}>
          {SPILL.other}
        </Button>
      </Line>
      <Checkboxes
        id="spill-entries"
        label={SPILL.tick}
        hint={SPILL.tickHint}
        stacked
        value={props.chosen}
        choices={(entries.latest ?? []).map((entry) => ({ value: entry.id, label: entryWords(entry) }))}
        onChange={props.onChange}
      />
      <Show when={props.found.recording !== null}>
        <Checkbox id="spill-files" label={SPILL.files} checked={props.files} onChange={props.onFiles} />
      </Show>
    </>
  );
}

function entryWords({ kind, jws }: StoredEntry): string {
  const form = decodeForm(jws);
  return SPILL.entry(entryKind(kind), form.ok ? timeInTable(form.value.payload.at) : UNKNOWN);
}
