import { type JSX, Show } from 'solid-js';
import type { FormStamp, PrintMark } from '../form-cell.ts';
import { inFours, runningDateTime, shortDigest, shortKey } from './format.ts';
import { QrCode } from './QrCode.tsx';
import { stampText } from './stamp.ts';

interface FootProps {
  readonly code: string;
  /** 依据：… */
  readonly base: string;
  readonly stamp: FormStamp | null;
  readonly print: PrintMark;
  /** 本表一式两份，…: where two sign. */
  readonly copies?: string;
}

/** The end of every form: what it is, what it rests on, and how the paper is checked against the book. */
export function Foot(props: FootProps): JSX.Element {
  return (
    <div class="foot">
      <div>
        <Show when={props.copies}>
          <p>{props.copies}</p>
        </Show>
        <p>{`表单代号：${props.code}　${props.base}`}</p>
        <Show when={props.stamp} fallback={<p>打印时记录尚未签署，无校验码</p>} keyed>
          {(stamp) => (
            <p class="number">
              校验码：SHA-256（前16位）{inFours(shortDigest(stamp.sha256))}
              {stamp.signerKeyId === '' ? '' : `　签署密钥 ${shortKey(stamp.signerKeyId)}`}
            </p>
          )}
        </Show>
        <p>
          打印时间：{runningDateTime(props.print.printedAt)}
          {props.print.times > 1 ? `　第 ${props.print.times} 次打印` : ''}
        </p>
      </div>
      <Show when={props.stamp} keyed>
        {(stamp) => <QrCode text={stampText(props.code, stamp)} label="记录校验二维码" />}
      </Show>
    </div>
  );
}
