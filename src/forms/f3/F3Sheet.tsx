import type { JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import { ruleBase, runningDateTime, textCell, thousands, timeCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import type { F3Data, F3Row } from './f3-data.ts';

export const F3_TITLE = '音像记录设备领用、归还登记表';

const COLUMNS = [
  '序号',
  '设备编号／名称',
  '方式',
  '配件\n（电池、卡）',
  '用途／活动',
  '电量内存\n情况',
  '预计\n归还',
  '领用人',
  '执法证号',
  '领用时间',
  '归还时间',
  '归还状况',
  '资料是否\n已采集',
  '发出人\n收回人',
] as const;

const WAY: Readonly<Record<F3Row['way'], string>> = { issued: '领用', transferred: '转交' };
const END: Readonly<Record<F3Row['end'], string>> = {
  returned: '归还',
  transferred: '转交他人',
  lost: '遗失、被盗',
  '': '',
};

export function F3Sheet(props: F3Data): JSX.Element {
  return (
    <main>
      <Head
        title={F3_TITLE}
        left={`${props.bureau}　${props.scope}`}
        right={`截至 ${runningDateTime(props.asOf)}　共 ${thousands(props.rows.length)} 条`}
      />
      <List name="register" columns={COLUMNS} rows={props.rows} row={holdingRow}>
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="领用人" signed={null} />
              <SignatureCell signatory="保管人" signed={null} />
            </tr>
          </tbody>
        </table>
        <Foot code="F3" base={ruleBase([4, 5, 20])} stamp={props.stamp} print={props.print} />
      </List>
    </main>
  );
}

const takenIn = (value: boolean | null): string => (value === null ? textCell(null) : value ? '是' : '否');

/** The state after the word of how it ended; neither while it is out. */
const endCell = ({ end, endNote }: F3Row): string => [END[end], endNote ?? ''].filter((part) => part !== '').join('\n');

const holdingRow = (row: F3Row, no: number): JSX.Element => (
  <tr>
    <td>{no}</td>
    <td>{textCell(row.device)}</td>
    <td>{WAY[row.way]}</td>
    <td>{textCell(row.parts)}</td>
    <td>{textCell(row.purpose)}</td>
    <td>{textCell(row.power)}</td>
    <td>{textCell(row.due)}</td>
    <td class="names">{textCell(row.holder)}</td>
    <td>{textCell(row.certificateNo)}</td>
    <td class="number">{timeCell(row.from)}</td>
    <td class="number">{timeCell(row.to)}</td>
    <td class="lines">{endCell(row)}</td>
    <td>{takenIn(row.takenIn)}</td>
    <td class="names lines">{`${textCell(row.givenBy)}\n${textCell(row.takenBackBy)}`}</td>
  </tr>
);
