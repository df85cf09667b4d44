import { toBase64url } from '../base/base64url.ts';
import { done, type Outcome, refused } from '../base/outcome.ts';
import {
  type BureauId,
  type DivisionId,
  mintId,
  type PersonId,
  type RandomBytes,
  type StationId,
} from '../domain/ids.ts';
import { STATION_CODE } from '../domain/numbering.ts';
import type { StationIdentity } from '../domain/ports/local-state.ts';
import type { Role } from '../domain/role.ts';
import { subjectOf } from '../domain/subject.ts';
import type { Book } from '../ledger/book.ts';
import { bureauIdOf } from '../ledger/founding.ts';
import { type Keyring, passphraseFit, type RecoveryKey, type UnlockedPerson } from '../ledger/keyring.ts';
import type { EntryVerifier } from '../ledger/ports.ts';
import { byRule, type RuleRefusal } from './desk.ts';

export interface PersonFacts {
  readonly name: string;
  readonly officerNo: string | null;
  readonly certificateNo: string | null;
  /** Calendar dates `2026-03-05`. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface Founding {
  readonly bureauName: string;
  readonly ruleDocNo: string;
  readonly divisions: readonly { readonly name: string; readonly kind: 'division' | 'subordinateUnit' }[];
  /** Index into `divisions`. */
  readonly founderDivision: number;
  readonly founder: PersonFacts & { readonly roles: readonly Role[]; readonly passphrase: string };
  readonly station: { readonly name: string; readonly code: string; readonly place: string | null };
}

export type FoundingRefusal =
  | RuleRefusal
  | { readonly code: 'passphrase-unfit' }
  | { readonly code: 'founder-role-missing' }
  | { readonly code: 'station-code-unfit' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'division-missing' };

export interface FoundingPorts {
  readonly keyring: Keyring;
  readonly verifier: EntryVerifier;
  readonly random: RandomBytes;
  /** Opens an empty book for the new bureau. */
  readonly open: (bureau: BureauId) => Promise<Book>;
}

export interface Founded {
  readonly bureau: BureauId;
  readonly identity: Omit<StationIdentity, 'origin'>;
  readonly founder: UnlockedPerson;
  /** To be printed now: it is kept nowhere. */
  readonly recovery: RecoveryKey;
}

function unfit(f: Founding): FoundingRefusal | null {
  if (f.bureauName.trim() === '' || f.founder.name.trim() === '' || f.station.name.trim() === '')
    return { code: 'name-missing' };
  if (f.divisions[f.founderDivision] === undefined) return { code: 'division-missing' };
  if (!STATION_CODE.test(f.station.code)) return { code: 'station-code-unfit' };
  if (!f.founder.roles.some((role) => role === 'custodian' || role === 'legalAffairsOffice'))
    return { code: 'founder-role-missing' };
  return passphraseFit(f.founder.passphrase) ? null : { code: 'passphrase-unfit' };
}

/** Founds a bureau's book on this station: once per bureau. The first person may admit others until two can sign together. */
export async function foundBureau(f: Founding, ports: FoundingPorts): Promise<Outcome<Founded, FoundingRefusal>> {
  const fault = unfit(f);
  if (fault !== null) return refused(fault);
  const { keyring, random } = ports;
  const person = mintId<PersonId>(random);
  const station = mintId<StationId>(random);
  const salt = toBase64url(random(16));
  const divisions = f.divisions.map((division) => ({ ...division, id: mintId<DivisionId>(random) }));
  const [founder, stationKeys, recovery] = [
    await keyring.makePersonKey(person, f.founder.passphrase),
    await keyring.makeStationKeys(station),
    await keyring.makeRecoveryKey(),
  ];
  const bureau = await bureauIdOf(founder.public.keyId, recovery.keyId, salt, ports.verifier);
  const book = await ports.open(bureau);
  const { name, officerNo, certificateNo, validFrom, validTo, roles } = f.founder;
  const founderDivision = divisions[f.founderDivision];
  if (founderDivision === undefined) return refused({ code: 'division-missing' });
  const appended = await book.append(founder.unlocked.signer, {
    kind: 'bureau-founded',
    subject: subjectOf('bureau', bureau),
    body: {
      bureau,
      salt,
      ruleDocNo: f.ruleDocNo,
      founder: { person, division: founderDivision.id, roles: [...roles], keys: founder.public },
      station: { station, code: f.station.code, keys: stationKeys },
      recovery: { keyId: recovery.keyId, signing: recovery.public },
      divisions: divisions.map(({ id, kind }) => ({ id, kind })),
    },
    details: {
      bureauName: f.bureauName.trim(),
      founder: { name: name.trim(), officerNo, certificateNo, validFrom, validTo },
      station: { name: f.station.name.trim(), place: f.station.place },
      divisions: divisions.map(({ id, name: divisionName }) => ({ id, name: divisionName })),
    },
  });
  if (!appended.ok) return refused(byRule(appended.refusal));
  const identity = { bureau, root: appended.value.id, station, code: f.station.code };
  return done({ bureau, identity, founder: founder.unlocked, recovery });
}
