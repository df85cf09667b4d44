import { For, type JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import { deadlineCell, gigabytes, ruleBase, textCell, thousands, timeCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { EmptyRow } from '../house/ListEnd.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import { Tick } from '../house/Tick.tsx';
import { F7Files } from './F7Files.tsx';
import {
  countText,
  type F7Activity,
  type F7Data,
  type F7Inspection,
  type InspectionResult,
  totalBytes,
} from './f7-data.ts';

export const F7_TITLE = '音像资料移交入库单';

const GROUND_WORDS: Readonly<Record<NonNullable<F7Activity['ground']>, string>> = {
  continuousDuty: '连续工作',
  awayDuty: '异地执法',
  remoteArea: '偏远、交通不便地区',
};

export function F7Sheet(props: F7Data): JSX.Element {
  return (
    <main>
      <Head title={F7_TITLE} left={props.bureau} right={`编号：${props.no}`} />
      <Facts {...props} />
      <Activities activities={props.activities} />
      <F7Files files={props.files}>
        <Inspection {...props} />
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="移交人" signed={props.giving.signature} />
              <SignatureCell signatory="接收人（保管人）" signed={props.receiving.signature} />
            </tr>
          </tbody>
        </table>
        <Foot
          code="F7"
          base={ruleBase([12, 13])}
          stamp={props.stamp}
          print={props.print}
          copies="本表一式两份，移交人、接收人各存一份。"
        />
      </F7Files>
    </main>
  );
}

function Facts(props: F7Data): JSX.Element {
  const rows = (): (readonly [string, string, string, string])[] => [
    ['移交单位', textCell(props.giving.unit), '接收单位', textCell(props.receiving.unit)],
    ['移交人', textCell(props.giving.name), '接收人', textCell(props.receiving.name)],
    ['执法证号', textCell(props.giving.certificateNo), '移交时间', timeCell(props.handedOverAt)],
    ['采集站点', textCell(props.station), '采集完成', timeCell(props.takenInAt)],
    [
      '数量',
      countText(props.files),
      '数据量',
      `${gigabytes(totalBytes(props.files))} GB（${thousands(totalBytes(props.files))} 字节）`,
    ],
  ];
  return (
    <table class="facts">
      <tbody>
        <For each={rows()}>
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
          <th>载体</th>
          <td class="left" colspan={3}>
            {textCell(props.carrier)}
          </td>
        </tr>
        <tr>
          <th>在外说明</th>
          <td class="left" colspan={3}>
            {textCell(props.awayStatement)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Activities(props: { readonly activities: readonly F7Activity[] }): JSX.Element {
  return (
    <table class="activities">
      <thead>
        <tr>
          <th>执法活动编号</th>
          <th>执法事项</th>
          <th>结束时间</th>
          <th>时限情形</th>
          <th>返回单位时间</th>
          <th>采集时限</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.activities} fallback={<EmptyRow columns={6} />}>
          {(activity) => (
            <tr>
              <td>{activity.no}</td>
              <td class="left">{textCell(activity.matter)}</td>
              <td>{timeCell(activity.endedAt)}</td>
              <td>{activity.ground === null ? '当天' : GROUND_WORDS[activity.ground]}</td>
              <td>{timeCell(activity.returnedAt)}</td>
              <td>{deadlineCell(activity.deadline)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

const INSPECTIONS: readonly (readonly [F7Inspection, string])[] = [
  ['accuracy', '准确性'],
  ['completeness', '完整性'],
  ['usability', '可用性'],
  ['security', '安全性'],
  ['digest', '数字摘要\n（SHA-256、SM3）'],
];

function resultText(item: F7Inspection, result: InspectionResult): string {
  if (result === null || result === '') return textCell(result);
  const passed = result === 'passed';
  if (item === 'digest') return passed ? '一致' : '不一致';
  return passed ? '合格' : '不合格';
}

function Inspection(props: F7Data): JSX.Element {
  return (
    <table class="inspection">
      <tbody>
        <tr>
          <th>检验</th>
          <For each={INSPECTIONS}>{([, label]) => <th>{label}</th>}</For>
        </tr>
        <tr>
          <th>移交方</th>
          <For each={INSPECTIONS}>{([item]) => <td>{resultText(item, props.inspection[item].giving)}</td>}</For>
        </tr>
        <tr>
          <th>接收方</th>
          <For each={INSPECTIONS}>{([item]) => <td>{resultText(item, props.inspection[item].receiving)}</td>}</For>
        </tr>
        <tr>
          <th>存储卡清理</th>
          <td class="left" colspan={5}>
            <CardClearing state={props.cardClearing} />
          </td>
        </tr>
        <tr>
          <th>备注</th>
          <td class="left" colspan={5}>
            {textCell(props.remark)}
          </td>
        </tr>
        <tr>
          <th>账本见证</th>
          <td class="left" colspan={5}>
            {textCell(props.witness)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function CardClearing(props: { readonly state: F7Data['cardClearing'] }): JSX.Element {
  const { state } = props;
  if (state === null) return '／';
  const decided = state === 'by-hand' ? null : state;
  return (
    <>
      <Tick on={decided?.cleared === true}>已清理</Tick>
      <Tick on={decided?.cleared === false}>未清理</Tick>
      <span class="field">清理人：{decided === null ? '' : textCell(decided.by)}</span>
      <span class="field">清理时间：{decided === null ? '' : timeCell(decided.at)}</span>
    </>
  );
}
