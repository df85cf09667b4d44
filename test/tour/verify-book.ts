import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactVerify, importJWK, type JWK } from 'jose';

interface Payload {
  readonly seq: number;
  readonly prev: string | null;
  readonly details: string | null;
}

const lines = (path: string): readonly string[] => {
  const text = readFileSync(path, 'utf8').trim();
  return text === '' ? [] : text.split('\n');
};
const sha = (...parts: readonly (string | Buffer)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('base64url');

/** Verifies an export as a stranger would: signatures, chains of keys, details. Returns the number of entries; throws on a fault. */
export async function verifyBook(out: string): Promise<number> {
  const { keys } = JSON.parse(readFileSync(join(out, 'keys.json'), 'utf8')) as {
    readonly keys: readonly (JWK & { kid: string })[];
  };
  const byKid = new Map(keys.map((key) => [key.kid, key]));
  const entries = new Map<string, Payload>();
  const last = new Map<string, { readonly seq: number; readonly id: string }>();
  for (const jws of lines(join(out, 'book.jsonl'))) {
    const { kid } = JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString('utf8')) as {
      readonly kid: string;
    };
    const key = byKid.get(kid);
    if (key === undefined) throw new Error(`no key ${kid}`);
    const { payload } = await compactVerify(jws, await importJWK(key, 'ES256'));
    const entry = JSON.parse(new TextDecoder().decode(payload)) as Payload;
    const before = last.get(kid);
    if (entry.seq !== (before?.seq ?? -1) + 1 || entry.prev !== (before?.id ?? null))
      throw new Error(`chain of ${kid} broken`);
    const id = sha(jws);
    entries.set(id, entry);
    last.set(kid, { seq: entry.seq, id });
  }
  for (const line of lines(join(out, 'details.jsonl'))) {
    const { entry, salt, json } = JSON.parse(line) as {
      readonly entry: string;
      readonly salt: string;
      readonly json: string;
    };
    if (sha(Buffer.from(salt, 'base64url'), json) !== entries.get(entry)?.details)
      throw new Error(`details of ${entry}`);
  }
  return entries.size;
}
