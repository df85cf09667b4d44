import type { BoundedReader } from '../read/bounded-reader.ts';
import { u8, u16be } from '../read/bytes-at.ts';
import { SNIFF_BYTES, transportLayout } from '../read/sniff.ts';
import type { Finding } from './finding.ts';
import { type ProgramStreams, programStreams } from './mpegts-streams.ts';

/**
 * Duration and frame rate of a transport stream (ISO 13818-1) from the time stamps at its head and tail. The demuxer walks for its
 * answer, and never arrives in some damaged files.
 */

/** At 50 Mbit/s a third of a second: many time stamps of every stream. */
const WINDOW_BYTES = 2 * 2 ** 20;
const PACKET_BYTES = 188;
const TICKS_PER_SECOND = 90_000;
/** Time stamps have 33 bits and start over after 26 hours. */
const WRAP = 2 ** 33;

export interface TransportFinding {
  readonly finding: Finding;
  readonly frameRate: number | null;
  readonly streams: ProgramStreams | null;
}

/** Time stamps of one stream in the order of the file. */
interface Stamps {
  readonly isVideo: boolean;
  readonly ticks: number[];
}

export async function findInTransport(reader: BoundedReader): Promise<TransportFinding> {
  const layout = transportLayout(await reader.read(0, SNIFF_BYTES));
  if (layout === null) return { finding: {}, frameRate: null, streams: null };
  const { offset, stride } = layout;
  const packets = Math.floor((reader.sizeBytes - offset) / stride);
  const window = Math.min(packets, Math.floor(WINDOW_BYTES / stride));
  const tailAt = offset + (packets - window) * stride;
  const begin = await reader.read(offset, offset + window * stride);
  const head = stampsIn(begin, stride);
  const tail = stampsIn(await reader.read(tailAt, tailAt + window * stride), stride);
  // Recorders write whole packets; a part of one at the end means that writing was cut off. Where four bytes stand before each
  // packet, none stand behind the last.
  const rest = (reader.sizeBytes - offset) % stride;
  const cut = rest !== 0 && rest !== PACKET_BYTES;
  const durationMs = durationOf(head, tail);
  return {
    finding: {
      damaged: cut ? 'truncated' : null,
      ...(durationMs === null ? {} : { durationMs, durationFrom: 'counted' }),
    },
    frameRate: frameRateOf([...head.values()].find((stream) => stream.isVideo)),
    streams: programStreams(begin, stride),
  };
}

function stampsIn(bytes: Uint8Array, stride: number): ReadonlyMap<number, Stamps> {
  const streams = new Map<number, Stamps>();
  for (let at = 0; at + 188 <= bytes.length; at += stride) {
    const starts = (u8(bytes, at + 1) & 0x40) !== 0;
    if (u8(bytes, at) !== 0x47 || !starts) continue;
    const adaptation = (u8(bytes, at + 3) & 0x20) === 0 ? 0 : 1 + u8(bytes, at + 4);
    const stamp = stampOf(bytes.subarray(at + 4 + adaptation, at + 188));
    if (stamp === null) continue;
    const pid = u16be(bytes, at + 1) & 0x1fff;
    const stream = streams.get(pid) ?? { isVideo: stamp.isVideo, ticks: [] };
    stream.ticks.push(stamp.ticks);
    streams.set(pid, stream);
  }
  return streams;
}

/** Presentation time of a packetised elementary stream (§2.4.3.6); null if it starts none or has none. */
function stampOf(payload: Uint8Array): { readonly ticks: number; readonly isVideo: boolean } | null {
  const id = u8(payload, 3);
  const isSound = id >= 0xc0 && id <= 0xdf;
  const isVideo = id >= 0xe0 && id <= 0xef;
  const begins = u16be(payload, 0) === 0 && u8(payload, 2) === 1 && payload.length >= 14;
  if (!begins || !(isSound || isVideo || id === 0xbd) || (u8(payload, 7) & 0x80) === 0) return null;
  const high = (u8(payload, 9) >> 1) & 7;
  const ticks = high * 2 ** 30 + (u16be(payload, 10) >> 1) * 2 ** 15 + (u16be(payload, 12) >> 1);
  return { ticks, isVideo };
}

/** From the first presentation of any stream to the end of the last. */
function durationOf(head: ReadonlyMap<number, Stamps>, tail: ReadonlyMap<number, Stamps>): number | null {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const [pid, { ticks, isVideo }] of head) {
    const last = tail.get(pid);
    if (last === undefined) continue;
    const start = Math.min(...ticks.slice(0, 32));
    // The last picture is shown as long as the others; how many frames of sound share a time stamp is not said.
    const end = Math.max(...last.ticks.slice(-32)) + (isVideo ? (usualStep(last.ticks) ?? 0) : 0);
    starts.push(start);
    ends.push(end < start ? end + WRAP : end);
  }
  if (starts.length === 0) return null;
  const durationMs = Math.round(((Math.max(...ends) - Math.min(...starts)) * 1000) / TICKS_PER_SECOND);
  return durationMs > 0 ? durationMs : null;
}

/** The middle one of the steps between neighbours in time: pictures are not stored in the order they are shown in. */
function usualStep(ticks: readonly number[]): number | null {
  const inTime = [...ticks].sort((a, b) => a - b);
  const steps = inTime.slice(1).map((tick, i) => tick - (inTime[i] ?? tick));
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? null;
}

function frameRateOf(video: Stamps | undefined): number | null {
  const step = usualStep(video?.ticks ?? []);
  return step === null || step === 0 ? null : Math.round((TICKS_PER_SECOND / step) * 1000) / 1000;
}
