import { createComputed, createMemo, type JSX, mapArray, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { never } from '../../../base/never.ts';
import type { Instant } from '../../../domain/time.ts';
import { TODAY } from '../../../text/today.ts';
import { type DueItem, DueList } from '../../kit/Board.tsx';
import { Button } from '../../kit/Button.tsx';
import { Flag } from '../../kit/Words.tsx';
import { type DueWords, dueWords, type Naming } from './due-words.ts';
import { ReturnButton } from './ReturnButton.tsx';
import styles from './Today.module.css';
import type { Due } from './today-view.ts';

export interface DueRowsProps {
  readonly items: readonly Due[];
  readonly now: Instant;
  readonly naming: Naming;
  /** Something more urgent stands above. */
  readonly beside: boolean;
}

/** Rows keep their elements from minute to minute, so that the focus on a button stays. */
export function DueRows(props: DueRowsProps): JSX.Element {
  const [rows, setRows] = createStore<{ list: DueWords[] }>({ list: [] });
  createComputed(() => {
    const words = props.items.map((item) => dueWords(item, props.now, props.naming));
    setRows('list', reconcile(words, { key: 'id' }));
  });
  const byId = createMemo(() => new Map(props.items.map((item) => [item.id, item])));
  const shown = mapArray(
    () => rows.list,
    (row): DueItem => ({
      id: row.id,
      get when() {
        return row.when;
      },
      get whenSub() {
        return row.whenSub;
      },
      get what() {
        return row.what;
      },
      why: <Why row={row} />,
      act: (
        <Show when={byId().get(row.id)}>{(item) => <Act item={item()} what={row.what} naming={props.naming} />}</Show>
      ),
    }),
  );
  return (
    <Show when={rows.list.length > 0} fallback={<Nothing beside={props.beside} />}>
      <DueList items={shown()} />
    </Show>
  );
}

function Nothing(props: { readonly beside: boolean }): JSX.Element {
  return (
    <p class={styles.nothing}>
      <Show when={props.beside} fallback={`${TODAY.due.nothing}${TODAY.due.nothingWords}`}>
        {TODAY.due.none}
      </Show>
    </p>
  );
}

function Why(props: { readonly row: DueWords }): JSX.Element {
  return (
    <>
      {props.row.why}
      <Show when={props.row.late}>
        {' '}
        <Flag grade="unexplained" article={13} />
      </Show>
    </>
  );
}

const A = TODAY.acts;

function actOf(item: Due): { readonly words: string; readonly href: string } {
  switch (item.kind) {
    case 'footage':
      return { words: A.intake, href: `/intake?activity=${item.activity.id}` };
    case 'check':
      return { words: A.check, href: `/check/${item.activity.id}` };
    case 'go':
      return { words: A.field, href: `/field/${item.activity.id}` };
    case 'on-site':
      return { words: A.fieldBack, href: `/field/${item.activity.id}` };
    case 'end-not-marked':
      return { words: A.finish, href: `/field/${item.activity.id}` };
    case 'resume':
      return { words: A.resume, href: `/intake/${item.intake.id}` };
    case 'countersign':
      return { words: A.sign, href: `/intake/${item.batch.id}` };
    case 'store':
      return { words: A.store, href: '/store' };
    case 'hand-over':
      return { words: A.handOver, href: '/handover/new' };
    case 'accept':
      return { words: A.accept, href: `/handover/${item.handover.id}` };
    case 'explain':
      return { words: A.explain, href: `/activities/${item.activity.id}` };
    case 'deferred':
      return { words: A.mark, href: `/activities/${item.activity.id}` };
    case 'export':
      return { words: A.intake, href: `/intake?activity=${item.activity.id}` };
    case 'read-report':
    case 'read-gap':
      return { words: A.read, href: `/activities/${item.activity.id}` };
    case 'explain-footage':
      return { words: A.explain, href: '/findings' };
    case 'sign-second':
      return { words: A.signSecond, href: '/people' };
    case 'sign-rules':
      return { words: A.signSecond, href: '/rules/parameters' };
    case 'sign-templates':
      return { words: A.signSecond, href: '/rules/templates' };
    case 'spilled-copies':
      return { words: A.connect, href: '/spill' };
    case 'decide':
      return { words: A.decide, href: '/findings' };
    default:
      return never(item);
  }
}

function Act(props: { readonly item: Due; readonly what: string; readonly naming: Naming }): JSX.Element {
  const away = () => (props.item.kind === 'footage' && props.item.due.kind === 'away' ? props.item.activity : null);
  const act = () => actOf(props.item);
  return (
    <Show
      when={away()}
      fallback={
        <Button href={act().href} name={A.about(act().words, props.what)}>
          {act().words}
        </Button>
      }
    >
      {(activity) => <ReturnButton activity={activity()} naming={props.naming} about={props.what} />}
    </Show>
  );
}
