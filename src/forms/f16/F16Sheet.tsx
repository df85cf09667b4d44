import type { JSX } from 'solid-js';
import { Foot } from '../house/Foot.tsx';
import { ruleBase, textCell, timeCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { List } from '../house/List.tsx';
import { SignatureCell } from '../house/SignatureCell.tsx';
import type { F16Data, F16Medium } from './f16-data.ts';

export const F16_TITLE = '涉密载体移交登记单';

export function F16Sheet(props: F16Data): JSX.Element {
  return (
    <main>
      <Head title={F16_TITLE} left={props.bureau} right={`编号：${props.no}`} />
      <p class="warning">本单只登记载体外部情况，不得填写标题、当事人、案情等任何内容信息。</p>
      <table class="parties">
        <tbody>
          <tr>
            <th>移交单位</th>
            <td class="left">{textCell(props.giving.unit)}</td>
            <th>移交人</th>
            <td class="left">{textCell(props.giving.name)}</td>
          </tr>
          <tr>
            <th>接收单位</th>
            <td class="left">{textCell(props.receiving.unit)}</td>
            <th>接收（保密管理）人</th>
            <td class="left">{textCell(props.receiving.name)}</td>
          </tr>
          <tr>
            <th>移交时间</th>
            <td class="left">{timeCell(props.handedOverAt)}</td>
            <th>载体数量</th>
            <td class="left">{props.media.length} 件</td>
          </tr>
        </tbody>
      </table>
      <Media media={props.media}>
        <table>
          <tbody>
            <tr>
              <td class="declaration left" colspan={2}>
                载体内容未经录证读取、复制；交接双方已当面核对编号、外观和封签。
              </td>
            </tr>
            <tr>
              <SignatureCell signatory="移交人" signed={props.giving.signature} />
              <SignatureCell signatory="接收（保密管理）人" signed={props.receiving.signature} />
            </tr>
          </tbody>
        </table>
        <Foot
          code="F16"
          base={ruleBase([19])}
          stamp={props.stamp}
          print={props.print}
          copies="本表一式两份，移交人、接收（保密管理）人各存一份。"
        />
      </Media>
    </main>
  );
}

const COLUMNS = ['序号', '载体编号', '外观', '封签号'] as const;

function Media(props: { readonly media: readonly F16Medium[]; readonly children: JSX.Element }): JSX.Element {
  return (
    <List name="media" columns={COLUMNS} rows={props.media} row={(medium, no) => <MediumRow medium={medium} no={no} />}>
      {props.children}
    </List>
  );
}

function MediumRow(props: { readonly medium: F16Medium; readonly no: number }): JSX.Element {
  return (
    <tr>
      <td>{props.no}</td>
      <td>{textCell(props.medium.mediumNo)}</td>
      <td class="left">{textCell(props.medium.appearance)}</td>
      <td>{textCell(props.medium.sealNo)}</td>
    </tr>
  );
}
