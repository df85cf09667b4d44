import { For, type JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import { ruleBase, runningDateTime, textCell, thousands } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { EmptyRow, ListEnd } from '../house/ListEnd.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import type { F17Data, F17Finding } from './f17-data.ts';

export const F17_TITLE = '完整性校验（四性检查）报告';

/** What the method is stands on the sheet: who reads it in twenty years has no screen. */
const METHOD =
  '逐条核对：字节与编号（SHA-256）、签名（ES256）、同一密钥的前后顺序、签名人当时的身份和职责、有无一号两签、' +
  '文字内容与签名时的承诺、与各站每日见证码（RFC 6962）是否一致；再从头计算全部认定结果，与本机台账比对。';

/** What no examination of a book can say, so that nobody reads it out of the sheet. */
const LIMITS =
  '核对的是账本，不是录像文件，录像按登记的校验值另行核验。记录的时间是签名电脑的时间，账本只证明先后。签名证明用的是哪把密钥，不证明坐在' +
  '电脑前的是谁。最后若干条记录如从未到过别的站点、也未经见证，被整段拿走则核对不出。';

export function F17Sheet(props: F17Data): JSX.Element {
  return (
    <main>
      <Head title={F17_TITLE} left={props.bureau} right={`站点：${props.station}`} />
      <Scope {...props} />
      <table class="classes">
        <thead>
          <tr>
            <th>检查内容</th>
            <th>结果</th>
            <th>说明</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.classes}>
            {(one) => (
              <tr>
                <td class="left">{one.name}</td>
                <td>{one.sound ? '一致' : '不一致'}</td>
                <td class="left">{one.words}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Findings {...props} />
    </main>
  );
}

function Scope(props: F17Data): JSX.Element {
  return (
    <table class="scope">
      <tbody>
        <tr>
          <th>范围</th>
          <td class="left" colspan={3}>
            本站账本全部记录 {thousands(props.entries)} 条，签名 {thousands(props.signatures)} 个，密钥{' '}
            {thousands(props.keys)} 把，文字内容 {thousands(props.details.fit)} 份（另 {thousands(props.details.absent)}{' '}
            份不在本机），见证 {thousands(props.checkpoints)} 份
          </td>
        </tr>
        <tr>
          <th>方法</th>
          <td class="left" colspan={3}>
            {METHOD}
          </td>
        </tr>
        <tr>
          <th>局限</th>
          <td class="left" colspan={3}>
            {LIMITS}
          </td>
        </tr>
        <tr>
          <th>时间</th>
          <td class="left">
            {runningDateTime(props.startedAt)} 至 {runningDateTime(props.endedAt)}
          </td>
          <th>结论</th>
          <td>{props.sound ? '账本一致' : '账本有不一致'}</td>
        </tr>
        <tr>
          <th>见证</th>
          <td class="left" colspan={3}>
            {textCell(props.witness)}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const COLUMNS = ['序号', '类别', '情况', '条数', '记录（前几条）'] as const;

function Findings(props: F17Data): JSX.Element {
  const last = () => props.findings.at(-1);
  return (
    <table class="findings">
      <thead>
        <tr>
          <For each={COLUMNS}>{(heading) => <th>{heading}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.findings.slice(0, -1)}>{(one, index) => <FindingRow finding={one} no={index() + 1} />}</For>
      </tbody>
      <ListEnd
        columns={COLUMNS.length}
        lastRow={
          last() === undefined ? (
            <EmptyRow columns={COLUMNS.length} />
          ) : (
            <FindingRow finding={last() as F17Finding} no={props.findings.length} />
          )
        }
      >
        <table>
          <tbody>
            <tr>
              <th class="handling">处理</th>
              <td class="handling" />
            </tr>
          </tbody>
        </table>
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="保管人" signed={null} />
              <SignatureCell signatory="法制办公室" signed={null} />
            </tr>
          </tbody>
        </table>
        <Foot code="F17" base={ruleBase([12, 18])} stamp={props.stamp} print={props.print} />
      </ListEnd>
    </table>
  );
}

function FindingRow(props: { readonly finding: F17Finding; readonly no: number }): JSX.Element {
  return (
    <tr>
      <td>{props.no}</td>
      <td>{props.finding.notice ? '提示' : '不一致'}</td>
      <td class="left">
        {props.finding.title}：{props.finding.meaning}
      </td>
      <td>{thousands(props.finding.count)}</td>
      <td class="left number">{props.finding.entries.join(' ')}</td>
    </tr>
  );
}
