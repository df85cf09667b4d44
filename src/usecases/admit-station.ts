import { done, type Outcome, refused } from '../base/outcome.ts';
import type { StationId } from '../domain/ids.ts';
import { STATION_CODE } from '../domain/numbering.ts';
import { subjectOf } from '../domain/subject.ts';
import type { PublicKeys } from '../ledger/keyring.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signRegisterAct, type WaitsForSecond } from './signed-act.ts';

export type StationRefusal =
  | RuleRefusal
  | WaitsForSecond
  | { readonly code: 'station-code-unfit' }
  | { readonly code: 'station-code-taken' }
  | { readonly code: 'name-missing' };

/** What a PC that wants to join says of itself. */
export interface StationWish {
  readonly station: StationId;
  readonly code: string;
  readonly name: string;
  readonly place: string | null;
  readonly keys: PublicKeys;
}

/** What speaks against a wish before anybody signs. The code stands in every number the station gives, so it must be one station's alone. */
export async function wishFault(
  desk: Pick<Desk, 'records'>,
  wish: Pick<StationWish, 'code' | 'name' | 'station'>,
): Promise<StationRefusal | null> {
  if (!STATION_CODE.test(wish.code)) return { code: 'station-code-unfit' };
  if (wish.name.trim() === '') return { code: 'name-missing' };
  const stations = await desk.records.all('station');
  const taken = stations.some((station) => station.code === wish.code && station.id !== wish.station);
  return taken ? { code: 'station-code-taken' } : null;
}

/** Admits another machine with its own key. Who signs must be custodian or legal affairs office. */
export async function admitStation(desk: Desk, seat: Seat, wish: StationWish): Promise<Outcome<null, StationRefusal>> {
  const fault = await wishFault(desk, wish);
  if (fault !== null) return refused(fault);
  const signed = await signRegisterAct(desk, seat.signer, {
    kind: 'station-admitted',
    subject: subjectOf('station', wish.station),
    body: { station: wish.station, code: wish.code, keys: wish.keys },
    details: { name: wish.name.trim(), place: wish.place },
  });
  return signed.ok ? done(null) : refused(signed.refusal);
}
