import { For, type JSX, Show } from 'solid-js';
import { FactRows } from '../house/FactRows.tsx';
import { Foot } from '../house/Foot.tsx';
import { ruleBase, textCell, timeCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import { Tick } from '../house/Tick.tsx';
import { type F5Data, GROUNDS } from './f5-data.ts';

export const F5_TITLE = '未进行现场执法音像记录情况工作记录';

export function F5Sheet(props: F5Data): JSX.Element {
  return (
    <main>
      <Head title={F5_TITLE} left={props.bureau} right={`编号：${props.no}`} />
      <Show when={props.ground === 'stateSecret'}>
        <p class="warning">不得在本表填写涉密内容</p>
      </Show>
      <FactRows
        rows={[
          ['活动', textCell(props.activity)],
          ['时间段', period(props)],
          ['地点', textCell(props.place), '当事人', textCell(props.party)],
          ['执法人员', textCell(props.officers)],
        ]}
      />
      <table class="account">
        <tbody>
          <tr>
            <th>情形</th>
            <td class="left" colspan={3}>
              <For each={GROUNDS}>{([ground, words]) => <Tick on={props.ground === ground}>{words}</Tick>}</For>
            </td>
          </tr>
          <TextRow label="无法使用的原因" text={textCell(props.reason)} tall />
          <TextRow label="依据" text={textCell(props.basis)} tall />
          <TextRow label="采取的替代记录" text={textCell(props.alternative)} />
          <tr>
            <th>制作时间</th>
            <td>{timeCell(props.preparedAt)}</td>
            <th>报送</th>
            <td>{textCell(props.reportedTo)}</td>
          </tr>
        </tbody>
      </table>
      <Signatures {...props} />
      <Foot code="F5" base={ruleBase([7])} stamp={props.stamp} print={props.print} />
    </main>
  );
}

const WHOLE = '（全程）';
const PART = '（部分）';

function period({ from, to, whole }: F5Data): string {
  if (from === '' && to === '') return '';
  const extent = whole === null ? '' : whole ? WHOLE : PART;
  return `${timeCell(from)} 至 ${timeCell(to)}${extent}`;
}

const TextRow = (props: { readonly label: string; readonly text: string; readonly tall?: boolean }): JSX.Element => (
  <tr>
    <th>{props.label}</th>
    <td class={props.tall ? 'words tall left lines' : 'words left lines'} colspan={3}>
      {props.text}
    </td>
  </tr>
);

function Signatures(props: F5Data): JSX.Element {
  return (
    <table class="signatures">
      <tbody>
        <tr>
          <SignatureCell signatory="使用人员" signed={props.prepared} />
          <SignatureCell signatory="使用人员" signed={null} />
        </tr>
        <tr>
          <td class="left word lines" colspan={2}>
            {`主管领导阅示：${leaderWord(props.acknowledged)}`}
          </td>
        </tr>
        <tr>
          <SignatureCell signatory="主管领导" signed={props.acknowledged?.signature ?? null} colspan={2} />
        </tr>
      </tbody>
    </table>
  );
}

function leaderWord(acknowledged: F5Data['acknowledged']): string {
  if (acknowledged === null) return '';
  const { sufficient, remark } = acknowledged;
  return [sufficient ? '已阅知。' : '已阅，理由不充分。', remark ?? ''].join('');
}
