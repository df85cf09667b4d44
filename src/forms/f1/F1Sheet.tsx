import { For, type JSX, Show } from 'solid-js';
import { CHECKLIST_COLUMNS } from '../../regulation/checklist.ts';
import { RULE_SET } from '../../regulation/rule-set.ts';
import { Foot } from '../house/Foot.tsx';
import { ruleBase } from '../house/format.ts';
import { type F1Data, f1Pages } from './f1-data.ts';

export const F1_TITLE = RULE_SET.checklistTitle;

/** The blank list is no record: its stamp is the regulation's text, which any holder of the document can compare. */
export const F1_STAMP = { recordId: RULE_SET.version, sha256: RULE_SET.textSha256, signerKeyId: '' } as const;

export function F1Sheet(props: F1Data): JSX.Element {
  return (
    <main class={props.edition}>
      <h1>{F1_TITLE}</h1>
      <Show when={props.edition === 'working'}>
        <p class="edition">工作版：按规范表述排印，与原文不同之处见校注</p>
      </Show>
      <table class="matters">
        <thead>
          <tr>
            <For each={CHECKLIST_COLUMNS}>{(column) => <th class={column.id}>{column.heading}</th>}</For>
          </tr>
        </thead>
        <For each={f1Pages(props.edition)}>
          {(page) => (
            <tbody>
              <For each={page.rows}>
                {(row) => (
                  <tr>
                    <For each={row}>
                      {(cell) => (
                        <td class={cell.column === 'content' ? 'printed left' : 'printed'} rowspan={cell.rowspan}>
                          {cell.text}
                          <Show when={cell.note}>
                            <sup>{`\u2060〔${cell.note}〕`}</sup>
                          </Show>
                        </td>
                      )}
                    </For>
                  </tr>
                )}
              </For>
              <Show when={page.notes.length > 0}>
                <tr>
                  <td class="notes left" colspan={CHECKLIST_COLUMNS.length}>
                    校注：
                    <For each={page.notes}>
                      {(note, index) => (
                        <span>
                          〔{index() + 1}〕{note}
                        </span>
                      )}
                    </For>
                  </td>
                </tr>
              </Show>
            </tbody>
          )}
        </For>
      </table>
      <Foot code="F1" base={ruleBase([6, 8, 9, 10], '及音像记录事项清单')} stamp={F1_STAMP} print={props.print} />
    </main>
  );
}
