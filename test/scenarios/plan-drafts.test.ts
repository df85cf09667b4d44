import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { editText } from '../../src/adapters/sync/drafts/edit-text.ts';
import { examineUpdate } from '../../src/adapters/sync/drafts/examine-update.ts';
import { asId, type DeviceId, type DivisionId, type PersonId } from '../../src/domain/ids.ts';
import type { ActivityFields } from '../../src/ui/features/activities/activity-form-view.ts';
import { fieldsIn, isOpen, PLAN_TEXTS, type PlanTexts, textsOf } from '../../src/ui/features/activities/plan-draft.ts';

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

/** Texts as a shared draft keeps them. */
const write = (doc: Y.Doc, texts: PlanTexts): void => {
  for (const name of PLAN_TEXTS) editText(doc.getText(name), texts[name]);
};
const read = (doc: Y.Doc): PlanTexts =>
  Object.fromEntries(PLAN_TEXTS.map((name) => [name, doc.getText(name).toString()])) as PlanTexts;
const meet = (a: Y.Doc, b: Y.Doc): void => {
  const [ofA, ofB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, ofB);
  Y.applyUpdate(b, ofA);
};

describe('a plan written together', () => {
  it('is read back as it was filled in, blank fields too; one struck out is none', () => {
    expect(fieldsIn(textsOf(FIELDS))).toEqual(FIELDS);
    expect(isOpen(textsOf(FIELDS))).toBe(true);
    expect(isOpen(read(new Y.Doc()))).toBe(false);
  });

  it('keeps what two officers tick and type at once', () => {
    const [north, south] = [new Y.Doc(), new Y.Doc()];
    write(north, textsOf(FIELDS));
    meet(north, south);
    write(north, textsOf({ ...FIELDS, officers: [ZHANG, LI], title: '伊河采砂夜间检查' }));
    write(south, textsOf({ ...FIELDS, officers: [ZHANG, WANG], matters: [1, 8, 2], place: '伊河大桥' }));
    meet(north, south);
    const both = fieldsIn(read(north));
    expect(fieldsIn(read(south))).toEqual(both);
    expect([...both.officers].sort()).toEqual([LI, WANG, ZHANG].sort());
    expect(both).toMatchObject({ title: '伊河采砂夜间检查', matters: [1, 8, 2], place: '伊河大桥' });
  });

  it('leaves out what names nothing', () => {
    const texts = {
      ...textsOf(FIELDS),
      'plan-type': 'dailydaily',
      'plan-matters': '1 99 x',
      'plan-officers': `${ZHANG} zh`,
    };
    expect(fieldsIn(texts)).toMatchObject({ type: '', matters: [1], officers: [ZHANG] });
  });

  it('passes the examination of foreign drafts', () => {
    const doc = new Y.Doc();
    write(doc, textsOf({ ...FIELDS, note: '长'.repeat(1000) }));
    expect(examineUpdate(Y.encodeStateAsUpdate(new Y.Doc()), Y.encodeStateAsUpdate(doc))).toBeNull();
  });
});
