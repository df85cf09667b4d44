import { For, type JSX } from 'solid-js';
import { RULE_SET } from '../../regulation/rule-set.ts';
import { FactRows } from '../house/FactRows.tsx';
import { Foot } from '../house/Foot.tsx';
import { runningDateTime, textCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import { EmptyRow } from '../house/ListEnd.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import type { F0Data, F0Row, F0Version } from './f0-data.ts';

export const F0_TITLE = '执法音像记录规则参数表';

const COLUMNS = ['序号', '条', '参数', '数值', '依据'] as const;

/** The numbers the rules are applied with: no form of the bureau's, but printed as one, so that nobody takes a default for law. */
export function F0Sheet(props: F0Data): JSX.Element {
  return (
    <main>
      <Head title={F0_TITLE} left={props.bureau} right={`截至 ${runningDateTime(props.asOf)}`} />
      <FactRows
        rows={[
          ['制度', `${RULE_SET.docNo}　${RULE_SET.regulationTitle}`],
          ['参数版本', props.version, '施行日期', textCell(props.effectiveFrom)],
        ]}
      />
      <List name="parameters" columns={COLUMNS} rows={props.rows} row={parameterRow}>
        <Versions versions={props.versions} />
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="法制办公室" signed={null} />
              <SignatureCell signatory="主管领导" signed={null} />
            </tr>
          </tbody>
        </table>
        <Foot code="参数表" base={`依据：${RULE_SET.docNo}`} stamp={props.stamp} print={props.print} />
      </List>
    </main>
  );
}

const parameterRow = (row: F0Row, no: number): JSX.Element => (
  <tr>
    <td>{no}</td>
    <td class="left">{row.articles}</td>
    <td class="left">{row.name}</td>
    <td>{row.value}</td>
    <td class="left">{row.source}</td>
  </tr>
);

function Versions(props: { readonly versions: readonly F0Version[] }): JSX.Element {
  return (
    <table class="versions">
      <tbody>
        <tr>
          <th>版次</th>
          <th>改动</th>
          <th>公布</th>
          <th>签署施行</th>
        </tr>
        <For each={props.versions} fallback={<EmptyRow columns={4} />}>
          {(version) => (
            <tr>
              <td>{textCell(version.no)}</td>
              <td class="left">{version.changes}</td>
              <td class="lines">{textCell(version.published)}</td>
              <td class="lines">{textCell(version.countersigned)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
