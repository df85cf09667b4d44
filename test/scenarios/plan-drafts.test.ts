import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editText } from '../../src/adapters/sync/drafts/edit-text.ts';
import { examineUpdate } from '../../src/adapters/sync/drafts/examine-update.ts';
import { asId, type DeviceId, type DivisionId, type PersonId } from '../../src/domain/ids.ts';
import type { ActivityFields } from '../../src/ui/features/activities/activity-form-view.ts';
import { fieldsIn, textsOf } from '../../src/ui/features/activities/plan-draft.ts';
import { matterIn, matterTexts } from '../../src/ui/kit/matter-draft.ts';
import { type MatterDraft, matterDraft } from '../../src/ui/kit/matter-view.ts';
import { keptText, shownText } from '../../src/ui/kit/typed-over.ts';

const id = <I extends string>(name: string): I => asId<never>(name.padEnd(22, '0')) as I;
const ZHANG = id<PersonId>('zhang');
const LI = id<PersonId>('li');
const WANG = id<PersonId>('wang');

const FIELDS: ActivityFields = {
  type: 'dailyInspection',
  title: '伊河采砂检查',
  matters: [1, 8],
  division: id<DivisionId>('division'),
  officers: [ZHANG],
  devices: [id<DeviceId>('camera')],
  plannedAt: '2026-03-05 09:00',
  plannedMinutes: '90',
  place: '',
  party: '赵某',
  caseNo: '',
  complaintNo: '12345',
  coordinates: '',
  note: '',
};

type Texts = Readonly<Record<string, string>>;

/** Texts as a shared draft keeps them, over what was signed. */
const write = (doc: Y.Doc, texts: Texts, signed: Texts): void => {
  for (const [name, text] of Object.entries(texts)) editText(doc.getText(name), keptText(text, signed[name] ?? ''));
};
const read = <T extends Texts>(doc: Y.Doc, signed: T): T =>
  Object.fromEntries(
    Object.entries(signed).map(([name, text]) => [name, shownText(doc.getText(name).toString(), text)]),
  ) as T;
const meet = (a: Y.Doc, b: Y.Doc): void => {
  const [ofA, ofB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, ofB);
  Y.applyUpdate(b, ofA);
};

describe('a plan written together', () => {
  const signed = textsOf(FIELDS);
  const plan = (doc: Y.Doc): ActivityFields => fieldsIn(read(doc, signed));

  it('is read back as it was filled in, blank fields too; one struck out is as it was signed', () => {
    expect(fieldsIn(signed)).toEqual(FIELDS);
    const doc = new Y.Doc();
    expect(plan(doc)).toEqual(FIELDS);
    write(doc, textsOf({ ...FIELDS, party: '', place: '伊河大桥' }), signed);
    expect(plan(doc)).toEqual({ ...FIELDS, party: '', place: '伊河大桥' });
    write(doc, signed, signed);
    expect(plan(doc)).toEqual(FIELDS);
  });

  it('keeps what two officers tick and type at once', () => {
    const [north, south] = [new Y.Doc(), new Y.Doc()];
    write(north, textsOf({ ...FIELDS, title: '伊河采砂巡查' }), signed);
    meet(north, south);
    write(north, textsOf({ ...FIELDS, officers: [ZHANG, LI], title: '伊河采砂夜间巡查' }), signed);
    write(
      south,
      textsOf({ ...FIELDS, officers: [ZHANG, WANG], matters: [1, 8, 2], place: '伊河大桥', title: '伊河采砂巡查' }),
      signed,
    );
    meet(north, south);
    const both = plan(north);
    expect(plan(south)).toEqual(both);
    expect([...both.officers].sort()).toEqual([LI, WANG, ZHANG].sort());
    expect(both).toMatchObject({ title: '伊河采砂夜间巡查', matters: [1, 8, 2], place: '伊河大桥' });
  });

  it('begun apart, on two machines without a network, is not written twice into itself', () => {
    const [north, south] = [new Y.Doc(), new Y.Doc()];
    write(north, textsOf({ ...FIELDS, place: '伊河大桥' }), signed);
    write(south, textsOf({ ...FIELDS, plannedAt: '2026-03-06 09:00', place: '伊河大桥' }), signed);
    meet(north, south);
    expect(plan(north)).toEqual({ ...FIELDS, place: '伊河大桥', plannedAt: '2026-03-06 09:00' });
    expect(plan(south)).toEqual(plan(north));
  });

  it('leaves out what names nothing', () => {
    const texts = { ...signed, type: 'dailydaily', matters: '1 99 x', officers: `${ZHANG} zh` };
    expect(fieldsIn(texts)).toMatchObject({ type: '', matters: [1], officers: [ZHANG] });
  });

  it('passes the examination of foreign drafts', () => {
    const doc = new Y.Doc();
    write(doc, textsOf({ ...FIELDS, note: '长'.repeat(1000) }), signed);
    expect(examineUpdate(Y.encodeStateAsUpdate(new Y.Doc()), Y.encodeStateAsUpdate(doc))).toBeNull();
  });
});

describe('the statement of a row written together', () => {
  const NO_TIMES = { from: null, to: null };
  const signed = matterTexts(4, matterDraft(4, null, NO_TIMES));
  const filled = (over: Partial<MatterDraft>): MatterDraft => ({ ...matterDraft(4, null, NO_TIMES), ...over });
  const item = (no: string, name: string) => ({ no, name, spec: '／', unit: '台', amount: '1' });

  it('begun apart keeps the items of both, and what each typed elsewhere', () => {
    const [north, south] = [new Y.Doc(), new Y.Doc()];
    write(north, matterTexts(4, filled({ items: [item('1', '挖掘机')] })), signed);
    write(south, matterTexts(4, filled({ items: [item('2', '采砂船')], texts: { listNo: '7' } })), signed);
    meet(north, south);
    const both = matterIn(4, read(north, signed));
    expect(matterIn(4, read(south, signed))).toEqual(both);
    expect(both.items.map(({ name }) => name).sort()).toEqual(['挖掘机', '采砂船'].sort());
    expect(both.texts.listNo).toBe('7');
  });

  it('passes the examination of foreign drafts, all twelve rows at once', () => {
    const doc = new Y.Doc();
    for (const row of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const) {
      const texts = matterTexts(row, matterDraft(row, null, NO_TIMES));
      for (const name of Object.keys(texts)) editText(doc.getText(`matter ${row}.${name}`), keptText('x', ''));
    }
    expect(examineUpdate(Y.encodeStateAsUpdate(new Y.Doc()), Y.encodeStateAsUpdate(doc))).toBeNull();
  });
});
