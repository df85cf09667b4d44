import type { JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import { ruleBase, runningDateTime, textCell, thousands, timeCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import { type F2Data, type F2Row, offsetCell, spaceCell } from './f2-data.ts';

export const F2_TITLE = '音像记录设备检查登记表';

const COLUMNS = [
  '序号',
  '检查时间',
  '设备编号／名称',
  '电池\n容量',
  '剩余内存\n可录时长',
  '设备显示\n日期时间',
  '标准时间',
  '时差\n（秒）',
  '试录',
  '检查\n结果',
  '处理措施',
  '对应活动',
  '检查人\n（密钥）',
] as const;

export function F2Sheet(props: F2Data): JSX.Element {
  return (
    <main>
      <Head
        title={F2_TITLE}
        left={`${props.bureau}　${props.scope}`}
        right={`截至 ${runningDateTime(props.asOf)}　共 ${thousands(props.rows.length)} 条`}
      />
      <List name="register" columns={COLUMNS} rows={props.rows} row={checkRow}>
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="部门负责人（抽查）" signed={null} />
            </tr>
          </tbody>
        </table>
        <Foot code="F2" base={ruleBase([5])} stamp={props.stamp} print={props.print} />
      </List>
    </main>
  );
}

const checkRow = (row: F2Row, no: number): JSX.Element => (
  <tr>
    <td>{no}</td>
    <td class="number">{timeCell(row.checkedAt)}</td>
    <td>{textCell(row.device)}</td>
    <td class="number">{row.batteryPercent === null ? '／' : `${row.batteryPercent}%`}</td>
    <td class="number lines">{spaceCell(row)}</td>
    <td class="number">{timeCell(row.shownAt, true)}</td>
    <td class="number">{timeCell(row.referenceAt, true)}</td>
    <td class="number">{offsetCell(row.offsetSec)}</td>
    <td>{row.testOk ? '正常' : '不正常'}</td>
    <td>{row.passed ? '合格' : '不合格'}</td>
    <td>{textCell(row.action)}</td>
    <td class="number">{textCell(row.activityNo)}</td>
    <td class="names lines">{`${textCell(row.checker)}\n${textCell(row.signature)}`}</td>
  </tr>
);
