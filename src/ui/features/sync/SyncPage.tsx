import { type JSX, Show } from 'solid-js';
import { faultLine } from '../../../text/fault-line.ts';
import { SYNC } from '../../../text/sync.ts';
import { commas } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { useOffice } from '../../live/office.ts';
import { type SyncReport, useSyncDesk } from '../../live/sync-desk.ts';
import { Page } from '../../shell/Page.tsx';
import { JoinRequests } from './JoinRequests.tsx';
import { createMayInvite } from './may-invite.ts';
import { PeerTable } from './PeerTable.tsx';
import { nameOf } from './sync-view.ts';
import { UndeliveredSheet } from './UndeliveredSheet.tsx';

/** 同步: how the books of the other stations stand to this one, and what has reached none of them. */
export default function SyncPage(): JSX.Element {
  const office = useOffice();
  const sync = useSyncDesk();
  const cannot = createMayInvite();
  return (
    <Page
      title={SYNC.title}
      purpose={SYNC.purpose}
      actions={
        <>
          <Button onPress={() => sync.retry()} cannot={office.tab() === 'follower' ? SYNC.otherTab : undefined}>
            {SYNC.retry}
          </Button>
          <Show when={sync.byHand}>
            <Button href="/sync/by-hand">{SYNC.byHand}</Button>
          </Show>
          <Button look="primary" href="/sync/invite" cannot={cannot()} reasonAt="hidden">
            {SYNC.invite}
          </Button>
        </>
      }
    >
      <JoinRequests />
      <Show when={sync.report()} fallback={<Sheet>{SYNC.reading}</Sheet>}>
        {(report) => <Report report={report()} cannot={cannot()} />}
      </Show>
    </Page>
  );
}

function Report(props: { readonly report: SyncReport; readonly cannot: string | undefined }): JSX.Element {
  const office = useOffice();
  return (
    <>
      <Show when={props.report.fault}>{(code) => <Note tone="wait" title={faultLine(code())} />}</Show>
      <Show when={props.report.peers.length > 0} fallback={<NoPeers cannot={props.cannot} />}>
        <PeerTable report={props.report} now={office.now()} />
        <ForkNotes report={props.report} />
      </Show>
      <Columns kind="side">
        <UndeliveredSheet report={props.report} />
        <Stack pane={SYNC.whatTravels}>
          <Sheet title={SYNC.whatTravels}>
            <Stack>
              <p>{SYNC.whatTravelsWhy}</p>
              <Facts small facts={[{ term: SYNC.ours, detail: SYNC.oursCount(props.report.ours) }]} />
              <p>{SYNC.service[props.report.service]}</p>
            </Stack>
          </Sheet>
        </Stack>
      </Columns>
    </>
  );
}

function NoPeers(props: { readonly cannot: string | undefined }): JSX.Element {
  const act = (index: number): JSX.Element =>
    index === 0 ? (
      <Button look="primary" href="/sync/invite" cannot={props.cannot} reasonAt="under">
        {SYNC.invite}
      </Button>
    ) : undefined;
  return (
    <Empty
      title={SYNC.none}
      words={SYNC.noneWhy}
      acts={SYNC.noneActs.map((each, index) => ({ ...each, act: act(index) }))}
    />
  );
}

function ForkNotes(props: { readonly report: SyncReport }): JSX.Element {
  const forked = () => props.report.peers.flatMap((peer) => (peer.fork === null ? [] : [{ peer, fork: peer.fork }]));
  return (
    <>
      {forked().map(({ peer, fork }) => (
        <Note tone="wait" title={SYNC.forkTitle(nameOf(peer), commas(fork.seq))}>
          {SYNC.forkWhy}
        </Note>
      ))}
    </>
  );
}
