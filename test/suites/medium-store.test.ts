import { createHash } from 'node:crypto';
import { markMedium, openMedium } from '../../src/adapters/vault/medium-store.ts';
import { toTreeSha256 } from '../../src/domain/digest.ts';
import { asId, type BureauId, type MediumId } from '../../src/domain/ids.ts';
import { makeMemoryDisk } from '../doubles/memory-directory.ts';
import { mediumStoreSuite } from './medium-store-suite.ts';

const bureau = asId<BureauId>('bureaubureaubureaubure');
const medium = asId<MediumId>('mediummediummediummedi');
const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

mediumStoreSuite('a medium in a directory', async () => {
  const { root } = makeMemoryDisk('DISK');
  await markMedium(bureau, { medium, label: 'disk', isNew: true }, root);
  const opened = await openMedium(bureau, medium, root, {
    treeOf: async (blob) => {
      const bytes = Buffer.from(await blob.arrayBuffer());
      return toTreeSha256(sha256(...(bytes.length === 0 ? [] : [Buffer.of(0), sha256(bytes)])).toString('hex'));
    },
  });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
});
