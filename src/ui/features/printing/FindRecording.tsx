import { createSignal, For, type JSX, Match, onCleanup, Show, Switch } from 'solid-js';
import type { RegisterRow } from '../../../domain/ports/read-model.ts';
import { PRINT } from '../../../text/printing.ts';
import { REGISTER } from '../../../text/register.ts';
import { timeInTable } from '../../../text/times.ts';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Row, Rows } from '../../kit/Layout.tsx';
import { WHOLE_REGISTER } from '../../kit/register-address.ts';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { useOffice } from '../../live/office.ts';
import { PrintLink } from './PrintLink.tsx';

const TYPING_PAUSE_MS = 250;
const FOUND = 6;

/** A recording by its number, party, place or file name; the first few that match. */
export function FindRecording(): JSX.Element {
  const office = useOffice();
  const [typed, setTyped] = createSignal('');
  const [found, setFound] = createSignal<readonly RegisterRow[]>();
  const [fault, setFault] = createSignal<unknown>(null);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(waiting));
  const look = async (text: string): Promise<void> => {
    if (text.trim() === '') return void setFound(undefined);
    try {
      const page = await office.desk.records.register({ ...WHOLE_REGISTER, text }, { offset: 0, limit: FOUND });
      // Typing went on meanwhile: a later answer is on its way.
      if (text === typed()) setFound(page.rows);
    } catch (error) {
      setFault(() => error);
    }
  };
  return (
    <>
      <TextField
        id="find-recording"
        label={PRINT.f10.find}
        hint={PRINT.f10.findHint}
        inputMode="search"
        value={typed()}
        onInput={(text) => {
          setTyped(text);
          clearTimeout(waiting);
          waiting = setTimeout(() => void look(text), TYPING_PAUSE_MS);
        }}
      />
      <Switch>
        <Match when={fault()}>{(error) => <CannotRead error={error()} />}</Match>
        <Match when={found()}>
          {(rows) => (
            <Show when={rows().length > 0} fallback={<p role="status">{PRINT.f10.nothing}</p>}>
              <Rows>
                <For each={rows()}>
                  {(row) => (
                    <Row end={<PrintLink href={`/print/F10/${row.id}`} no={row.no ?? row.originalName ?? ''} />}>
                      <b>{row.no ?? REGISTER.noNumber}</b>{' '}
                      <Sub>
                        {[row.originalName, row.party, timeInTable(row.capturedAt)]
                          .filter((part) => part !== null)
                          .join(REGISTER.join)}
                      </Sub>
                    </Row>
                  )}
                </For>
              </Rows>
            </Show>
          )}
        </Match>
      </Switch>
    </>
  );
}
