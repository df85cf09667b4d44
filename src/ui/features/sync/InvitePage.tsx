import { type JSX, Show } from 'solid-js';
import { INVITING } from '../../../text/inviting.ts';
import { SYNC } from '../../../text/sync.ts';
import { momentNear } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { CopyBox } from '../../kit/CopyBox.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { QrPicture } from '../../kit/QrPicture.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import { useOffice } from '../../live/office.ts';
import { type OpenInvitation, useSyncDesk } from '../../live/sync-desk.ts';
import { Page } from '../../shell/Page.tsx';
import { JoinRequests } from './JoinRequests.tsx';
import { createMayInvite } from './may-invite.ts';
import styles from './sync.module.css';

export interface InvitePageProps {
  readonly save: (name: string, content: Blob) => void;
}

/** /sync/invite: one invitation in four forms, and whoever comes with it. */
export default function InvitePage(props: InvitePageProps): JSX.Element {
  const office = useOffice();
  const sync = useSyncDesk();
  const cannot = createMayInvite();
  const expired = (invitation: OpenInvitation) => invitation.expiresAt <= office.now();
  return (
    <Page title={INVITING.title} purpose={INVITING.purpose} crumbs={[{ words: SYNC.title, href: '/sync' }]}>
      <JoinRequests />
      <Show
        when={sync.invitation()}
        fallback={
          <Sheet>
            <Stack>
              <p>{INVITING.startWhy}</p>
              <Line>
                <Button look="primary" size="l" cannot={cannot()} onPress={() => sync.invite()}>
                  {INVITING.start}
                </Button>
              </Line>
            </Stack>
          </Sheet>
        }
      >
        {(invitation) => (
          <Show when={!expired(invitation())} fallback={<Expired />}>
            <Show when={sync.requests().length === 0}>
              <Note title={INVITING.wait}>{INVITING.waiting}</Note>
            </Show>
            <Invitation invitation={invitation()} code={office.desk.station.code} save={props.save} />
          </Show>
        )}
      </Show>
    </Page>
  );
}

function Expired(): JSX.Element {
  const sync = useSyncDesk();
  return (
    <Note
      tone="wait"
      title={INVITING.expired}
      act={
        <Button look="primary" onPress={() => sync.invite()}>
          {INVITING.again}
        </Button>
      }
    />
  );
}

/** localhost is this PC alone: its link would open nothing elsewhere. */
const opensElsewhere = (link: string): boolean => !/^https?:\/\/localhost[:/]/.test(link);

function Invitation(
  props: InvitePageProps & { readonly invitation: OpenInvitation; readonly code: string },
): JSX.Element {
  const office = useOffice();
  const sync = useSyncDesk();
  const saved = () =>
    props.save(`${INVITING.fileName(props.code)}.lzjoin`, new Blob([props.invitation.text], { type: 'text/plain' }));
  const words = { copied: INVITING.copied, cannotCopy: INVITING.cannotCopy };
  return (
    <Sheet
      title={INVITING.expiresAt(momentNear(props.invitation.expiresAt, office.now()))}
      aside={
        <Button size="s" look="quiet" onPress={() => sync.withdrawInvitation()}>
          {INVITING.withdraw}
        </Button>
      }
    >
      <div class={styles.invite}>
        <div>
          <QrPicture text={props.invitation.link} label={INVITING.qr} />
          <Sub>{INVITING.qrHow}</Sub>
        </div>
        <Stack>
          <Show when={!opensElsewhere(props.invitation.link)}>
            <Note>{INVITING.localOnly}</Note>
          </Show>
          <CopyBox
            id="invite-link"
            label={INVITING.link}
            hint={INVITING.linkHow}
            text={props.invitation.link}
            copy={INVITING.copyLink}
            {...words}
          />
          <CopyBox
            id="invite-text"
            label={INVITING.text}
            hint={INVITING.textHow}
            text={props.invitation.text}
            copy={INVITING.copyText}
            {...words}
            other={
              <Button size="s" onPress={saved}>
                {INVITING.saveFile}
              </Button>
            }
          />
          <Sub>{INVITING.careful}</Sub>
        </Stack>
      </div>
    </Sheet>
  );
}
