import { describe, expect, it } from 'vitest';
import { examine } from '../probe/engine.ts';
import { programStreams } from './mpegts-streams.ts';
import { steadyRate } from './tracks.ts';

/** Files as makers write them of which the demuxer reads nothing, or too little. */
class Bytes {
  readonly #bytes: number[] = [];
  little(value: number, size: number): this {
    for (let n = 0; n < size; n++) this.#bytes.push(Math.floor(value / 256 ** n) % 256);
    return this;
  }
  text(value: string): this {
    for (const char of value) this.#bytes.push(char.charCodeAt(0));
    return this;
  }
  hex(value: string): this {
    for (let n = 0; n < value.length; n += 2) this.#bytes.push(Number.parseInt(value.slice(n, n + 2), 16));
    return this;
  }
  zeros(count: number): this {
    return this.little(0, count);
  }
  get done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

const look = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  examine(
    { blob: new Blob([bytes]), name, modifiedAt: null, patterns: [] },
    { ask: async () => null, report: () => undefined },
  );

describe('the frame rate', () => {
  const shown = Array.from({ length: 61 }, (_, n) => n / 25);

  it('of pictures stored out of their order is that of the pictures', () => {
    // What comes last in the file is shown three pictures later than its place.
    expect(steadyRate([...shown.slice(0, 58), 60 / 25, 61 / 25, 62 / 25], false)).toBe(25);
    expect(steadyRate(shown, true)).toBe(25);
  });

  it('that changes is none', () => {
    expect(steadyRate([...shown.slice(0, 30), ...shown.slice(0, 31).map((time) => 1.2 + time * 2)], true)).toBeNull();
    expect(steadyRate([0], true)).toBeNull();
    expect(steadyRate([0, 0, 0], true)).toBeNull();
  });
});

describe('the ADPCM of a voice recorder', () => {
  const wave = (samples: number) => {
    const format = new Bytes().little(17, 2).little(1, 2).little(8000, 4).little(4055, 4).little(256, 2).little(4, 2);
    const chunks = new Bytes()
      .text('WAVEfmt ')
      .little(20, 4)
      .hex(Buffer.from(format.little(2, 2).little(505, 2).done).toString('hex'))
      .text('fact')
      .little(4, 4)
      .little(samples, 4)
      .text('data')
      .little(1024, 4)
      .zeros(1024).done;
    return new Bytes().text('RIFF').little(chunks.length, 4).hex(Buffer.from(chunks).toString('hex')).done;
  };

  it('is no damage', async () => {
    expect(await look('REC001.WAV', wave(16_000))).toMatchObject({
      mediaType: 'audio',
      audio: { codec: 'adpcm_ima_wav', channels: 1, sampleRate: 8000 },
      durationMs: 2000,
      damaged: null,
    });
  });

  it('whose end is missing is cut', async () => {
    expect(await look('REC001.WAV', wave(16_000).slice(0, 500))).toMatchObject({ damaged: 'truncated' });
  });
});

const ASF = '3026b2758e66cf11a6d900aa0062ce6c';
const FILE = 'a1dcab8c47a9cf118ee400c00c205365';
const STREAM = '9107dcb7b7a9cf118ee600c00c205365';
const SOUND = '409e69f84d5bcf11a8fd00805f5c442b';

it('a voice in WMA is a voice, with its length and time', async () => {
  const created = (Date.UTC(2026, 2, 5, 6, 30) + 11_644_473_600_000) * 10_000;
  const file = new Bytes().hex(FILE).little(104, 8).zeros(24).little(created, 8).zeros(8).little(73e7, 8).zeros(8);
  const times = file.little(3000, 8).zeros(16).done;
  const stream = new Bytes()
    .hex(STREAM)
    .little(96, 8)
    .hex(SOUND)
    .zeros(38)
    .little(0x161, 2)
    .little(1, 2)
    .little(16_000, 4);
  const sound = stream.zeros(10).done;
  const header = new Bytes()
    .hex(ASF)
    .little(30 + times.length + sound.length, 8)
    .little(2, 4)
    .little(0, 2);
  const whole = Buffer.concat([header.done, times, sound, Buffer.alloc(500)]);
  expect(await look('REC001.WMA', Uint8Array.from(whole))).toMatchObject({
    mediaType: 'audio',
    container: 'asf',
    audio: { codec: 'wmav2', channels: 1, sampleRate: 16_000 },
    durationMs: 70_000,
    capturedAtRaw: { text: '2026-03-05T06:30:00Z' },
    damaged: null,
  });
});

describe('the program map of a transport stream', () => {
  const packet = (pid: number, payload: string) => {
    const head = new Bytes()
      .hex('47')
      .hex((0x4000 | pid).toString(16).padStart(4, '0'))
      .hex('10')
      .hex(payload);
    return Buffer.concat([head.done, Buffer.alloc(188, 0xff)]).subarray(0, 188);
  };
  const programs = packet(0, '00 00b00d 0001c10000 0001f000 00000000'.replaceAll(' ', ''));
  /** Types and pids; four bytes of checksum at the end. */
  const map = (streams: readonly string[]) => {
    const bytes = 9 + streams.length * 5 + 4;
    const head = `00 02b0${bytes.toString(16).padStart(2, '0')} 0001c10000 e100f000`;
    return packet(0x1000, `${head}${streams.map((type) => `${type}e100f000`).join('')}00000000`.replaceAll(' ', ''));
  };

  it('names what the demuxer leaves out, and the size of MPEG-2', () => {
    const picture = packet(0x100, '000001e0 00008000 00 000001b3 2d0240'.replaceAll(' ', ''));
    const bytes = Buffer.concat([programs, map(['02', '03']), picture]);
    expect(programStreams(bytes, 188)).toEqual({
      video: 'mpeg2video',
      audio: 'mp2',
      picture: { width: 720, height: 576 },
    });
  });

  it('names the sound of AVCHD that only a disc player knows', () => {
    expect(programStreams(Buffer.concat([programs, map(['1b', '80'])]), 188)).toMatchObject({
      video: 'h264',
      audio: 'pcm_bluray',
    });
  });

  it('that is not there, or is nonsense, names nothing', () => {
    expect(programStreams(programs, 188)).toBeNull();
    expect(programStreams(new Uint8Array(1000), 188)).toBeNull();
  });
});
