import { For, type JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import {
  durationCell,
  inFours,
  MEDIA_WORDS,
  ruleBase,
  textCell,
  thousands,
  timeCell,
  visibleName,
} from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import type { F10Data, F10Event } from './f10-data.ts';

export const F10_TITLE = '证据保管链（流转）记录';

const CHECK_WORDS: Readonly<Record<'same' | 'different' | 'missing', string>> = {
  same: '一致',
  different: '不一致',
  missing: '文件缺失',
};

export function F10Sheet(props: F10Data): JSX.Element {
  return (
    <main>
      <Head title={F10_TITLE} left={props.bureau} right={`编号：${props.no}`} />
      <Facts {...props} />
      <Chain events={props.events}>
        <table class="log">
          <tbody>
            <tr>
              <th>日志头摘要</th>
              <td class="left number">
                {`SHA-256（base64url）${props.logHead.entryId}　共 ${thousands(props.logHead.entries)} 条　截至 ${timeCell(props.logHead.at, true)}`}
              </td>
            </tr>
            <tr>
              <th>核验程序</th>
              <td class="left">{textCell(props.verifier)}</td>
            </tr>
          </tbody>
        </table>
        <Foot code="F10" base={ruleBase([12, 13, 14, 15, 16, 17, 18])} stamp={props.stamp} print={props.print} />
      </Chain>
    </main>
  );
}

function Facts(props: F10Data): JSX.Element {
  const { recording, capture } = props;
  const kind = `${MEDIA_WORDS[recording.mediaType]}　时长 ${durationCell(recording.durationMs)}　${thousands(recording.sizeBytes)} 字节`;
  const pairs: readonly (readonly [string, string, string, string])[] = [
    ['资料编号', textCell(recording.no), '原文件名', visibleName(recording.originalName)],
    ['执法活动', textCell(props.activity), '资料类型', kind],
    ['采集站点', textCell(capture.station), '采集时间', timeCell(capture.takenInAt, true)],
    ['采集人', textCell(capture.takenInBy), '记录设备', textCell(capture.device)],
    ['设备所记时间', textCell(capture.capturedAtRaw), '时间偏差', textCell(capture.clockOffset)],
  ];
  const digests: readonly (readonly [string, string])[] = [
    ['SHA-256', recording.digests.sha256],
    ['SM3', recording.digests.sm3],
    ['tree-sha256', recording.digests.treeSha256],
  ];
  return (
    <table class="facts">
      <tbody>
        <For each={pairs}>
          {([label, value, secondLabel, secondValue]) => (
            <tr>
              <th>{label}</th>
              <td class="left">{value}</td>
              <th>{secondLabel}</th>
              <td class="left">{secondValue}</td>
            </tr>
          )}
        </For>
        <tr>
          <th>校验值</th>
          <td class="left digest" colspan={3}>
            <For each={digests}>
              {([name, hex]) => (
                <span>
                  <b>{name}</b> {inFours(hex)}
                </span>
              )}
            </For>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const COLUMNS = [
  '序号',
  '时间',
  '事项',
  '移出人',
  '接收人',
  '目的／依据',
  '地点',
  '载体',
  '校验结果',
  '记录签名\n（短码）',
  '备注',
] as const;

function Chain(props: { readonly events: readonly F10Event[]; readonly children: JSX.Element }): JSX.Element {
  return (
    <List name="chain" columns={COLUMNS} rows={props.events} row={(event, no) => <EventRow event={event} no={no} />}>
      {props.children}
    </List>
  );
}

function EventRow(props: { readonly event: F10Event; readonly no: number }): JSX.Element {
  const { event } = props;
  return (
    <tr>
      <td>{props.no}</td>
      <td class="number">{timeCell(event.at, true)}</td>
      <td>{textCell(event.event)}</td>
      <td class="names">{textCell(event.from)}</td>
      <td class="names">{textCell(event.to)}</td>
      <td class="left">{textCell(event.purpose)}</td>
      <td>{textCell(event.place)}</td>
      <td>{textCell(event.carrier)}</td>
      <td>{event.check === null || event.check === '' ? textCell(event.check) : CHECK_WORDS[event.check]}</td>
      <td class="number">{textCell(event.signature)}</td>
      <td class="left">{textCell(event.remark)}</td>
    </tr>
  );
}
