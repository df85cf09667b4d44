import { fromBase64url } from '../base/base64url.ts';
import { fromUtf8, utf8 } from '../base/bytes.ts';
import { toHex } from '../base/hex.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import type { KeyId } from '../domain/ids.ts';
import type { RecordingRecord } from '../domain/records.ts';
import { subjectOf } from '../domain/subject.ts';
import { keysNamedIn } from '../ledger/admit.ts';
import { decodeForm } from '../ledger/entry.ts';
import type { EntryVerifier, PublicJwk, StoredEntry } from '../ledger/ports.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

/** One line of recordings.json. Times are UTC; `capturedAtRaw` is the device's claim, never corrected. */
export interface ExportedRecording {
  readonly id: string;
  readonly no: string | null;
  readonly name: string | null;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly treeSha256: string;
  readonly mediaType: string;
  readonly container: string | null;
  readonly durationMs: number | null;
  readonly capturedAtRaw: string | null;
  readonly capturedAtSource: string | null;
  readonly takenInAt: string | null;
  readonly takenInBy: string | null;
  readonly takenInByName: string | null;
  readonly station: string | null;
  readonly stationId: string | null;
  readonly state: string;
  /** Every place it was met; the same content twice is one original with two sources. */
  readonly sources: readonly {
    readonly name: string | null;
    readonly path: string | null;
    readonly takenInAt: string;
    readonly entry: string;
  }[];
  readonly copies: readonly {
    readonly medium: string;
    readonly path: string | null;
    readonly storedAt: string;
    readonly lastCheck: string;
  }[];
}

export interface BookExport {
  /** Entries as signed, one compact JWS a line, in (lc, id) order. */
  readonly 'book.jsonl': Blob;
  /** `{entry, commitment, salt, json}` a line: commitment = base64url SHA-256(salt bytes ‖ UTF-8 of json). */
  readonly 'details.jsonl': Blob;
  /** JWKS (RFC 7517) of every key ever admitted or that signed a line; `kid` is the RFC 7638 thumbprint. */
  readonly 'keys.json': Blob;
  readonly 'recordings.json': Blob;
}

export interface ExportPorts {
  readonly verifier: EntryVerifier;
  readonly formatRecordingNo: (record: RecordingRecord) => string | null;
}

/**
 * The whole book in open formats, with the details this station holds: the act of the custodian or the legal affairs
 * office, signed into the book after the files are made.
 */
export async function exportBook(
  desk: Desk,
  seat: Seat,
  ports: ExportPorts,
): Promise<Outcome<BookExport, RuleRefusal>> {
  const lines: string[] = [];
  const details: string[] = [];
  const recordingIds = new Set<string>();
  const signers = new Set<KeyId>();
  const named = new Map<KeyId, PublicJwk>();
  for await (const page of desk.book.reader.all(500)) {
    const held = new Map((await desk.book.reader.detailsOf(page.map((entry) => entry.id))).map((d) => [d.entry, d]));
    for (const entry of page) {
      lines.push(`${entry.jws}\n`);
      signers.add(entry.keyId);
      for (const { keyId, signing } of namedIn(entry)) await noteKey(named, keyId, signing, ports.verifier);
      const shown = held.get(entry.id);
      if (shown !== undefined) details.push(`${JSON.stringify(openDetails(entry.jws, shown))}\n`);
      for (const subject of entry.subjects) if (subject.startsWith('recording:')) recordingIds.add(subject.slice(10));
    }
  }
  const recordings = await readRecordings(desk, [...recordingIds], ports);
  const book = lines.join('');
  const signed = await signAct(desk, seat.signer, {
    kind: 'book-exported',
    subject: subjectOf('bureau', desk.book.bureau),
    body: {
      entries: lines.length,
      details: details.length,
      recordings: recordings.length,
      bookSha256: toHex(await ports.verifier.sha256(utf8(book))),
    },
    details: null,
  });
  if (!signed.ok) return refused(signed.refusal);
  return done({
    'book.jsonl': new Blob([book], { type: 'application/jsonl' }),
    'details.jsonl': new Blob(details, { type: 'application/jsonl' }),
    'keys.json': json(keySet(desk, signers, named)),
    'recordings.json': json(recordings),
  });
}

