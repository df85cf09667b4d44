import { createResource, For, type JSX, Show } from 'solid-js';
import type { BatchRecord } from '../../../domain/records.ts';
import { CARD_ACCOUNT, CARD_STANDING } from '../../../text/card-account.ts';
import { cardAccount } from '../../../usecases/card-account.ts';
import { Facts } from '../../kit/Facts.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Tag } from '../../kit/Words.tsx';
import { useFootageDesk } from '../../live/footage-desk.ts';
import type { Names } from '../../live/names.ts';
import { createWatched } from '../../live/watched.ts';
import { accountLines, isKept } from './card-account-view.ts';

/** All that was on the card: in the book or not, and where it is kept. Stands before any word about clearing the card. */
export function CardSheet(props: { readonly batch: BatchRecord; readonly names: Names }): JSX.Element {
  const footage = useFootageDesk();
  const [list] = createResource(
    () => props.batch.id,
    (batch) => footage.cardList(batch),
  );
  const records = createWatched(
    () => ({ taken: props.batch.recordings, before: list()?.before ?? [] }),
    async (model, { taken, before }) => ({
      taken: await model.getMany('recording', taken),
      before: await model.getMany('recording', before),
    }),
  );
  const account = () => {
    const known = records();
    return known === undefined || list.loading ? null : cardAccount(list() ?? null, known.taken, known.before);
  };
  return (
    <Show when={account()}>
      {(now) => (
        <Sheet
          title={CARD_ACCOUNT.title}
          aside={<Tag tone={isKept(now().standing) ? 'good' : 'wait'}>{CARD_STANDING[now().standing].says}</Tag>}
        >
          <Stack>
            <Facts
              facts={accountLines(now(), props.names.medium).map(({ term, details }) => ({
                term,
                detail: <For each={details}>{(words) => <div>{words}</div>}</For>,
              }))}
            />
            <Show when={now().leftOutPaths.length > 0}>
              <LeftOut paths={now().leftOutPaths} count={now().leftOut} />
            </Show>
            <Note tone={isKept(now().standing) ? 'plain' : 'wait'}>{CARD_STANDING[now().standing].why}</Note>
          </Stack>
        </Sheet>
      )}
    </Show>
  );
}

function LeftOut(props: { readonly paths: readonly string[]; readonly count: number }): JSX.Element {
  return (
    <details>
      <summary>{CARD_ACCOUNT.leftOutShow}</summary>
      <ul>
        <For each={props.paths}>{(path) => <li>{path}</li>}</For>
      </ul>
      <Show when={props.count > props.paths.length}>
        <p>{CARD_ACCOUNT.leftOutMore(props.count - props.paths.length)}</p>
      </Show>
    </details>
  );
}
