import type { JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import { ruleBase, runningDateTime, textCell, thousands, timeCell, visibleName } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import type { F15ListData, F15ListRow } from './f15-list-data.ts';

export const F15_LIST_TITLE = '音像资料待核实清单';

const COLUMNS = [
  '序号',
  '资料编号',
  '原文件名',
  '来源设备',
  '采集时间',
  '采集人',
  '初步情况',
  '说明',
  '法制办公室认定',
] as const;

export function F15ListSheet(props: F15ListData): JSX.Element {
  return (
    <main>
      <Head
        title={F15_LIST_TITLE}
        left={props.bureau}
        right={`截至 ${runningDateTime(props.asOf)}　共 ${thousands(props.rows.length)} 件`}
      />
      <p class="warning">原始记录不得删除、删节、修改（第十八条）</p>
      <List name="register" columns={COLUMNS} rows={props.rows} row={looseRow}>
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="执法人员" signed={null} />
              <SignatureCell signatory="法制办公室" signed={null} />
            </tr>
          </tbody>
        </table>
        <Foot code="F15" base={ruleBase([4, 18])} stamp={props.stamp} print={props.print} />
      </List>
    </main>
  );
}

const looseRow = (row: F15ListRow, no: number): JSX.Element => (
  <tr>
    <td>{no}</td>
    <td class="number">{row.no}</td>
    <td class="left">{visibleName(row.originalName)}</td>
    <td>{textCell(row.device)}</td>
    <td class="number">{timeCell(row.takenInAt)}</td>
    <td>{textCell(row.takenInBy)}</td>
    <td>{textCell(row.firstReason)}</td>
    <td class="left">{textCell(row.explanation)}</td>
    <td class="left">{textCell(row.decision)}</td>
  </tr>
);
