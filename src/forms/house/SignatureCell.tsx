import { type JSX, Show } from 'solid-js';
import type { PrintedSignature } from '../form-cell.ts';
import { shortKey, timeCell } from './format.ts';

interface SignatureCellProps {
  readonly signatory: string;
  readonly signed: PrintedSignature | null;
  readonly colspan?: number;
}

/** The electronic signature in words above, the place for wet ink below, always blank. */
export function SignatureCell(props: SignatureCellProps): JSX.Element {
  return (
    <td class="signature" colspan={props.colspan ?? 1}>
      <div>
        <p>{props.signatory}</p>
        <p class="electronic">
          <Show when={props.signed} keyed>
            {(signed) => (
              <>
                {`电子签署：${signed.name}　${timeCell(signed.at)}`}
                <br />
                签署密钥 <span class="number">{shortKey(signed.keyId)}</span>
              </>
            )}
          </Show>
        </p>
        <p class="ink">
          签字：
          <span class="blank" />
          <span class="year" />年<span class="day" />月<span class="day" />日
        </p>
      </div>
    </td>
  );
}
