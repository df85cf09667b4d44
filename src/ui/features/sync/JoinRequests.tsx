import { createSignal, For, type JSX, Show } from 'solid-js';
import { INVITING, STATION_REFUSAL } from '../../../text/inviting.ts';
import { SECOND } from '../../../text/membership.ts';
import { RULE, unlockRefusal } from '../../../text/refusals.ts';
import { SYNC } from '../../../text/sync.ts';
import { NOT_APPLICABLE, timeInTable } from '../../../text/times.ts';
import { type WaitingAct, waitingActs } from '../../../usecases/second-signature.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet, SheetBody } from '../../kit/Sheet.tsx';
import { SignBox } from '../../kit/SignBox.tsx';
import { createNames } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { type AdmitRefusal, type JoinRequest, useSyncDesk } from '../../live/sync-desk.ts';
import { createWatched } from '../../live/watched.ts';
import { createMayInvite } from './may-invite.ts';
import styles from './sync.module.css';

/** PCs that hold an invitation and wait at the door. */
export function JoinRequests(): JSX.Element {
  const sync = useSyncDesk();
  const [admitted, setAdmitted] = createSignal<string>();
  const { desk } = useOffice();
  // Such a PC still waits at the door; asked again here, its admission would be proposed a second time.
  const proposed = createWatched(
    () => null,
    async () => proposedKeys(await waitingActs(desk, null)),
  );
  const waits = (id: string): boolean => proposed()?.includes(id) ?? false;
  return (
    <>
      <Show when={admitted()}>{(station) => <Note title={INVITING.admitted(station())} />}</Show>
      <For each={sync.requests()}>
        {(request) => (
          <Show
            when={!waits(request.id)}
            fallback={
              <Note
                tone="wait"
                title={SECOND.stationWaits(SYNC.station(request.code, request.name))}
                act={<Button href="/people">{SECOND.toPeople}</Button>}
              >
                {SECOND.stationWaitsWhy}
              </Note>
            }
          >
            <Request request={request} onAdmitted={setAdmitted} />
          </Show>
        )}
      </For>
    </>
  );
}

const refusalWords = (refusal: AdmitRefusal): string =>
  refusal.code === 'rule' ? RULE[refusal.rule] : STATION_REFUSAL[refusal.code];

/** Keys of stations whose admission has one signature: a request goes by its station's key. */
const proposedKeys = (acts: readonly WaitingAct[]): readonly string[] =>
  acts.flatMap(({ kind, body }) => {
    const keys = body.keys as { readonly keyId?: string } | undefined;
    return kind === 'station-admitted' && keys?.keyId !== undefined ? [keys.keyId] : [];
  });

function Request(props: {
  readonly request: JoinRequest;
  readonly onAdmitted: (station: string) => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const sync = useSyncDesk();
  const names = createNames();
  const cannot = createMayInvite();
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = createSignal<string>();
  const station = () => SYNC.station(props.request.code, props.request.name);
  const me = () => seat().person;
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    const opened = await office.signAs(me(), typed[me()] ?? '');
    if (!opened.ok) return void setFaults({ [me()]: unlockRefusal(opened.refusal) });
    setFaults({});
    const [name, { id }] = [station(), props.request];
    const words = await attempt(() => sync.admit(id, opened.value), refusalWords);
    setRefusal(words);
    if (words === undefined) props.onAdmitted(name);
  };
  return (
    <Sheet title={INVITING.asks(station())} waits bare>
      <SheetBody>
        <Facts
          columns={2}
          facts={[
            { term: INVITING.facts.station, detail: station() },
            { term: INVITING.facts.place, detail: props.request.place ?? NOT_APPLICABLE },
            { term: INVITING.facts.at, detail: timeInTable(props.request.askedAt) },
            {
              term: INVITING.facts.digits,
              detail: <span class={styles.digits}>{INVITING.digits(props.request.digits)}</span>,
            },
          ]}
        />
        <p>{INVITING.compare}</p>
      </SheetBody>
      <Show when={refusal()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <SignBox
        sentence={INVITING.says(names.person(me()), station(), props.request.digits)}
        correction={INVITING.correction}
        act={INVITING.act(props.request.code)}
        signers={[{ id: me(), name: names.person(me()) }]}
        cannot={cannot()}
        faults={faults()}
        onSign={sign}
        wayOut={
          <Button size="l" onPress={() => sync.refuse(props.request.id)}>
            {INVITING.refuse}
          </Button>
        }
      />
    </Sheet>
  );
}
