import { isAbort, isFault } from '../../../../base/fault.ts';
import {
  type ClockReading,
  isSourceLost,
  NOT_TOLD,
  type Reading,
  type SourceHealth,
} from '../../../../domain/ports/footage-source.ts';
import { fromInstant, toInstant } from '../../../../domain/time.ts';
import { DEVICE_PROP, OPERATION, RESPONSE } from '../../ptp/codes.ts';
import { decodeIds, decodeStorage } from '../../ptp/datasets.ts';
import { decodeDate } from '../../ptp/ptp-date.ts';
import type { PtpSession } from '../../ptp/session.ts';
import { decodeDeviceProp, decodeText, decodeValue, UINT8, UINT16, UINT32 } from '../../ptp/values.ts';

interface Asking {
  readonly session: PtpSession;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

/** What is not told, or told in a form that cannot be right, is left to a person to enter. */
export async function readHealth(
  session: PtpSession,
  { nowMs }: { readonly nowMs: () => number },
  signal: AbortSignal,
): Promise<SourceHealth> {
  const asking: Asking = { session, nowMs, signal };
  return {
    battery: await told(asking, battery),
    clock: await told(asking, clock),
    space: await told(asking, space),
  };
}

async function told<T>(asking: Asking, ask: (asking: Asking) => Promise<T | null>): Promise<Reading<T>> {
  try {
    const value = await ask(asking);
    return value === null ? NOT_TOLD : { origin: 'device', value, readAt: toInstant(asking.nowMs()) };
  } catch (error) {
    if (isAbort(error) || !isFault(error) || isSourceLost(error.code)) throw error;
    return NOT_TOLD;
  }
}

/**
 * One recorder answers UINT16 0x8000: only 0 to 100 within the form the camera itself describes is believed. Telephones describe
 * it in 16 bits, the standard in eight.
 */
async function battery({ session, signal }: Asking): Promise<number | null> {
  const answer = await session.ask(OPERATION.getDevicePropDesc, [DEVICE_PROP.batteryLevel], signal);
  if (answer.code !== RESPONSE.ok) return null;
  const { type, current, form } = decodeDeviceProp(answer.bytes);
  if ((type !== UINT8 && type !== UINT16) || typeof current !== 'number' || current > 100) return null;
  if (form.kind === 'range') {
    const { min, max } = form;
    return typeof min === 'number' && typeof max === 'number' && current >= min && current <= max ? current : null;
  }
  return form.kind === 'enumeration' && form.values.includes(current) ? current : null;
}

/** The question is bracketed by this PC's clock: the camera's reading lies somewhere between. */
async function clock(asking: Asking): Promise<ClockReading | null> {
  const { session, nowMs, signal } = asking;
  const isCanon = !session.device.deviceProps.includes(DEVICE_PROP.dateTime);
  const prop = isCanon ? DEVICE_PROP.canonUnixTime : DEVICE_PROP.dateTime;
  if (isCanon && !session.device.deviceProps.includes(prop)) return null;
  const before = nowMs();
  const answer = await session.ask(OPERATION.getDevicePropValue, [prop], signal);
  const after = nowMs();
  if (answer.code !== RESPONSE.ok) return null;
  const deviceMs = isCanon ? canonMs(answer.bytes) : standardMs(answer.bytes);
  if (deviceMs === null) return null;
  return {
    offsetSec: Math.round((deviceMs - (before + after) / 2) / 1000),
    uncertaintySec: Math.ceil((after - before) / 2000) + 1,
  };
}

function standardMs(bytes: Uint8Array): number | null {
  const at = decodeDate(decodeText(bytes));
  return at === null ? null : fromInstant(at);
}

/** Its own wall clock, counted as if it were UTC. */
function canonMs(bytes: Uint8Array): number | null {
  const seconds = decodeValue(UINT32, bytes);
  return typeof seconds === 'number' && seconds > 0 ? (seconds - 8 * 3600) * 1000 : null;
}

/** One responder says 1.2 PB free on a disk of 270 GB: free space above the capacity is no answer. */
async function space({ session, signal }: Asking): Promise<{ freeBytes: number; totalBytes: number } | null> {
  const ids = await session.ask(OPERATION.getStorageIds, [], signal);
  if (ids.code !== RESPONSE.ok) return null;
  const found = { freeBytes: 0, totalBytes: 0 };
  for (const id of decodeIds(ids.bytes).filter((one) => (one & 0xffff) !== 0)) {
    const answer = await session.ask(OPERATION.getStorageInfo, [id], signal);
    if (answer.code !== RESPONSE.ok) return null;
    const { freeBytes, maxBytes } = decodeStorage(answer.bytes);
    if (maxBytes === 0n || freeBytes > maxBytes || maxBytes > BigInt(Number.MAX_SAFE_INTEGER)) return null;
    found.freeBytes += Number(freeBytes);
    found.totalBytes += Number(maxBytes);
  }
  return found.totalBytes === 0 ? null : found;
}
