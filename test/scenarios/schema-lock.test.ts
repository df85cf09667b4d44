import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ENTRY_VERSION, payloadSchema } from '../../src/ledger/entry.ts';
import { KINDS } from '../../src/ledger/kinds.ts';
import { describeSchema } from '../doubles/describe-schema.ts';

const FILE = fileURLToPath(new URL('../vectors/schemas.json', import.meta.url));

/** Entries are read for decades: a kind once released keeps its schema as long as the entry's version stays. */
interface Lock {
  readonly v: number;
  readonly payload: string;
  readonly kinds: Readonly<Record<string, string>>;
}

const hash = (schema: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(describeSchema(schema)))
    .digest('base64url');

const now: Lock = {
  v: ENTRY_VERSION,
  payload: hash(payloadSchema),
  kinds: Object.fromEntries(
    Object.values(KINDS).map(({ kind, body, details, author, roles }) => [
      kind,
      hash({ body, details, author, roles }),
    ]),
  ),
};
const locked = JSON.parse(readFileSync(FILE, 'utf8')) as Lock;

// LOCK=write adds new kinds and, after a bump of the version, everything; it never rewrites what stands under the same version.
if (process.env.LOCK === 'write') {
  const kept = locked.v === now.v ? locked : now;
  const next = { v: now.v, payload: kept.payload, kinds: { ...now.kinds, ...kept.kinds } };
  writeFileSync(FILE, `${JSON.stringify(next, null, 2)}\n`);
}

test('no kind’s schema, author or roles change without a new entry version', () => {
  expect(locked.v).toBe(now.v);
  expect(now.payload).toBe(locked.payload);
  for (const [kind, known] of Object.entries(locked.kinds)) expect([kind, now.kinds[kind]]).toEqual([kind, known]);
});

test('every kind is under the lock', () => {
  expect(Object.keys(now.kinds).filter((kind) => locked.kinds[kind] === undefined)).toEqual([]);
});

test('the description notices another pattern, another bound, another name', () => {
  const { body } = KINDS['person-admitted'];
  const changed = { ...body, entries: { ...body, more: KINDS['bureau-founded'].body } };
  expect(hash(changed)).not.toBe(hash(body));
  expect(hash({ requirement: /a/ })).not.toBe(hash({ requirement: /b/ }));
  expect(hash({ requirement: 1 })).not.toBe(hash({ requirement: 2 }));
});
