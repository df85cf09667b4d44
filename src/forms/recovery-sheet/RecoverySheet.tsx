import { For, type JSX } from 'solid-js';
import { runningDateTime, shortKey, textCell } from '../house/format.ts';
import { Head } from '../house/Head.tsx';
import { QrCode } from '../house/QrCode.tsx';
import { keyLines, type RecoverySheetData } from './recovery-sheet-data.ts';

export const RECOVERY_SHEET_TITLE = '恢复单';

const PURPOSE =
  '本局的保管人、法制办公室都无法使用各自的密钥（口令遗忘、电脑损坏或者人员离任）时，凭本单上的恢复密钥重新指定两人。平时一律不用。';

const KEEPING: readonly string[] = [
  '打印后当场核对字迹、二维码清晰完整。本单只印一份，不拍照、不复印、不扫描、不录入任何电脑或者手机。',
  '对折使密钥朝内，装入不透光信封；封口处由封存人、监封人骑缝签字并写明日期。',
  '信封存放在本局保险柜，与使用录证的电脑分开存放。任何电脑里都不留存恢复密钥，本单遗失无法补打。',
  '启用时两人在场、当场启封，并在下表登记。启用后即印新的恢复单，本单划去作废，随登记一并保存。',
  '信封破损、去向不明或者疑似被他人看到的，立即报告主管领导，并更换恢复密钥。',
];

export function RecoverySheet(props: RecoverySheetData): JSX.Element {
  return (
    <main>
      <Head title={RECOVERY_SHEET_TITLE} left={props.bureau} right={runningDateTime(props.madeAt)} />
      <table class="facts">
        <tbody>
          <tr>
            <th>生成站点</th>
            <td class="left">{textCell(props.station)}</td>
            <th>生成人</th>
            <td class="left">{textCell(props.madeBy)}</td>
          </tr>
          <tr>
            <th>密钥编号</th>
            <td class="left number">{shortKey(props.keyId)}</td>
            <th>份数</th>
            <td class="left">仅此一份</td>
          </tr>
        </tbody>
      </table>
      <Key keyText={props.keyText} />
      <h2>用途</h2>
      <p class="text">{PURPOSE}</p>
      <h2>封存与保管</h2>
      <ol>
        <For each={KEEPING}>{(sentence) => <li>{sentence}</li>}</For>
      </ol>
      <Register />
    </main>
  );
}

function Key(props: { readonly keyText: string }): JSX.Element {
  return (
    <div class="key">
      <ol class="lines">
        <For each={keyLines(props.keyText)}>
          {(groups) => (
            <li>
              <For each={groups}>{(group) => <span>{group}</span>}</For>
            </li>
          )}
        </For>
      </ol>
      <QrCode text={props.keyText} label="恢复密钥二维码" />
    </div>
  );
}

/** All of it by hand: who sealed, who opened. */
function Register(): JSX.Element {
  return (
    <table class="register">
      <tbody>
        <tr>
          <th>封存人</th>
          <td />
          <th>监封人</th>
          <td />
          <th>封存日期</th>
          <td />
          <th>存放地点</th>
          <td />
        </tr>
        <tr>
          <th>启封人</th>
          <td />
          <th>监启人</th>
          <td />
          <th>启封日期</th>
          <td />
          <th>启封事由</th>
          <td />
        </tr>
      </tbody>
    </table>
  );
}
