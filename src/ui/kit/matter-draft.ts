import { SERVED_DOCUMENTS } from '../../domain/course-words.ts';
import { ID_FORM, type PersonId } from '../../domain/ids.ts';
import type { MatterFieldName } from '../../text/matter.ts';
import { ITEM_FIELDS, type ItemDraft, MATTER_FORMS, type MatterDraft, type Row } from './matter-view.ts';
import { CELL, LINE, oneCell } from './typed-over.ts';

/** Beside the fields of its form: what single rows ask in boxes of their own. */
const OWN: Partial<Record<Row, readonly OwnName[]>> = {
  4: ['items'],
  8: ['police'],
  9: ['served', 'surveillance'],
  10: ['witness'],
};
type OwnName = 'items' | 'police' | 'served' | 'surveillance' | 'witness';
export type MatterTexts = Readonly<Partial<Record<MatterFieldName | OwnName, string>>>;

const YES = 'yes';

/** The form of a row as texts that officers write together: a text a field, items a line each, choices as words in a line. */
export function matterTexts(row: Row, draft: MatterDraft): Readonly<Record<string, string>> {
  const own: Readonly<Record<OwnName, string>> = {
    items: draft.items.map((item) => ITEM_FIELDS.map((field) => oneCell(item[field])).join(CELL)).join(LINE),
    police: draft.policeCalled ? YES : '',
    served: draft.served.join(' '),
    surveillance: draft.surveillance ? YES : '',
    witness: draft.witness,
  };
  return Object.fromEntries([
    ...MATTER_FORMS[row].map(({ name }) => [name, draft.texts[name] ?? '']),
    ...(OWN[row] ?? []).map((name) => [name, own[name]]),
  ]);
}

/** What the texts say; words that name nothing are left out. */
export function matterIn(row: Row, texts: MatterTexts): MatterDraft {
  const witness = (texts.witness ?? '').split(' ')[0] ?? '';
  const served = (texts.served ?? '').split(' ');
  return {
    texts: Object.fromEntries(MATTER_FORMS[row].map(({ name }) => [name, texts[name] ?? ''])),
    items:
      row === 4
        ? (texts.items ?? '')
            .split(LINE)
            .filter((line) => line !== '')
            .map(itemIn)
        : [],
    served: SERVED_DOCUMENTS.filter((document) => served.includes(document)),
    surveillance: (texts.surveillance ?? '') !== '',
    policeCalled: (texts.police ?? '') !== '',
    witness: ID_FORM.test(witness) ? (witness as PersonId) : '',
  };
}

function itemIn(line: string): ItemDraft {
  const [no = '', name = '', spec = '', unit = '', amount = ''] = line.split(CELL);
  return { no, name, spec, unit, amount };
}
