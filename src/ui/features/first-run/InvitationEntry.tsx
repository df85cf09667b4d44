import { createSignal, type JSX, onMount, Show } from 'solid-js';
import { INVITE_FILE_ENDING, type Invite } from '../../../domain/invite.ts';
import { INVITE_REFUSAL, JOINING } from '../../../text/joining.ts';
import { SYNC } from '../../../text/sync.ts';
import { Button } from '../../kit/Button.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { JoinDesk } from '../../live/join-desk.ts';
import { ScanBox } from './ScanBox.tsx';

export interface InvitationEntryProps {
  readonly read: JoinDesk['read'];
  readonly scan: JoinDesk['scan'];
  /** From the address of the page; read at once. */
  readonly given?: string | undefined;
  readonly onInvite: (invite: Invite) => void;
}

const namedBy = ({ bureauName, inviter }: Invite): string =>
  JOINING.readInvitation(bureauName, SYNC.station(inviter.code, inviter.name));

/** An invitation by camera, paste, file or link. It is read when it comes, so that what is wrong is said here. */
export function InvitationEntry(props: InvitationEntryProps): JSX.Element {
  const [text, setText] = createSignal(props.given ?? '');
  const [invite, setInvite] = createSignal<Invite | null>(null);
  const [fault, setFault] = createSignal<string>();
  const [scanning, setScanning] = createSignal(false);
  let file: HTMLInputElement | undefined;
  const look = async (): Promise<Invite | null> => {
    if (text().trim() === '') return null;
    const read = await props.read(text());
    setInvite(read.ok ? read.value : null);
    setFault(read.ok ? undefined : INVITE_REFUSAL[read.refusal]);
    return read.ok ? read.value : null;
  };
  const put = (next: string): void => {
    setText(next);
    setInvite(null);
    setFault(undefined);
    // Named as soon as it is whole, so that nothing moves under the pointer on its way to the button; faults wait.
    if (next.trim() === '') return;
    void props.read(next).then((read) => read.ok && text() === next && setInvite(read.value));
  };
  const open = async (): Promise<void> => {
    const chosen = file?.files?.[0];
    if (chosen === undefined) return;
    setText(await chosen.text());
    if (file !== undefined) file.value = '';
    await look();
  };
  // Read anew on going on: it may have expired while it lay there.
  const next = async (): Promise<void> => {
    const read = await look();
    if (read !== null) props.onInvite(read);
  };
  const seen = async (shown: string): Promise<boolean> => {
    const read = await props.read(shown);
    if (read.ok) put(shown);
    return read.ok;
  };
  onMount(() => void look());
  return (
    <Stack>
      <Show when={props.given !== undefined && invite() !== null}>
        <Sub>{JOINING.fromLink}</Sub>
      </Show>
      <TextField
        id="invitation"
        label={JOINING.paste}
        hint={JOINING.pasteHint}
        rows={4}
        mono
        value={text()}
        onInput={put}
        onLeave={() => void look()}
        fault={fault()}
      />
      <Show when={invite()}>{(read) => <b role="status">{namedBy(read())}</b>}</Show>
      <Line>
        <Button look="primary" size="l" cannot={text().trim() === '' ? JOINING.missing : undefined} onPress={next}>
          {JOINING.next}
        </Button>
        <Button size="l" onPress={() => file?.click()}>
          {JOINING.openFile}
        </Button>
        <Show when={props.scan !== null}>
          <Button size="l" expanded={scanning()} onPress={() => setScanning(!scanning())}>
            {scanning() ? JOINING.scanStop : JOINING.scan}
          </Button>
        </Show>
        <input
          type="file"
          hidden
          accept={INVITE_FILE_ENDING}
          aria-label={JOINING.openFile}
          data-testid="invite-file"
          ref={(el) => {
            file = el;
          }}
          onChange={open}
        />
      </Line>
      <Show when={scanning() && props.scan}>
        {(scanner) => <ScanBox scanner={scanner()} onText={seen} onFound={() => setScanning(false)} />}
      </Show>
    </Stack>
  );
}
