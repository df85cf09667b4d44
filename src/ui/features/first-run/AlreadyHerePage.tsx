import { useLocation } from '@solidjs/router';
import { createResource, type JSX, Show } from 'solid-js';
import { INVITE_REFUSAL, JOINING } from '../../../text/joining.ts';
import { UNKNOWN_NAME } from '../../../text/names.ts';
import { SYNC } from '../../../text/sync.ts';
import { Button } from '../../kit/Button.tsx';
import { Note } from '../../kit/Note.tsx';
import type { JoinDesk } from '../../live/join-desk.ts';
import { createNames } from '../../live/names.ts';
import { useOffice } from '../../live/office.ts';
import { Page } from '../../shell/Page.tsx';

/** /join on a PC that belongs to a bureau already: one address is one station for good. */
export default function AlreadyHerePage(props: { readonly join: Pick<JoinDesk, 'read'> }): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const location = useLocation();
  const [read] = createResource(
    () => location.hash,
    (hash) => props.join.read(hash),
  );
  const title = () => {
    const { bureau, stations } = names.registers();
    const own = stations.find((each) => each.id === office.desk.station.station);
    return JOINING.already(
      bureau?.name ?? UNKNOWN_NAME,
      SYNC.station(office.desk.station.code, own?.name ?? UNKNOWN_NAME),
    );
  };
  const words = () => {
    const invite = read();
    if (invite === undefined) return '';
    if (!invite.ok) return INVITE_REFUSAL[invite.refusal];
    const same = invite.value.bureau === office.desk.station.bureau;
    return same ? JOINING.alreadySame : JOINING.alreadyOther(invite.value.bureauName);
  };
  return (
    <Page title={JOINING.title}>
      <Show when={read()}>
        <Note
          tone="wait"
          title={title()}
          act={
            <Button look="primary" href="/">
              {JOINING.toDesk}
            </Button>
          }
        >
          {words()}
        </Note>
      </Show>
    </Page>
  );
}
