import { For, type JSX, Show } from 'solid-js';
import { FactRows } from '../house/FactRows.tsx';
import { Foot } from '../house/Foot.tsx';
import { dateCell, ruleBase, textCell, timeCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import { Tick } from '../house/Tick.tsx';
import { CHECKED_WORDS, countsOf, type F1CheckData, type F1CheckRow, type F1CheckStated } from './f1-check-data.ts';

export const F1_CHECK_TITLE = '执法音像记录事项核对表';

const COLUMNS = ['序号', '执法事项', '应记录环节', '对应资料编号', '时间码', '情况', '说明'] as const;

const STATED_COLUMNS = ['序号', '执法事项', '本项内容', '填写人、时间'] as const;

export function F1CheckSheet(props: F1CheckData): JSX.Element {
  return (
    <main>
      <Head title={F1_CHECK_TITLE} left={props.bureau} right={`编号：${props.no}`} />
      <FactRows
        rows={[
          ['活动', textCell(props.title), '执法事项', props.matters],
          ['日期', dateCell(props.date), '场所', textCell(props.place)],
          ['当事人', textCell(props.party), '设备', textCell(props.devices)],
          ['执法人员\n（执法证号）', textCell(props.officers), '到达—结束', duration(props)],
        ]}
      />
      <Show when={props.stated.length > 0}>
        <Stated rows={props.stated} />
      </Show>
      <List name="steps" columns={COLUMNS} rows={props.rows} row={stepRow}>
        <Notice {...props} />
        <Content {...props} />
        <table>
          <tbody>
            <tr>
              <SignatureCell signatory="执法人员" signed={props.attested} />
              <SignatureCell signatory="执法人员" signed={null} />
              <SignatureCell signatory="部门负责人" signed={null} />
            </tr>
          </tbody>
        </table>
        <Foot code="F1" base={ruleBase([6, 8, 9, 10], '及音像记录事项清单')} stamp={props.stamp} print={props.print} />
      </List>
    </main>
  );
}

const duration = ({ arrivedAt, endedAt }: Pick<F1CheckData, 'arrivedAt' | 'endedAt'>): string =>
  `到达现场 ${timeCell(arrivedAt)}\n结束 ${timeCell(endedAt)}`;

const stepRow = (row: F1CheckRow): JSX.Element => (
  <tr>
    <td class="number">{row.no}</td>
    <td>{row.matter}</td>
    <td class="left">{row.step}</td>
    <td class="lines number">{textCell(row.recordings)}</td>
    <td class="lines number">{textCell(row.timeCodes)}</td>
    <td>{CHECKED_WORDS[row.state]}</td>
    <td class="left lines">{textCell(row.remark)}</td>
  </tr>
);

function Stated(props: { readonly rows: readonly F1CheckStated[] }): JSX.Element {
  return (
    <table class="stated">
      <thead>
        <tr>
          <For each={STATED_COLUMNS}>{(heading) => <th>{heading}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <td class="number">{row.no}</td>
              <td>{row.matter}</td>
              <td class="left lines">{textCell(row.text)}</td>
              <td class="lines">{textCell(row.signed)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Notice(props: F1CheckData): JSX.Element {
  return (
    <table class="overlay">
      <tbody>
        <tr>
          <th>告知用语</th>
          <td class="left">{textCell(props.notice.text)}</td>
          <th>告知时间（码）</th>
          <td class="left">{textCell(props.notice.where)}</td>
        </tr>
        <tr>
          <th>环节小计</th>
          <td class="left">{countsOf(props.rows)}</td>
          <th>第十条内容</th>
          <td class="left">
            <Tick on={props.violationFound === true}>发现违法违规行为</Tick>
            <Tick on={props.violationFound === false}>未发现</Tick>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Art. 10, two elements a line. */
function Content(props: F1CheckData): JSX.Element {
  const pairs = () =>
    props.elements.flatMap((one, index) => (index % 2 === 0 ? [[one, props.elements[index + 1]] as const] : []));
  return (
    <table class="content">
      <tbody>
        <For each={pairs()}>
          {(pair) => (
            <tr>
              <For each={pair}>
                {(one) => (
                  <>
                    <th>{one?.element ?? ''}</th>
                    <td class="left lines">{one === undefined ? '' : textCell(one.where)}</td>
                    <td class="left">{one === undefined ? '' : textCell(one.remark)}</td>
                  </>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
