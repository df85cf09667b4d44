import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { mergeRefusal, PARTY, TWINS } from '../../../text/party.ts';
import { timeInTable } from '../../../text/times.ts';
import { mayLookAt } from '../../../usecases/may-look-at.ts';
import { mergeActivities, type Twins, twinsAmong } from '../../../usecases/merge-activities.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Empty } from '../../kit/Empty.tsx';
import { Facts } from '../../kit/Facts.tsx';
import { Columns, Stack } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { Page } from '../../shell/Page.tsx';

const CRUMBS = [{ words: ACTIVITIES.title, href: '/activities' }];

/** /activities/twins: pairs that look like one activity, created on two machines that had not met. */
export default function TwinsPage(): JSX.Element {
  const seat = useSeat();
  const names = createNames();
  const [merging, setMerging] = createSignal<Twins | null>(null);
  const watched = createWatched(
    () => seat().record,
    async (model, viewer) =>
      twinsAmong((await model.all('activity')).filter((activity) => mayLookAt(activity, viewer))),
  );
  const pairs = createMemo(() => watched() ?? []);
  const cannot = () =>
    seat().record.roles.some((role) => role === 'officer' || role === 'departmentHead') ? undefined : TWINS.role;
  return (
    <Page title={TWINS.title} purpose={TWINS.purpose} crumbs={CRUMBS}>
      <Show when={watched.fault()}>{(error) => <CannotRead error={error()} />}</Show>
      <Show when={watched() !== undefined && pairs().length === 0}>
        <Empty title={TWINS.none} words={TWINS.noneWhy} />
      </Show>
      <Stack>
        <For each={pairs()}>
          {(pair) => (
            <Sheet
              waits
              aside={
                <Button
                  size="s"
                  opens="dialog"
                  cannot={cannot()}
                  reasonAt="before"
                  name={TWINS.mergeOf(formatNumber(pair.other.no), formatNumber(pair.kept.no))}
                  onPress={() => setMerging(pair)}
                >
                  {TWINS.merge}
                </Button>
              }
              title={`${formatNumber(pair.kept.no)}　${formatNumber(pair.other.no)}`}
            >
              <Columns kind="record">
                <One activity={pair.kept} title={TWINS.kept} names={names} />
                <One activity={pair.other} title={TWINS.other} names={names} />
              </Columns>
            </Sheet>
          )}
        </For>
      </Stack>
      <Show when={merging()} keyed>
        {(pair) => <MergeDialog pair={pair} names={names} onClose={() => setMerging(null)} />}
      </Show>
    </Page>
  );
}

function One(props: { readonly activity: ActivityRecord; readonly title: string; readonly names: Names }): JSX.Element {
  const { created, title, plannedAt, place, party, recordings, marks, id, no, officers } = props.activity;
  const maker = created.by.kind === 'person' ? props.names.person(created.by.person) : '';
  const F = ACTIVITIES.facts;
  return (
    <div>
      <p>
        <b>{props.title}</b> <a href={`/activities/${id}`}>{formatNumber(no)}</a> {title ?? ''}
      </p>
      <Facts
        small
        facts={[
          { term: F.plannedAt, detail: plannedAt === null ? '' : timeInTable(plannedAt) },
          { term: F.place, detail: place ?? '' },
          { term: F.party, detail: party ?? '' },
          { term: F.officers, detail: officers.map(props.names.person).join(PARTY.join) },
          { term: PARTY.recordings, detail: `${TWINS.footage(recordings.length)}，${TWINS.marks(marks.length)}` },
          { term: F.created, detail: TWINS.created(maker, timeInTable(created.at)) },
        ]}
      />
    </div>
  );
}

function MergeDialog(props: {
  readonly pair: Twins;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const { other, kept } = props.pair;
  const me = () => props.names.person(seat().person);
  return (
    <SignDialog
      title={TWINS.dialog}
      sentence={TWINS.says(me(), formatNumber(other.no), formatNumber(kept.no))}
      correction={TWINS.correction}
      act={TWINS.act}
      wayOut={TWINS.wayOut}
      done={TWINS.done}
      signer={{ id: seat().person, name: me() }}
      onClose={props.onClose}
      onSign={(passphrase) =>
        signAgain(
          office,
          seat().person,
          passphrase,
          (by) => mergeActivities(office.desk, by, other.id, kept.id),
          mergeRefusal,
        )
      }
    />
  );
}
