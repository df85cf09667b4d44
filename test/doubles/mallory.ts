import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { clientIdOf } from '../../src/adapters/sync/carrier.ts';
import { toBase64url } from '../../src/base/base64url.ts';
import { utf8 } from '../../src/base/bytes.ts';
import type { KeyId } from '../../src/domain/ids.ts';
import { subjectOf } from '../../src/domain/subject.ts';
import { type EntryPayload, encodePayload, readEntry } from '../../src/ledger/entry.ts';
import type { EntrySigner } from '../../src/ledger/ports.ts';
import { forge, idOfJws, personOf } from './books.ts';
import type { Office, Offices } from './offices.ts';

export const SHARD = 'bureau';

/** One struct of a made-up update. */
export interface Planted {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** An admitted station whose program was changed: it links like any other, and then says what it likes. */
export interface Mallory {
  readonly office: Office;
  /** A Yjs update as y-webrtc would send it, on a carrier's stream. */
  update(to: string, update: Uint8Array, shard?: string): void;
  raw(to: string, stream: string, bytes: Uint8Array): void;
  /** Bytes that put contents where they say, whoever's place that is. */
  plant(...items: readonly Planted[]): Promise<Uint8Array>;
  /** Ten bytes and a little: delete so many of a client's items from a clock on. */
  deletion(client: number, clock: number, length?: number): Uint8Array;
  /** An entry in the place the office's own book would give it, signed past every judgement. */
  sign(signer: EntrySigner, change?: Partial<EntryPayload>): Promise<string>;
  /** The same, in the name of another: its key id in the header, and our signature. */
  signAs(name: KeyId, signer: EntrySigner, change?: Partial<EntryPayload>): Promise<string>;
  /** An entry where its author's own book would have put it. */
  inPlace(jws: string): Promise<Planted>;
}

export function mallory(offices: Offices, name: string): Mallory {
  const office = offices.office(name);
  const raw: Mallory['raw'] = (to, stream, bytes) => {
    offices.wire.queue.push({ from: name, to, stream, bytes });
  };
  const act = {
    kind: 'form-printed' as const,
    subject: subjectOf('person', personOf(name)),
    body: { form: 'F1', copyNo: 1, asOf: '2026-03-05T01:00:00.000Z', recordings: [] } as never,
  };
  return {
    office,
    raw,
    update: (to, update, shard = SHARD) => {
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, update);
      raw(to, `c/${shard}`, encoding.toUint8Array(encoder));
    },
    plant: async (...items) => {
      const updates = items.map(({ client, clock, text }) => plantOne(client, clock, utf8(text)));
      return Y.mergeUpdates(updates);
    },
    deletion: (client, clock, length = 1) => {
      const encoder = encoding.createEncoder();
      for (const number of [0, 1, client, 1, clock, length]) encoding.writeVarUint(encoder, number);
      return encoding.toUint8Array(encoder);
    },
    sign: (signer, change) => forge(office, signer, act, change),
    signAs: async (victim, signer, change) => {
      const payload = readEntry(idOfJws(''), await forge(office, signer, act, change)).payload;
      const header = toBase64url(utf8(JSON.stringify({ alg: 'ES256', kid: victim, typ: 'luzheng-entry+jws' })));
      const body = toBase64url(encodePayload(payload));
      const signed = await signer.sign(encodePayload(payload));
      return `${header}.${body}.${signed.slice(signed.lastIndexOf('.') + 1)}`;
    },
    inPlace: async (text) => {
      const { keyId, payload } = readEntry(idOfJws(text), text);
      return { client: await clientIdOf(keyId, payload.shard), clock: payload.slot, text };
    },
  };
}

/** One binary item at any client and clock, under a root array of a made-up name or after the item before it. */
function plantOne(client: number, clock: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  if (clock === 0) {
    encoding.writeUint8(encoder, 3);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, 'planted');
  } else {
    encoding.writeUint8(encoder, 3 | 0x80);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock - 1);
  }
  encoding.writeVarUint8Array(encoder, bytes);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
