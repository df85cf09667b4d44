import * as v from 'valibot';
import type { EntryId, KeyId } from '../../domain/ids.ts';
import { keysNamedIn } from '../admit.ts';
import { decodeForm, type Entry, PROOF_KIND } from '../entry.ts';
import { examineFounding } from '../founding.ts';
import { KINDS } from '../kinds.ts';
import type { EntryVerifier, PublicJwk } from '../ports.ts';

/** Public keys that entries of the register name. What they sign can be carried; whether it counts is another question. */
export type NamedKeys = Map<KeyId, PublicJwk>;

/** Keys an entry brings along. An id that is not its key's thumbprint names nothing. */
export async function namedKeys(entry: Entry, verifier: Pick<EntryVerifier, 'thumbprint'>): Promise<NamedKeys> {
  const found: NamedKeys = new Map();
  for (const { keyId, signing } of keysNamedIn(entry)) {
    if ((await verifier.thumbprint(signing).catch(() => null)) === keyId) found.set(keyId, signing);
  }
  return found;
}

export type Checked = 'good' | 'bad' | 'proof-unfit';

export interface SignatureChecks {
  /** The first key that must be known before the entry can be checked; null: it can be. */
  readonly unknownKey: (entry: Entry) => KeyId | null;
  /** Checks once, however often it is asked. */
  readonly check: (entry: Entry) => Promise<Checked>;
  /**
   * Entries that have been read: their checks may begin before it is known whether their keys are. A key's id is its thumbprint, so
   * whoever names it, it is the same key.
   */
  readonly begin: (entries: readonly Entry[]) => Promise<void>;
}

/** Checks under way ahead of their turn: enough to keep every processor at it, few enough to be held. */
const MOST_AHEAD = 2_000;

/** `known` may grow while checks go on. The root needs no key: its id was pinned when the bureau was founded or joined. */
export function makeSignatureChecks(
  known: { readonly get: (key: KeyId) => PublicJwk | undefined },
  root: EntryId | null,
  verifier: EntryVerifier,
): SignatureChecks {
  const checks = new Map<EntryId, Promise<Checked>>();
  const offered: NamedKeys = new Map();
  let ahead = 0;

  const examine = async (entry: Entry): Promise<Checked> => {
    if (entry.id === root) return (await examineFounding(entry, verifier)).ok ? 'good' : 'bad';
    const jwk = known.get(entry.keyId) ?? offered.get(entry.keyId);
    if (jwk === undefined || !(await verifier.verify(entry.jws, jwk))) return 'bad';
    const proof = proofIn(entry);
    if (proof === null) return 'good';
    const accused = known.get(proof.key);
    if (accused === undefined) return 'proof-unfit';
    const signed = await Promise.all([proof.kept, proof.other].map((jws) => verifier.verify(jws, accused)));
    return proofFits(entry, proof) && signed.every(Boolean) ? 'good' : 'proof-unfit';
  };

  return {
    unknownKey: (entry) => {
      if (entry.id === root) return null;
      if (known.get(entry.keyId) === undefined) return entry.keyId;
      const proof = proofIn(entry);
      return proof === null || known.get(proof.key) !== undefined ? null : proof.key;
    },
    check: (entry) => {
      const found = checks.get(entry.id) ?? examine(entry);
      checks.set(entry.id, found);
      return found;
    },
    begin: async (entries) => {
      for (const entry of entries) {
        for (const [key, jwk] of keysNamedIn(entry).length === 0 ? [] : await namedKeys(entry, verifier))
          offered.set(key, jwk);
      }
      for (const entry of entries) {
        if (ahead >= MOST_AHEAD) return;
        // Whether a proof fits depends on what is known when its turn comes.
        if (entry.payload.kind === PROOF_KIND || checks.has(entry.id)) continue;
        if (known.get(entry.keyId) === undefined && !offered.has(entry.keyId)) continue;
        ahead++;
        const found = examine(entry);
        checks.set(entry.id, found);
        void found.finally(() => ahead--);
      }
    },
  };
}

type Proof = v.InferOutput<(typeof KINDS)[typeof PROOF_KIND]['body']>;

function proofIn({ payload }: Entry): Proof | null {
  if (payload.kind !== PROOF_KIND) return null;
  const read = v.safeParse(KINDS[PROOF_KIND].body, payload.body);
  return read.success ? read.output : null;
}

/** Two different entries of this bureau, of the key and place named. */
function proofFits({ payload }: Entry, { key, seq, kept, other }: Proof): boolean {
  const placed = [kept, other].every((jws) => {
    const form = decodeForm(jws);
    if (!form.ok) return false;
    const { keyId, payload: signed } = form.value;
    return keyId === key && signed.seq === seq && signed.bureau === payload.bureau;
  });
  return placed && kept !== other;
}
