import { createDerivativeMaker } from '../adapters/media/derivative-maker.ts';
import { makeDerivativeFolder } from '../adapters/vault/derivatives.ts';
import { done } from '../base/outcome.ts';
import type { BureauId } from '../domain/ids.ts';
import type { DerivativeMaker } from '../domain/ports/derivative-maker.ts';
import type { Digester } from '../domain/ports/digester.ts';
import type { DerivativeAdapters } from './footage-adapters.ts';

/** Making takes nine tenths of the time, its digest the rest. */
const MADE = 0.9;

/** Derivatives made in a worker, in a folder of their own, with a digest of their own. */
export function browserDerivatives(
  bureau: BureauId,
  { treeOf }: Pick<Digester, 'treeOf'>,
  folder = makeDerivativeFolder(bureau),
  maker: DerivativeMaker = createDerivativeMaker(),
): DerivativeAdapters {
  return {
    make: async (recording, original, name, { signal, report }) => {
      try {
        const target = await folder.target(recording);
        const made = await maker.make(original, name, target, { signal, report: (part) => report(part * MADE) });
        if (!made.ok) {
          await folder.drop(recording);
          return made;
        }
        const blob = await folder.open(recording);
        const digested = (bytes: number) => report(MADE + (1 - MADE) * (bytes / blob.size));
        return done({ ...made.value, blob, treeSha256: await treeOf(blob, { signal, report: digested }) });
      } catch (error) {
        await folder.drop(recording);
        throw error;
      }
    },
    drop: folder.drop,
    empty: folder.empty,
  };
}
