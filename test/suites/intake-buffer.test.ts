import { beforeEach, describe, expect, it } from 'vitest';
import { makeIntakeBuffer } from '../../src/adapters/vault/intake-buffer.ts';
import { asId, type BatchId, type BureauId } from '../../src/domain/ids.ts';
import type { IntakeBuffer } from '../../src/domain/ports/vault.ts';
import { makeMemoryDisk } from '../doubles/memory-directory.ts';

const ours = asId<BureauId>('oursoursoursoursoursou');
const theirs = asId<BureauId>('theirstheirstheirsthei');
const [first, second] = ['firstfirstfirstfirstfi', 'secondsecondsecondseco'].map((id) => asId<BatchId>(id)) as [
  BatchId,
  BatchId,
];

let disk: ReturnType<typeof makeMemoryDisk>;
let buffer: IntakeBuffer;

beforeEach(() => {
  disk = makeMemoryDisk('private');
  buffer = makeIntakeBuffer(ours, async () => disk.root);
});

async function write(batch: BatchId, name: string, text: string, into = buffer): Promise<void> {
  const handle = await (await into.directory(batch)).getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write(text);
  await writable.close();
}

describe('the intake buffer after a crash', () => {
  it('says what is whole, what is partial and how much of it is safe', async () => {
    await write(first, 'whole', 'content');
    await write(first, 'whole.digests', '{}');
    await write(first, 'begun.part', 'presized to the full length');
    await write(first, 'begun.checkpoint', '{"version":1,"chunks":3,"sizeBytes":99}');
    await write(second, 'fresh.part', 'x');
    await write(second, 'torn.part', 'x');
    await write(second, 'torn.checkpoint', '');
    const found = [...(await buffer.list())].sort((a, b) => a.key.localeCompare(b.key));
    expect(found).toEqual([
      { batch: first, key: 'begun', state: 'partial', bytes: 3 * 4 * 1024 * 1024 },
      { batch: second, key: 'fresh', state: 'partial', bytes: 0 },
      { batch: second, key: 'torn', state: 'partial', bytes: 0 },
      { batch: first, key: 'whole', state: 'whole', bytes: 7 },
    ]);
  });

  it('counts everything that takes room', async () => {
    await write(first, 'a', '12345');
    await write(first, 'a.digests', '123');
    await write(second, 'b.part', '1234');
    expect(await buffer.bytesUsed()).toBe(12);
  });

  it('of another bureau is not seen and not touched', async () => {
    const other = makeIntakeBuffer(theirs, async () => disk.root);
    await write(first, 'a', 'theirs', other);
    expect(await buffer.list()).toEqual([]);
    await buffer.purge(first, 'a');
    expect(await (await other.open(first, 'a')).text()).toBe('theirs');
  });
});

describe('letting go', () => {
  it('takes the file, its part and its notes, and leaves its neighbours', async () => {
    for (const ending of ['', '.part', '.checkpoint', '.checkpoint.new', '.digests', '.digests.new'])
      await write(first, `one${ending}`, 'x');
    await write(first, 'one2', 'kept');
    await buffer.purge(first, 'one');
    expect(await buffer.list()).toEqual([{ batch: first, key: 'one2', state: 'whole', bytes: 4 }]);
    expect(await buffer.bytesUsed()).toBe(4);
  });

  it('of a file another window writes is a fault with its code', async () => {
    await write(first, 'one.part', 'x');
    disk.fail('remove', `luzheng-${ours}/intake/${first}/one.part`, 'NoModificationAllowedError');
    await expect(buffer.purge(first, 'one')).rejects.toMatchObject({ code: 'other-tab-writes' });
    disk.heal();
    await buffer.purge(first, 'one');
    expect(await buffer.list()).toEqual([]);
  });

  it('leaves the whole file if the disk fails in between', async () => {
    await write(first, 'one', 'content');
    await write(first, 'one.digests', 'x');
    disk.fail('remove', `luzheng-${ours}/intake/${first}/one.digests`, 'UnknownError');
    await expect(buffer.purge(first, 'one')).rejects.toMatchObject({ code: 'buffer-failed' });
    expect(await (await buffer.open(first, 'one')).text()).toBe('content');
  });
});

it('opening what is not there says so', async () => {
  await write(first, 'begun.part', 'x');
  await expect(buffer.open(first, 'begun')).rejects.toMatchObject({ code: 'buffer-missing' });
});
