import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../base/bytes.ts';
import { asId, type EntryId, type KeyId, type StationId } from '../../../domain/ids.ts';
import { type BookMessage, bookMessageSchema, decodeBookMessage, encodeBookMessage } from './book-message.ts';

const key = asId<KeyId>('k'.repeat(43));
const id = asId<EntryId>('i'.repeat(43));
const digest = 'd'.repeat(43);

const SAMPLES: readonly BookMessage[] = [
  { kind: 'summary', digest, holds: null, ask: 1 },
  { kind: 'frontier', jws: 'a.b.c', answers: null },
  { kind: 'want', from: [{ key, fromSeq: 0 }] },
  { kind: 'want-entries', ids: [id] },
  {
    kind: 'entries',
    entries: ['a.b.c'],
    details: [{ entry: id, salt: 's'.repeat(43), json: '{}' }],
    next: [{ key, fromSeq: 5 }],
  },
  { kind: 'details', details: [] },
  { kind: 'want-details', entries: [id] },
  { kind: 'neighbours', stations: [asId<StationId>('s'.repeat(22))] },
];

describe('what books say to each other', () => {
  it('is read back as it was said', () => {
    for (const message of SAMPLES) expect(decodeBookMessage(encodeBookMessage(message))).toEqual(message);
    expect(SAMPLES).toHaveLength(bookMessageSchema.options.length);
  });

  it('has a form that no change goes unnoticed in: stations are updated on different days', () => {
    const said = SAMPLES.map((message) => new TextDecoder().decode(encodeBookMessage(message))).join('\n');
    expect(createHash('sha256').update(said).digest('hex')).toMatchInlineSnapshot(
      `"a230e268db0c95527e19df1cd70eda1e771d2d21ac764e7afc08cd9fa3c75f1f"`,
    );
  });

  it('in a word of a newer version is let pass', () => {
    expect(decodeBookMessage(utf8('{"kind":"weather","rain":true}'))).toBe('unknown');
  });

  it('is malformed where a member is missing, odd, or one too many', () => {
    for (const message of SAMPLES) {
      expect(decodeBookMessage(utf8(JSON.stringify({ ...message, more: 1 })))).toBeNull();
      expect(decodeBookMessage(utf8(JSON.stringify({ kind: message.kind })))).toBeNull();
    }
    expect(decodeBookMessage(utf8('{"kind":"want","from":[{"key":"x","fromSeq":-1}]}'))).toBeNull();
  });

  it('of any bytes is no exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(utf8)), (bytes) => {
        const read = decodeBookMessage(bytes);
        expect(read === null || read === 'unknown' || typeof read === 'object').toBe(true);
      }),
    );
  });
});
