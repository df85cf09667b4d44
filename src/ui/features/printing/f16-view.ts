import { formatNumber } from '../../../domain/numbering.ts';
import type { CardRecord } from '../../../domain/records.ts';
import type { PrintMark } from '../../../forms/form-cell.ts';
import type { F16Data } from '../../../forms/form-request.ts';
import { type FormNames, stampOf } from './form-names.ts';

/** F16: the medium's outside and nothing else (Art. 19). Handing it over happens on paper, so its time is left for ink. */
export function f16Data(card: CardRecord, names: FormNames, print: PrintMark): F16Data {
  const no = formatNumber(card.no);
  const giver = card.sealed.by.kind === 'person' ? card.sealed.by.person : null;
  return {
    bureau: names.bureau,
    no,
    giving: {
      unit: giver === null ? '' : names.unitOf(giver),
      name: names.person(giver),
      signature: names.signature(card.sealed),
    },
    receiving: { unit: '', name: card.handedTo ?? '', signature: null },
    handedOverAt: '',
    media: [{ mediumNo: card.mediumNo ?? '', appearance: card.appearance ?? '', sealNo: card.sealNo ?? '' }],
    stamp: stampOf(card.sealed, no),
    print,
  };
}
