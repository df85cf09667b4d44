import { toBase64url } from '../../../src/base/base64url.ts';
import { toSha256, toSm3, toTreeSha256 } from '../../../src/domain/digest.ts';
import {
  type ActivityId,
  type BatchId,
  type BureauId,
  type DivisionId,
  type EntryId,
  mintId,
  type PersonId,
  recordingIdOf,
  type StationId,
} from '../../../src/domain/ids.ts';
import { type Subject, subjectOf } from '../../../src/domain/subject.ts';
import { beijingDate, plusMs, toInstant } from '../../../src/domain/time.ts';
import { decodeEntry, type EntryPayload, encodePayload } from '../../../src/ledger/entry.ts';
import { bureauIdOf } from '../../../src/ledger/founding.ts';
import type { Keyring } from '../../../src/ledger/keyring.ts';
import type { KindName } from '../../../src/ledger/kinds.ts';
import type { EntrySigner, EntryVerifier } from '../../../src/ledger/ports.ts';

/** A bureau's book as signed bytes, made without a book: what another station would send. */
export interface SignedBook {
  readonly bureau: BureauId;
  readonly root: EntryId;
  readonly entries: readonly string[];
  readonly division: DivisionId;
  readonly officer: EntrySigner;
  readonly person: PersonId;
}

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));
const START = toInstant(Date.UTC(2026, 0, 5, 1));
const PASSPHRASE = 'bench 2026';

interface Writer {
  readonly entries: string[];
  readonly sign: (signer: EntrySigner, act: Written) => Promise<EntryId>;
}

interface Written {
  readonly kind: KindName;
  readonly subject: Subject;
  readonly body: object;
  readonly auth: EntryId | null;
  readonly refs?: readonly EntryId[];
  readonly shard?: string;
}

function makeWriter(bureau: BureauId, verifier: EntryVerifier): Writer {
  const entries: string[] = [];
  const heads = new Map<string, { id: EntryId; seq: number; slots: Map<string, number> }>();
  let newest: EntryId | null = null;
  return {
    entries,
    sign: async (signer, { kind, subject, body, auth, refs = [], shard = 'bureau' }) => {
      const head = heads.get(signer.keyId);
      const payload: EntryPayload = {
        v: 1,
        bureau,
        shard,
        slot: head?.slots.get(shard) ?? 0,
        seq: head === undefined ? 0 : head.seq + 1,
        prev: head?.id ?? null,
        after: newest,
        lc: entries.length + 1,
        refs: [...refs],
        auth,
        kind,
        subject,
        at: plusMs(START, entries.length * 60_000),
        body: body as EntryPayload['body'],
        details: null,
      };
      const decoded = await decodeEntry(await signer.sign(encodePayload(payload)), verifier);
      if (!decoded.ok) throw new Error(`${kind}: ${decoded.refusal.code} ${decoded.refusal.paths.join()}`);
      const slots = (head?.slots ?? new Map<string, number>()).set(shard, payload.slot + 1);
      heads.set(signer.keyId, { id: decoded.value.id, seq: payload.seq, slots });
      entries.push(decoded.value.jws);
      newest = decoded.value.id;
      return decoded.value.id;
    },
  };
}

/** An activity as it goes: planned, on site, over, its footage taken in and countersigned. Five entries, two signers. */
export async function signBook(count: number, keyring: Keyring, verifier: EntryVerifier): Promise<SignedBook> {
  const [person, station, division] = [mintId<PersonId>(random), mintId<StationId>(random), mintId<DivisionId>(random)];
  const made = await keyring.makePersonKey(person, PASSPHRASE);
  const stationKeys = await keyring.makeStationKeys(station);
  const stationSigner = await keyring.stationSigner();
  if (stationSigner === null) throw new Error('no station key');
  const recovery = await keyring.makeRecoveryKey();
  const salt = toBase64url(random(16));
  const bureau = await bureauIdOf(made.public.keyId, recovery.keyId, salt, verifier);
  const writer = makeWriter(bureau, verifier);
  const officer = made.unlocked.signer;
  const root = await writer.sign(officer, {
    kind: 'bureau-founded',
    subject: subjectOf('bureau', bureau),
    auth: null,
    body: {
      bureau,
      salt,
      ruleDocNo: '22',
      founder: { person, division, roles: ['custodian', 'officer'], keys: made.public },
      station: { station, code: 'A', keys: stationKeys },
      recovery: { keyId: recovery.keyId, signing: recovery.public },
      divisions: [{ id: division, kind: 'division' }],
    },
  });
  for (let serial = 1; writer.entries.length < count; serial++) {
    const at = plusMs(START, writer.entries.length * 60_000);
    const shard = `${division}/${beijingDate(at).slice(0, 7)}`;
    const activity = mintId<ActivityId>(random);
    const batch = mintId<BatchId>(random);
    const about = subjectOf('activity', activity);
    const no = { station: 'A', year: 2026, kind: 'record', serial };
    const hex = [...random(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const recording = recordingIdOf(toSha256(hex));
    const by = { auth: root, shard } as const;
    const plan = { type: 'dailyInspection', matters: [1], officers: [person], devices: [], division, plannedAt: at };
    await writer.sign(officer, { ...by, kind: 'activity-created', subject: about, body: { activity, no, ...plan } });
    await writer.sign(officer, { ...by, kind: 'arrival-marked', subject: about, body: { activity } });
    await writer.sign(officer, { ...by, kind: 'activity-finished', subject: about, body: { activity } });
    const file = {
      sha256: hex,
      sm3: toSm3(hex),
      treeSha256: toTreeSha256(hex),
      sizeBytes: 700_000_000,
      mediaType: 'video',
      container: 'mp4',
      durationMs: 600_000,
      capturedAtRaw: { text: at.slice(0, 19), source: 'container', zone: 'utc' },
      activity,
      no: { activity: no, item: 1 },
      unlinkedReason: null,
    };
    const taken = await writer.sign(stationSigner, {
      ...by,
      kind: 'footage-taken-in',
      subject: subjectOf('batch', batch),
      body: {
        batch,
        station,
        takenInBy: person,
        device: null,
        startedAt: at,
        completedAt: at,
        readBack: 'verified-cache-not-excluded',
        files: [file],
      },
    });
    await writer.sign(officer, {
      ...by,
      kind: 'intake-countersigned',
      subject: subjectOf('batch', batch),
      refs: [taken],
      body: { batch, recordings: [recording] },
    });
  }
  return { bureau, root, entries: writer.entries, division, officer, person };
}
