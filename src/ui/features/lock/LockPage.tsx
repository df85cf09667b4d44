import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import { JOB } from '../../../text/jobs.ts';
import { LOCK } from '../../../text/lock.ts';
import { ROLE } from '../../../text/nouns.ts';
import { unlockRefusal } from '../../../text/refusals.ts';
import { Button } from '../../kit/Button.tsx';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { PasswordField } from '../../kit/PasswordField.tsx';
import { Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import type { RunningJob } from '../../live/jobs.ts';
import { createNames } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { FirstFrame } from '../../shell/FirstFrame.tsx';

const IN_SIGHT = 5;

/** Choose a name, type the passphrase. Nothing of the bureau but names stands here; jobs go on. */
export default function LockPage(props: { readonly jobs: readonly RunningJob[] }): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const [keys] = createResource(() => office.desk.keyring.personKeys());
  const persons = createMemo(() => {
    const here = new Set((keys() ?? []).map((key) => key.person));
    return names.registers().persons.filter((person) => here.has(person.id));
  });
  const [person, setPerson] = createSignal('');
  const [passphrase, setPassphrase] = createSignal('');
  const [fault, setFault] = createSignal<string | undefined>(undefined);
  const chosen = () => person() || (persons().length === 1 ? (persons()[0]?.id ?? '') : '');
  const running = () => props.jobs.filter(({ job }) => job().kind === 'running');

  const unlock = async () => {
    if (chosen() === '') return void setFault(LOCK.choose);
    const opened = await office.unlock(chosen() as PersonId, passphrase());
    setPassphrase('');
    setFault(opened.ok ? undefined : unlockRefusal(opened.refusal));
  };
  const choices = () =>
    persons().map((p) => ({
      value: p.id as string,
      label: names.person(p.id),
      hint: p.roles.map((role) => ROLE[role]).join('、'),
    }));

  return (
    <FirstFrame title={LOCK.title} purpose={LOCK.purpose} narrow>
      <Stack>
        <Sheet>
          <Stack>
            <Show
              when={choices().length <= IN_SIGHT}
              fallback={
                <Select id="person" label={LOCK.person} value={chosen()} choices={choices()} onChange={setPerson} />
              }
            >
              <RadioChoices
                id="person"
                label={LOCK.person}
                value={chosen()}
                choices={choices()}
                onChange={setPerson}
                stacked
              />
            </Show>
            <PasswordField
              id="passphrase"
              label={LOCK.passphrase}
              value={passphrase()}
              onInput={setPassphrase}
              onEnter={() => void unlock()}
              fault={fault()}
            />
            <Button look="primary" size="l" onPress={unlock}>
              {LOCK.unlock}
            </Button>
          </Stack>
        </Sheet>
        <For each={running()}>{(job) => <Note>{LOCK.running(JOB[job.kind])}</Note>}</For>
        <Note title={LOCK.forgotten}>{LOCK.forgottenWhy}</Note>
      </Stack>
    </FirstFrame>
  );
}
