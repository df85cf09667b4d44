import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Listed {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly modifiedAt: Date;
}

/** Every file below a directory with digests computed here, not by the app. */
export function listFootage(directory: string): readonly Listed[] {
  const walk = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
      const path = join(at, entry.name);
      return entry.isDirectory() ? walk(path) : entry.isFile() ? [path] : [];
    });
  return walk(directory).map((path) => ({
    path: relative(directory, path),
    sizeBytes: statSync(path).size,
    sha256: digestOf('sha256', path),
    sm3: digestOf('sm3', path),
    modifiedAt: statSync(path).mtime,
  }));
}

const CHUNK = 8 * 1024 * 1024;

function digestOf(algorithm: string, path: string): string {
  const hash = createHash(algorithm);
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; at += CHUNK) hash.update(bytes.subarray(at, at + CHUNK));
  return hash.digest('hex');
}

interface SignedFile {
  readonly sha256: string;
  readonly sm3: string;
  readonly treeSha256: string;
  readonly sizeBytes: number;
}

/** Digests inside signed payloads of the exported book. Signatures themselves are verified by `verifyBook`. */
function signedFiles(out: string): readonly SignedFile[] {
  const lines = readFileSync(join(out, 'book.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((jws) => {
    const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      readonly kind: string;
      readonly body: { readonly files?: readonly SignedFile[] };
    };
    return payload.kind === 'footage-taken-in' ? (payload.body.files ?? []) : [];
  });
}

/** What is missing from the book, in words; empty means every file is there with its own digests. */
export function missingFromBook(footage: string, out: string): readonly string[] {
  const signed = signedFiles(out);
  const recordings = JSON.parse(readFileSync(join(out, 'recordings.json'), 'utf8')) as readonly SignedFile[];
  return listFootage(footage).flatMap((file) => {
    const same = (one: SignedFile) =>
      one.sha256 === file.sha256 && one.sm3 === file.sm3 && one.sizeBytes === file.sizeBytes;
    const faults: string[] = [];
    if (!signed.some(same)) faults.push(`${file.path}: not inside a signed payload`);
    if (!recordings.some(same)) faults.push(`${file.path}: not in recordings.json`);
    return faults;
  });
}

export const exported = (out: string): boolean =>
  ['book.jsonl', 'details.jsonl', 'keys.json', 'recordings.json'].every((name) => existsSync(join(out, name)));
