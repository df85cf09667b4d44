import type { StationId } from '../../domain/ids.ts';
import type { LinkWay } from '../../domain/link.ts';
import type { LinkEnd } from '../../domain/link-end.ts';
import type { PublicJwk } from '../../ledger/ports.ts';

/** A link to an admitted station, as far as what goes over it must know. */
export interface Lane {
  readonly station: StationId;
  /** The station's public key, proved by the handshake. */
  readonly key: PublicJwk;
  readonly way: LinkWay;
  /** Bytes that wait to be sent. */
  readonly waitingBytes: () => number;
  send(stream: string, message: Uint8Array): Promise<void>;
  close(end: LinkEnd): void;
}
