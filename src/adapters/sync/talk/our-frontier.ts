import { toBase64url } from '../../../base/base64url.ts';
import { toInstant } from '../../../domain/time.ts';
import type { Frontier } from '../../../ledger/exchange.ts';
import { frontierDigest } from '../../../ledger/frontier.ts';
import type { EntryVerifier } from '../../../ledger/ports.ts';
import type { SyncPorts } from '../sync-ports.ts';
import { signReceipt } from './receipt.ts';

export interface Ours {
  readonly heads: Frontier;
  /** base64url. */
  readonly digest: string;
}

export const digestOf = async (heads: Frontier, verifier: Pick<EntryVerifier, 'sha256'>): Promise<string> =>
  toBase64url(await frontierDigest(heads, verifier.sha256));

export const entriesIn = (heads: Frontier): number => heads.reduce((sum, { seq }) => sum + seq + 1, 0);

export interface OurFrontier {
  read(): Promise<Ours>;
  /** One signature for however many peers. */
  signed(): Promise<Ours & { readonly jws: string }>;
}

type Means = Pick<SyncPorts, 'book' | 'signer' | 'verifier' | 'timers'>;

export function makeOurFrontier({ book, signer, verifier, timers }: Means): OurFrontier {
  let last: { readonly digest: string; readonly jws: Promise<string> } | null = null;

  const read = async (): Promise<Ours> => {
    const heads = await book.frontier();
    return { heads, digest: await digestOf(heads, verifier) };
  };
  return {
    read,
    signed: async () => {
      const ours = await read();
      if (last?.digest !== ours.digest) {
        last = { digest: ours.digest, jws: signReceipt(signer, book.bureau, toInstant(timers.now()), ours.heads) };
      }
      return { ...ours, jws: await last.jws };
    },
  };
}
