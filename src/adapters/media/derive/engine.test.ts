import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input, type StreamTargetChunk } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { nameOf, readVector } from '../../../../test/footage/vectors.ts';
import type { AskBrowser } from '../probe/can-play.ts';
import { derive } from './engine.ts';
import { failureOf } from './failure.ts';

const PLAYS: AskBrowser = async () => true;
const NO_ENCODERS = { picture: null, sound: null };

function memorySink() {
  let bytes = new Uint8Array(0);
  const sink = new WritableStream<StreamTargetChunk>({
    write: ({ data, position }) => {
      const end = Math.max(bytes.length, position + data.length);
      const grown = new Uint8Array(end);
      grown.set(bytes);
      grown.set(data, position);
      bytes = grown;
    },
  });
  return { sink, bytes: () => bytes };
}

async function make(bytes: Uint8Array<ArrayBuffer>, name: string, ask = PLAYS) {
  const { sink, bytes: written } = memorySink();
  const reports: number[] = [];
  const made = await derive(new Blob([bytes]), name, sink, {
    ask,
    encoders: NO_ENCODERS,
    report: (done) => reports.push(done),
  });
  return { made, written, reports };
}

/** Content of each packet of a film's picture and sound, in its order. */
async function packetsOf(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, readonly string[]>> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const found: Record<string, string[]> = {};
  for (const track of await input.getTracks()) {
    const list: string[] = [];
    for await (const packet of new EncodedPacketSink(track).packets())
      list.push(`${packet.timestamp.toFixed(3)} ${packet.data.length}`);
    found[track.type] = list;
  }
  return found;
}

describe('派生件', () => {
  it.each(['PRIVATE/00001.MTS', 'DCIM/101MEDIA/IMG_0005.MOV', 'DCIM/100MEDIA/FRAG0001.MP4'])(
    '%s is put into an MP4 with every picture it has',
    async (path) => {
      const original = await readVector(path);
      const { made, written, reports } = await make(original, nameOf(path));
      expect(made).toMatchObject({ ok: true, value: { picture: 'kept', endsAtSec: null } });
      const [before, after] = [await packetsOf(original), await packetsOf(written())];
      expect(after.video).toHaveLength(before.video?.length ?? -1);
      expect(Math.max(...reports)).toBe(1);
      expect(new TextDecoder().decode(written().subarray(4, 8))).toBe('ftyp');
    },
  );

  it('a film that breaks off is made as far as it goes, and says so', async () => {
    const whole = await readVector('PRIVATE/00001.MTS');
    const { made, written } = await make(whole.slice(0, Math.floor(whole.length * 0.6)), '00001.MTS');
    expect(made).toMatchObject({ ok: true, value: { picture: 'kept' } });
    const [before, after] = [await packetsOf(whole), await packetsOf(written())];
    expect(after.video?.length).toBeGreaterThan(0);
    expect(after.video?.length).toBeLessThan(before.video?.length ?? 0);
  });

  it('a film whose end is gone although its index is there ends where its bytes do', async () => {
    const fast = await readVector('DCIM/101MEDIA/FAST0001.MP4');
    const { made } = await make(fast.slice(0, fast.length - 1200), 'FAST0001.MP4');
    expect(made.ok).toBe(true);
  });

  it.each([
    ['DCIM/101MEDIA/CUT0001.MP4', 'no-index'],
    ['PRIVATE/00002.MPG', 'format-unread'],
    ['VOICE/REC001.AMR', 'format-unread'],
    ['SYSTEM/PORTAL.MP4', 'format-unread'],
    ['SYSTEM/EMPTY.MP4', 'format-unread'],
  ])('of %s none can be made, and it is said why: %s', async (path, code) => {
    const { made, written } = await make(await readVector(path), nameOf(path));
    expect(made).toEqual({ ok: false, refusal: { code } });
    expect(written()).toHaveLength(0);
  });

  it('streams that the browser neither plays nor decodes are left out, and all of them are a refusal', async () => {
    const film = await readVector('PRIVATE/00001.MTS');
    const soundOnly = await make(film, 'a.MTS', async ({ kind }) => kind === 'audio');
    expect(soundOnly.made).toMatchObject({ ok: true, value: { picture: 'lost', sound: 'kept' } });
    expect(Object.keys(await packetsOf(soundOnly.written()))).toEqual(['audio']);
    const none = await make(film, 'a.MTS', async () => false);
    expect(none.made).toEqual({ ok: false, refusal: { code: 'codec-unread' } });
  });

  it('forged tables are not unfolded', async () => {
    const film = await readVector('DCIM/100MEDIA/20260305_093112.MP4');
    const at = Buffer.from(film).indexOf('stsz') + 12;
    new DataView(film.buffer, film.byteOffset).setUint32(at, 0x7fff_ffff);
    expect((await make(film, 'a.MP4')).made).toEqual({ ok: false, refusal: { code: 'unreadable' } });
  });

  it('a full disk is a fault of the disk, not of the film', async () => {
    const sink = new WritableStream<StreamTargetChunk>({
      write: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const film = await readVector('PRIVATE/00001.MTS');
    const making = derive(new Blob([film]), 'a.MTS', sink, {
      ask: PLAYS,
      encoders: NO_ENCODERS,
      report: () => undefined,
    });
    expect(failureOf(await making.catch((error: unknown) => error))).toMatchObject({ code: 'buffer-full' });
  });
});
