import { For, type JSX } from 'solid-js';
import { FactRows } from '../house/FactRows.tsx';
import { Foot } from '../house/Foot.tsx';
import { ruleBase, textCell, timeCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import { EmptyRow } from '../house/ListEnd.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import { CAUSES, type F6Clock, type F6Data, type F6Gap, lengthCell, METHODS } from './f6-data.ts';

export const F6_TITLE = '执法音像记录中断情况说明';

const GAP_COLUMNS = ['序号', '中断起止', '时长', '原因', '是否\n恢复', '语音说明\n（资料编号／时间码）'] as const;
const STATEMENT_COLUMNS = ['序号', '无法继续记录的报告\n（时间、方式、负责人）', '书面说明'] as const;

export function F6Sheet(props: F6Data): JSX.Element {
  return (
    <main>
      <Head title={F6_TITLE} left={props.bureau} right={`编号：${props.no}`} />
      <FactRows
        rows={[
          ['活动', textCell(props.activity), '地点', textCell(props.place)],
          ['设备', textCell(props.devices), '执法人员', textCell(props.officers)],
        ]}
      />
      <Gaps gaps={props.gaps} />
      <List name="statements" columns={STATEMENT_COLUMNS} rows={props.gaps} row={statementRow}>
        <Clocks clocks={props.clocks} />
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="执法人员" signed={props.stated[0] ?? null} />
              <SignatureCell signatory="执法人员" signed={props.stated[1] ?? null} />
            </tr>
            <tr>
              <SignatureCell signatory="部门负责人" signed={props.acknowledged} colspan={2} />
            </tr>
          </tbody>
        </table>
        <Foot code="F6" base={ruleBase([11])} stamp={props.stamp} print={props.print} />
      </List>
    </main>
  );
}

function Gaps(props: { readonly gaps: readonly F6Gap[] }): JSX.Element {
  return (
    <table class="gaps">
      <thead>
        <tr>
          <For each={GAP_COLUMNS}>{(heading) => <th class="lines">{heading}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.gaps} fallback={<EmptyRow columns={GAP_COLUMNS.length} />}>
          {(gap, index) => (
            <tr>
              <td>{index() + 1}</td>
              <td class="number lines">{`${timeCell(gap.from, true)}\n${gap.to === null ? '未恢复' : timeCell(gap.to, true)}`}</td>
              <td class="number">{lengthCell(gap)}</td>
              <td>{CAUSES[gap.cause]}</td>
              <td>{gap.to === null ? '否' : '是'}</td>
              <td class="lines number">{textCell(gap.voice)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

const statementRow = (gap: F6Gap, no: number): JSX.Element => (
  <tr>
    <td>{no}</td>
    <td class="lines">{reportCell(gap.report)}</td>
    <td class="left lines words">{textCell(gap.statement)}</td>
  </tr>
);

function reportCell(report: F6Gap['report']): string {
  if (report === null) return textCell(null);
  const how = report.method === null ? '' : METHODS[report.method];
  return [timeCell(report.at), how, textCell(report.to)].filter((part) => part !== '').join('\n');
}

function Clocks(props: { readonly clocks: readonly F6Clock[] }): JSX.Element {
  return (
    <table class="clocks">
      <tbody>
        <tr>
          <th colspan={5}>时间偏差说明</th>
        </tr>
        <tr>
          <th>设备</th>
          <th>设备显示</th>
          <th>标准时间</th>
          <th>差值</th>
          <th>依据</th>
        </tr>
        <For each={props.clocks} fallback={<EmptyRow columns={5} />}>
          {(clock) => (
            <tr>
              <td>{textCell(clock.device)}</td>
              <td class="number">{timeCell(clock.shownAt, true)}</td>
              <td class="number">{timeCell(clock.referenceAt, true)}</td>
              <td>{textCell(clock.offset)}</td>
              <td>{textCell(clock.proof)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
