import { For, type JSX, Show } from 'solid-js';
import type { DeviceIssueRecord, DeviceMove } from '../../../domain/course-records.ts';
import { formatNumber } from '../../../domain/numbering.ts';
import type { ActivityRecord } from '../../../domain/records.ts';
import { MOVE } from '../../../text/equipment.ts';
import { timeInTable } from '../../../text/times.ts';
import { Row, Rows } from '../../kit/Layout.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub } from '../../kit/Words.tsx';
import type { Names } from '../../live/names.ts';
import { movesNewestFirst } from './device-view.ts';
import styles from './equipment.module.css';

/** As many as the record keeps; the whole register is on paper. */
const KEPT = 20;

export function Moves(props: { readonly issue: DeviceIssueRecord | null; readonly names: Names }): JSX.Element {
  const moves = () => movesNewestFirst(props.issue);
  const signer = ({ signed: { by } }: DeviceMove): string =>
    by.kind === 'person' ? props.names.person(by.person) : '';
  return (
    <Sheet title={MOVE.moves} bare>
      <Show when={moves().length > 0} fallback={<p class={styles.none}>{MOVE.noMoves}</p>}>
        <Rows>
          <For each={moves()}>
            {(move) => (
              <Row>
                <b>{MOVE.moved(MOVE.kind[move.kind], move.holder === null ? '' : props.names.person(move.holder))}</b>
                <Show when={move.note}>
                  {(note) => (
                    <>
                      <br />
                      {note()}
                    </>
                  )}
                </Show>
                <br />
                <Sub>{MOVE.by(signer(move), timeInTable(move.signed.at))}</Sub>
              </Row>
            )}
          </For>
        </Rows>
        <Show when={moves().length >= KEPT}>
          <p class={styles.none}>{MOVE.older(KEPT)}</p>
        </Show>
      </Show>
    </Sheet>
  );
}

/** Trap 28: what a lost device may have held. */
export function LostActivities(props: { readonly activities: readonly ActivityRecord[] }): JSX.Element {
  return (
    <Sheet title={MOVE.lostActivities} bare waits={props.activities.length > 0}>
      <p class={styles.none}>{props.activities.length > 0 ? MOVE.lostWhy : MOVE.lostNone}</p>
      <Rows>
        <For each={props.activities}>
          {(activity) => (
            <Row>
              <a href={`/activities/${activity.id}`}>{formatNumber(activity.no)}</a> <Sub>{activity.title ?? ''}</Sub>
            </Row>
          )}
        </For>
      </Rows>
    </Sheet>
  );
}
