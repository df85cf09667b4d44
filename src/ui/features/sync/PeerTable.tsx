import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Instant } from '../../../domain/time.ts';
import { SYNC } from '../../../text/sync.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { Flag, StateWord, Sub } from '../../kit/Words.tsx';
import type { SyncReport } from '../../live/sync-desk.ts';
import styles from './sync.module.css';
import { type PeerLine, type PeerState, peerLine } from './sync-view.ts';

const C = SYNC.columns;

/** A line per station: how it is reached, when it was heard, what each has. On phones every cell says its column. */
export function PeerTable(props: { readonly report: SyncReport; readonly now: Instant }): JSX.Element {
  const lines = createMemo(() => props.report.peers.map((peer) => peerLine(peer, props.report.ours, props.now)));
  return (
    <Sheet bare>
      <section class={styles.wrap} aria-label={SYNC.peers} tabindex="0">
        <table class={styles.peers}>
          <thead>
            <tr>
              <th>{C.station}</th>
              <th>{C.way}</th>
              <th>{C.contact}</th>
              <th class={styles.figure}>{C.counts}</th>
              <th class={styles.figure}>{C.toSend}</th>
              <th class={styles.figure}>{C.toGet}</th>
              <th class={styles.figure}>{C.bytes}</th>
              <th>{C.state}</th>
            </tr>
          </thead>
          <tbody>
            <For each={lines().map((_, index) => index)}>
              {(index) => <Show when={lines()[index]}>{(line) => <Line line={line()} />}</Show>}
            </For>
          </tbody>
        </table>
      </section>
    </Sheet>
  );
}

function Line(props: { readonly line: PeerLine }): JSX.Element {
  return (
    <tr data-station={props.line.station}>
      <th scope="row">{props.line.name}</th>
      <Cell column={C.way} note={props.line.why}>
        {props.line.way}
      </Cell>
      <Cell column={C.contact} note={props.line.contactNote}>
        {props.line.contact}
      </Cell>
      <Cell column={C.counts} figure>
        {props.line.counts}
      </Cell>
      <Cell column={C.toSend} figure>
        {props.line.toSend}
      </Cell>
      <Cell column={C.toGet} figure>
        {props.line.toGet}
      </Cell>
      <Cell column={C.bytes} figure>
        {props.line.bytes}
      </Cell>
      <Cell column={C.state}>
        <State state={props.line.state} />
      </Cell>
    </tr>
  );
}

function Cell(props: {
  readonly column: string;
  readonly figure?: boolean;
  readonly note?: string;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <td class={props.figure ? styles.figure : undefined} data-column={props.column}>
      <span>{props.children}</span>
      <Show when={props.note}>
        {(note) => (
          <div class={styles.note}>
            <Sub>{note()}</Sub>
          </div>
        )}
      </Show>
    </td>
  );
}

function State(props: { readonly state: PeerState }): JSX.Element {
  return (
    <Show
      when={props.state.tone === 'forked'}
      fallback={<StateWord state={props.state.tone === 'synced' ? 'synced' : 'waiting'}>{props.state.words}</StateWord>}
    >
      <Flag grade="suspected">{SYNC.suspected}</Flag> <b>{props.state.words}</b>
    </Show>
  );
}
