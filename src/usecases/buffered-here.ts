import { EVERY_RECORDING } from '../domain/every-recording.ts';
import type { RecordingId, StationId } from '../domain/ids.ts';
import type { ReadModel, RegisterQuery, RegisterRow } from '../domain/ports/read-model.ts';
import type { Desk } from './desk.ts';

export interface BufferedHere {
  /** What only the buffer of this station holds, newest first. */
  readonly rows: readonly RegisterRow[];
  /** Recordings that only the buffer of another station holds: they can be stored there alone. */
  readonly elsewhere: number;
}

const BUFFERED: RegisterQuery = {
  ...EVERY_RECORDING,
  state: 'buffered',
  sort: 'takenInAt',
  descending: true,
};

/** Four full cards of photographs. */
const MOST = 50_000;

/**
 * Tells what waits in the buffer of this station. The book of a bureau says of every recording that it is in a buffer, not in whose: this
 * station's own list says so, and between a signature and the note of it, the station that took the recording in first.
 */
export function makeBufferedHere({ local, station }: Pick<Desk, 'local' | 'station'>) {
  const takenInBy = new Map<RecordingId, StationId | null>();
  return async (model: Pick<ReadModel, 'register' | 'getMany'>): Promise<BufferedHere> => {
    const [page, held] = await Promise.all([model.register(BUFFERED, { offset: 0, limit: MOST }), local.buffered()]);
    const here = new Set(held.map(({ recording }) => recording));
    const unknown = page.rows.flatMap(({ id }) => (here.has(id) || takenInBy.has(id) ? [] : [id]));
    for (const { id, sources } of await model.getMany('recording', unknown))
      takenInBy.set(id, sources[0]?.station ?? null);
    const rows = page.rows.filter(({ id }) => here.has(id) || takenInBy.get(id) === station.station);
    return { rows, elsewhere: page.rows.length - rows.length };
  };
}
