import { For, type JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import {
  dateCell,
  deadlineCell,
  durationCell,
  MEDIA_WORDS,
  ruleBase,
  runningDateTime,
  sizeText,
  textCell,
  thousands,
  timeCell,
} from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { EmptyRow, ListEnd } from '../house/ListEnd.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import { type F4Data, type F4Row, timeRange } from './f4-data.ts';

export const F4_TITLE = '执法音像记录登记台账';

/**
 * The form's 22 columns on one landscape page: each record has two lines, as in a bound register. A column of one
 * heading runs over both.
 */
const COLUMNS: readonly (readonly [string] | readonly [string, string])[] = [
  ['序号'],
  ['资料编号', '活动编号'],
  ['执法日期', '起止时间'],
  ['执法事项\n（清单序号）'],
  ['地点', '当事人'],
  ['执法人员', '设备'],
  ['类型、数量', '时长、大小'],
  ['采集时间', '采集时限'],
  ['是否逾期'],
  ['中断情况', '告知情况'],
  ['存储位置', '保存期限至'],
  ['案号', '备注'],
];

export function F4Sheet(props: F4Data): JSX.Element {
  const last = props.rows.at(-1);
  return (
    <main>
      <Head
        title={F4_TITLE}
        left={`${props.bureau}　${props.scope}`}
        right={`截至 ${runningDateTime(props.asOf)}　共 ${thousands(props.rows.length)} 条`}
      />
      <table class="register">
        <thead>
          <tr>
            <For each={COLUMNS}>
              {([upper, lower]) => (
                <th class="lines" rowspan={lower === undefined ? 2 : 1}>
                  {upper}
                </th>
              )}
            </For>
          </tr>
          <tr>
            <For each={COLUMNS.flatMap(([, lower]) => lower ?? [])}>{(lower) => <th>{lower}</th>}</For>
          </tr>
        </thead>
        <For each={props.rows.slice(0, -1)}>
          {(row, index) => (
            <tbody class="record">
              <Record row={row} no={index() + 1} />
            </tbody>
          )}
        </For>
        <ListEnd
          columns={COLUMNS.length}
          lastRow={
            last === undefined ? <EmptyRow columns={COLUMNS.length} /> : <Record row={last} no={props.rows.length} />
          }
        >
          <table>
            <tbody>
              <tr>
                <SignatureCell signatory="保管人（按月核对）" signed={null} />
                <SignatureCell signatory="法制办公室查阅" signed={null} />
              </tr>
            </tbody>
          </table>
          <Foot code="F4" base={ruleBase([3, 6, 9, 13])} stamp={props.stamp} print={props.print} />
        </ListEnd>
      </table>
    </main>
  );
}

function Record(props: { readonly row: F4Row; readonly no: number }): JSX.Element {
  const { row } = props;
  return (
    <>
      <tr>
        <td rowspan={2}>{props.no}</td>
        <td>{textCell(row.recordingNo)}</td>
        <td class="number">{dateCell(row.startedAt)}</td>
        <td rowspan={2}>{textCell(row.matters)}</td>
        <td>{textCell(row.place)}</td>
        <td class="names">{textCell(row.officers)}</td>
        <td>{`${MEDIA_WORDS[row.mediaType]} ${row.count} 件`}</td>
        <td class="number">{timeCell(row.takenInAt)}</td>
        <td rowspan={2}>{row.late === null ? textCell(null) : row.late ? '是' : '否'}</td>
        <td>{textCell(row.gaps)}</td>
        <td>{textCell(row.store)}</td>
        <td>{textCell(row.caseNo)}</td>
      </tr>
      <tr>
        <td>{textCell(row.activityNo)}</td>
        <td class="number">{timeRange(row)}</td>
        <td>{textCell(row.party)}</td>
        <td>{textCell(row.device)}</td>
        <td class="number lines">{`${durationCell(row.durationMs)}\n${sizeText(row.sizeBytes)}`}</td>
        <td class="number">{deadlineCell(row.deadline)}</td>
        <td>{textCell(row.notice)}</td>
        <td>{textCell(row.retainUntil)}</td>
        <td>{textCell(row.remark)}</td>
      </tr>
    </>
  );
}
