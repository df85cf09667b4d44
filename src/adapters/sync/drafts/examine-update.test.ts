import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { examineUpdate, MOST_DRAFT_BYTES, MOST_SIGNS } from './examine-update.ts';

const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

const stateOf = (change: (doc: Y.Doc) => void, client = 1): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = client;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
};
const here = stateOf((doc) => doc.getText('note').insert(0, '甲乙'), 7);

describe('a foreign update of drafts', () => {
  it('may write and strike out signs of texts', () => {
    expect(
      examineUpdate(
        here,
        stateOf((doc) => doc.getText('gap 2026-03-05T10:18:14.000Z').insert(0, '电池')),
      ),
    ).toBeNull();
    const struck = stateOf((doc) => {
      doc.getText('note').insert(0, '丙丁');
      doc.getText('note').delete(0, 1);
    });
    expect(examineUpdate(here, struck)).toBeNull();
    expect(examineUpdate(here, here)).toBeNull();
  });

  it.each([
    ['a map', (doc: Y.Doc) => doc.getMap('note').set('a', 1)],
    ['an array', (doc: Y.Doc) => doc.getArray('note').insert(0, ['a'])],
    ['a picture in a text', (doc: Y.Doc) => doc.getText('note').insertEmbed(0, { image: 'x' })],
    ['a format', (doc: Y.Doc) => doc.getText('note').insert(0, 'a', { bold: true })],
    ['a type within a type', (doc: Y.Doc) => doc.getMap('note').set('a', new Y.Text('b'))],
    ['a text of an odd name', (doc: Y.Doc) => doc.getText('../x').insert(0, 'a')],
    [
      'too many texts',
      (doc: Y.Doc) => {
        for (let i = 0; i <= 256; i++) doc.getText(`gap ${i}`).insert(0, 'a');
      },
    ],
  ])('with %s is not taken', (_, change) => {
    expect(examineUpdate(here, stateOf(change))).toBe('foreign-type');
  });

  it('too large, by itself or with what is here, is not taken', () => {
    expect(examineUpdate(EMPTY, new Uint8Array(MOST_DRAFT_BYTES + 1))).toBe('too-large');
    expect(
      examineUpdate(
        EMPTY,
        stateOf((doc) => doc.getText('note').insert(0, '长'.repeat(MOST_SIGNS + 1))),
      ),
    ).toBe('too-large');
    const half = (client: number) =>
      stateOf((doc) => {
        for (const name of ['a', 'b', 'c', 'd']) doc.getText(`${name} ${client}`).insert(0, '长'.repeat(3_900));
      }, client);
    expect(examineUpdate(EMPTY, half(1))).toBeNull();
    expect(examineUpdate(half(1), half(2))).toBe('too-large');
  });

  it('that leans on something nobody sent is not taken', () => {
    const doc = new Y.Doc();
    doc.getText('note').insert(0, '甲');
    const before = Y.encodeStateVector(doc);
    doc.getText('note').insert(1, '乙');
    expect(examineUpdate(EMPTY, Y.encodeStateAsUpdate(doc, before))).toBe('incomplete');
  });

  it('of any bytes, or of a good one with bytes changed, is no exception', () => {
    const good = stateOf((doc) => doc.getText('note').insert(0, '电池耗尽，就近换电池'));
    const broken = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => good.with(at, byte));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), broken), (bytes) => {
        expect([null, 'malformed', 'foreign-type', 'incomplete', 'too-large']).toContain(examineUpdate(here, bytes));
      }),
    );
  });
});
