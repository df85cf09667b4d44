import type { Instant } from '../../domain/time.ts';
import type { TextCell } from '../form-cell.ts';

/** The bureau's recovery key on paper. Handed to the sheet once, printed once, kept nowhere. */
export interface RecoverySheetData {
  readonly bureau: string;
  readonly madeAt: Instant;
  readonly station: TextCell;
  readonly madeBy: TextCell;
  /** Public id of the key, so that the right sheet is found without opening another envelope. */
  readonly keyId: string;
  /** As it can be typed in: letters and digits, with any separators. Printed in fours, and as it is in the QR code. */
  readonly keyText: string;
}

const GROUPS_PER_LINE = 7;

/** Lines of seven groups of four letters or digits. */
export function keyLines(keyText: string): readonly (readonly string[])[] {
  const groups = keyText.replace(/[^\p{L}\p{N}]/gu, '').match(/.{1,4}/gu) ?? [];
  const lines = Math.ceil(groups.length / GROUPS_PER_LINE);
  return Array.from({ length: lines }, (_, line) => groups.slice(line * GROUPS_PER_LINE, (line + 1) * GROUPS_PER_LINE));
}