const json = (value: unknown): Blob => new Blob([JSON.stringify(value, null, 2), '\n'], { type: 'application/json' });

function openDetails(jws: string, shown: { readonly entry: string; readonly salt: string; readonly json: string }) {
  const [, payload = ''] = jws.split('.');
  const { details } = JSON.parse(fromUtf8(fromBase64url(payload))) as { readonly details: string };
  return { entry: shown.entry, commitment: details, salt: shown.salt, json: shown.json };
}

type Named = Map<KeyId, PublicJwk>;

function namedIn({ jws, subjects }: StoredEntry) {
  // Most entries are of footage; none of those names a key.
  if (subjects.some((subject) => subject.startsWith('recording:'))) return [];
  const form = decodeForm(jws);
  return form.ok ? keysNamedIn(form.value) : [];
}

/** An id that is not its key's thumbprint names nothing. */
async function noteKey(named: Named, keyId: KeyId, jwk: PublicJwk, verifier: EntryVerifier): Promise<void> {
  if (!named.has(keyId) && (await verifier.thumbprint(jwk).catch(() => null)) === keyId) named.set(keyId, jwk);
}

/** Keys that were admitted; and whoever else signed a line, so that every signature can be checked, whether it counts or not. */
function keySet(desk: Desk, signers: ReadonlySet<KeyId>, named: Named) {
  const { keys: known, root } = desk.book.membership();
  const use = { alg: 'ES256', use: 'sig' };
  const keys = [
    ...[...known.values()].map((key) => ({
      ...key.jwk,
      kid: key.keyId,
      ...use,
      owner: key.owner,
      admittedBy: key.admittedBy,
      retiredBy: key.retired?.by ?? null,
    })),
    ...[...named].flatMap(([kid, jwk]) =>
      signers.has(kid) && !known.has(kid)
        ? [{ ...jwk, kid, ...use, owner: null, admittedBy: null, retiredBy: null }]
        : [],
    ),
  ];
  return { bureau: desk.book.bureau, root, keys };
}

async function readRecordings(desk: Desk, ids: readonly string[], ports: ExportPorts): Promise<ExportedRecording[]> {
  const [persons, stations] = await Promise.all([desk.records.all('person'), desk.records.all('station')]);
  const names = new Map<string, string | null>(persons.map((person) => [person.id, person.name]));
  const codes = new Map<string, string>(stations.map((station) => [station.id, station.code]));
  const out: ExportedRecording[] = [];
  for (let i = 0; i < ids.length; i += 500) {
    const some = await desk.records.getMany('recording', ids.slice(i, i + 500) as never);
    for (const record of some) out.push(exported(record, names, codes, ports));
  }
  return out;
}

function exported(
  record: RecordingRecord,
  names: ReadonlyMap<string, string | null>,
  codes: ReadonlyMap<string, string>,
  ports: ExportPorts,
): ExportedRecording {
  const [first] = record.sources;
  return {
    id: record.id,
    no: ports.formatRecordingNo(record),
    name: first?.originalName ?? null,
    sizeBytes: record.sizeBytes,
    ...record.digests,
    mediaType: record.mediaType,
    container: record.container,
    durationMs: record.durationMs,
    capturedAtRaw: first?.capturedAtRaw?.text ?? null,
    capturedAtSource: first?.capturedAtRaw?.source ?? null,
    takenInAt: first?.takenInAt ?? null,
    takenInBy: first?.takenInBy ?? null,
    takenInByName: first === undefined ? null : (names.get(first.takenInBy) ?? null),
    station: first === undefined ? null : (codes.get(first.station) ?? null),
    stationId: first?.station ?? null,
    state: record.state,
    sources: record.sources.map((s) => ({
      name: s.originalName,
      path: s.originalPath,
      takenInAt: s.takenInAt,
      entry: s.entry,
    })),
    copies: record.copies.map((c) => ({
      medium: c.medium,
      path: c.path,
      storedAt: c.storedAt,
      lastCheck: c.lastCheck.result,
    })),
  };
}
