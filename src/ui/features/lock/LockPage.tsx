import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import type { PersonRecord } from '../../../domain/records.ts';
import { fromInstant, type Instant, plusMs } from '../../../domain/time.ts';
import type { UnlockRefusal } from '../../../ledger/keyring.ts';
import { DEMO } from '../../../text/demonstration-desk.ts';
import { KEY_REQUEST } from '../../../text/inviting.ts';
import { JOB } from '../../../text/jobs.ts';
import { LOCK } from '../../../text/lock.ts';
import { unlockRefusal } from '../../../text/refusals.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { OneOf } from '../../kit/Choices.tsx';
import { JobLine } from '../../kit/JobPanel.tsx';
import { Row, Rows, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { PasswordField } from '../../kit/PasswordField.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import type { RunningJob } from '../../live/jobs.ts';
import { createKeysHere } from '../../live/keys-here.ts';
import { createNames } from '../../live/names.ts';
import { isDemonstration, useOffice } from '../../live/office.ts';
import { FirstFrame } from '../../shell/FirstFrame.tsx';
import { KeyRequests } from './KeyRequests.tsx';
import { helpersFor, lockChoices, secondsUntil } from './lock-view.ts';
import { Reseat } from './Reseat.tsx';

/** Who sat here last in this window: most often the same person comes back. */
let lastHere: PersonId | '' = '';

/** Choose a name, type the passphrase. Nothing of the bureau but names stands here; jobs go on. */
export default function LockPage(props: { readonly jobs: readonly RunningJob[] }): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const keyOf = createKeysHere(() => names.registers().persons);
  const members = createMemo(() => names.registers().persons.filter(({ left }) => left === undefined));
  const persons = createMemo(() => members().filter((person) => keyOf(person) === 'here'));
  const running = () => props.jobs.filter(({ job }) => job().kind === 'running' || job().kind === 'waiting');
  const known = (): boolean => names.registers().persons.length > 0 && keyOf.known();
  const nobody = (): boolean => known() && persons().length === 0;
  return (
    <FirstFrame
      title={nobody() ? KEY_REQUEST.nobodyTitle : LOCK.title}
      purpose={nobody() ? KEY_REQUEST.nobodyPurpose : LOCK.purpose}
      demo={isDemonstration(office)}
      narrow
    >
      <Stack>
        <Show when={isDemonstration(office) && office.demonstration}>
          {(desk) => (
            <Note title={DEMO.passphrase} act={<Button onPress={desk().leave}>{DEMO.leave}</Button>}>
              {DEMO.banner}
            </Note>
          )}
        </Show>
        <Show when={persons().length > 0}>
          <Door persons={persons()} />
        </Show>
        <Show when={known()}>
          <Show when={members().some((person) => keyOf(person) === 'lost')}>
            <NoKeys />
          </Show>
          <KeyRequests
            persons={members().filter((person) => keyOf(person) !== 'here')}
            lost={(person) => keyOf(person) === 'lost'}
            first={persons().length === 0}
          />
        </Show>
        <Show when={known()}>
          <Reseat names={names} />
        </Show>
        <Show when={running().length > 0}>
          <Sheet low bare title={LOCK.running}>
            <Rows>
              <For each={running()}>
                {(one) => (
                  <Row end={<JobLine name={JOB[one.kind]} job={one.job()} nowMs={fromInstant(office.now())} />}>
                    {JOB[one.kind]}
                  </Row>
                )}
              </For>
            </Rows>
          </Sheet>
        </Show>
      </Stack>
    </FirstFrame>
  );
}

function NoKeys(): JSX.Element {
  return (
    <Note tone="wait" title={LOCK.nobody}>
      {LOCK.nobodyWhy}
    </Note>
  );
}

/** Counts down what the keyring told to wait; the keyring itself decides whether a try is made. */
function createWait(now: () => Instant) {
  const [until, setUntil] = createSignal<Instant | null>(null);
  const left = createMemo(() => secondsUntil(until(), now()));
  createEffect(on(left, (seconds) => seconds === 0 && announce(LOCK.waitOver), { defer: true }));
  return { left, start: (seconds: number) => setUntil(plusMs(now(), seconds * 1000)), end: () => setUntil(null) };
}

function Door(props: { readonly persons: readonly PersonRecord[] }): JSX.Element {
  const office = useOffice();
  const [picked, setPicked] = createSignal<string>(lastHere);
  const [passphrase, setPassphrase] = createSignal('');
  const [fault, setFault] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const wait = createWait(office.now);
  let box: HTMLInputElement | undefined;
  const chosen = (): PersonId | '' => {
    const one = props.persons.find((person) => person.id === picked());
    return one?.id ?? (props.persons.length === 1 ? (props.persons[0]?.id ?? '') : '');
  };
  const choose = (person: string): void => {
    setPicked(person);
    setFault(undefined);
    wait.end();
    box?.focus();
  };
  const refusal = (refused: UnlockRefusal): string => {
    if (refused.code === 'locked-out') wait.start(refused.seconds);
    return unlockRefusal(refused);
  };
  const unlock = async (): Promise<void> => {
    const person = chosen();
    const typed = passphrase();
    if (person === '') return void setFault(LOCK.choose);
    if (typed === '') return void setFault(LOCK.empty);
    if (busy() || wait.left() > 0) return;
    setBusy(true);
    setPassphrase('');
    lastHere = person;
    const words = await attempt(() => office.unlock(person, typed), refusal);
    setBusy(false);
    setFault(words);
    if (words !== undefined) announce(words, 'assertive');
  };
  const said = (): string | undefined =>
    wait.left() > 0 ? unlockRefusal({ code: 'locked-out', seconds: wait.left() }) : fault();
  return (
    <>
      <Sheet>
        <Stack>
          <OneOf
            id="person"
            label={LOCK.person}
            value={chosen() as string}
            choices={lockChoices(props.persons)}
            onChange={choose}
          />
          <PasswordField
            id="passphrase"
            label={LOCK.passphrase}
            value={passphrase()}
            onInput={setPassphrase}
            onEnter={() => void unlock()}
            fault={said()}
            ref={(el) => {
              box = el;
              if (chosen() !== '') queueMicrotask(() => el.focus());
            }}
          />
          <Button
            look="primary"
            size="l"
            cannot={wait.left() > 0 ? LOCK.wait(wait.left()) : undefined}
            reasonAt="under"
            onPress={unlock}
          >
            {LOCK.unlock}
          </Button>
        </Stack>
      </Sheet>
      <Note title={LOCK.forgotten}>
        {LOCK.forgottenWhy}
        <Helpers persons={props.persons} forgetful={chosen()} />
      </Note>
    </>
  );
}

function Helpers(props: { readonly persons: readonly PersonRecord[]; readonly forgetful: PersonId | '' }): JSX.Element {
  const helpers = (): readonly string[] => helpersFor(props.persons, props.forgetful);
  return <>{helpers().length > 0 ? LOCK.helpers(helpers()) : LOCK.noHelpers}</>;
}
