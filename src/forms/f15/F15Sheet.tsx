import type { JSX } from 'solid-js';
import { FactRows } from '../house/FactRows.tsx';
import { Foot } from '../house/Foot.tsx';
import {
  durationCell,
  inFours,
  MEDIA_WORDS,
  ruleBase,
  shortDigest,
  sizeText,
  textCell,
  timeCell,
  visibleName,
} from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import { Tick } from '../house/Tick.tsx';
import type { F15Data } from './f15-data.ts';

export const F15_TITLE = '音像资料待核实（无关内容）处理表';

export function F15Sheet(props: F15Data): JSX.Element {
  return (
    <main>
      <Head title={F15_TITLE} left={props.bureau} right={`资料编号：${props.no}`} />
      <p class="warning">原始记录不得删除、删节、修改（第十八条）</p>
      <FactRows rows={sourceRows(props)} />
      <table class="handling">
        <tbody>
          <tr>
            <th>初步情况</th>
            <td class="left">{textCell(props.firstReason)}</td>
          </tr>
          <tr>
            <th>说明</th>
            <td class="words left lines">{explanationText(props)}</td>
          </tr>
          <tr>
            <th>处理</th>
            <td class="left">
              <Tick on={props.linkedTo !== null && props.linkedTo !== ''}>
                {`关联执法活动${props.linkedTo === null || props.linkedTo === '' ? '' : ` ${props.linkedTo}`}`}
              </Tick>
              <Tick on={props.decision?.decision === 'irrelevant'}>与工作无关，限制查看</Tick>
              <Tick on={props.decision?.decision === 'workRelated'}>与工作有关，照常保存</Tick>
            </td>
          </tr>
          <tr>
            <th>法制办公室意见</th>
            <td class="words left lines">{textCell(props.decision?.text ?? '')}</td>
          </tr>
        </tbody>
      </table>
      <table class="signatures">
        <tbody>
          <tr>
            <SignatureCell signatory="执法人员" signed={props.explained} />
            <SignatureCell signatory="法制办公室" signed={props.decided} />
          </tr>
        </tbody>
      </table>
      <Foot code="F15" base={ruleBase([4, 18])} stamp={props.stamp} print={props.print} />
    </main>
  );
}

const sourceRows = (props: F15Data): Parameters<typeof FactRows>[0]['rows'] => [
  ['原文件名', visibleName(props.originalName)],
  [
    '类型',
    MEDIA_WORDS[props.mediaType],
    '时长／大小',
    `${durationCell(props.durationMs)}　${sizeText(props.sizeBytes)}`,
  ],
  ['来源设备', textCell(props.device), '采集站点', textCell(props.station)],
  ['采集人', textCell(props.takenInBy), '采集时间', timeCell(props.takenInAt)],
  ['校验值\n（前16位）', `SHA-256 ${inFours(shortDigest(props.sha256))}\nSM3 ${inFours(shortDigest(props.sm3))}`],
];

/** What was said in its order, each with who and when; blank for the pen while nobody said anything. */
const explanationText = ({ explanations }: F15Data): string =>
  explanations.map(({ by, at, text }) => `${textCell(text)}（${textCell(by)}，${timeCell(at)}）`).join('\n');
