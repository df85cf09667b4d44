import { beforeEach, describe, expect, it } from 'vitest';
import { utf8 } from '../../src/base/bytes.ts';
import { asId, type PersonId, type StationId } from '../../src/domain/ids.ts';
import { type Instant, plusMs, toInstant } from '../../src/domain/time.ts';
import type { Keyring, KeyStore } from '../../src/ledger/keyring.ts';
import type { EntrySigner, EntryVerifier, PublicJwk } from '../../src/ledger/ports.ts';
import { makeMemoryKeyStore } from '../doubles/memory-key-store.ts';

const LI = asId<PersonId>('L'.repeat(22));
const WANG = asId<PersonId>('W'.repeat(22));
const STATION = asId<StationId>('S'.repeat(22));
const RIGHT = '洛水长流2026';
const WRONG = '洛水不流2026';

export interface KeyringMeans {
  readonly store: KeyStore;
  readonly now: () => Instant;
}

export function describeKeyring(name: string, make: (means: KeyringMeans) => Keyring, verifier: EntryVerifier): void {
  describe(`keyring: ${name}`, () => {
    let store: KeyStore;
    let clock: Instant;
    let keyring: Keyring;
    const open = (): Keyring => make({ store, now: () => clock });
    const pass = (seconds: number): void => {
      clock = plusMs(clock, seconds * 1000);
    };
    const signs = async (signer: EntrySigner, key: PublicJwk): Promise<boolean> =>
      verifier.verify(await signer.sign(utf8('{"v":1}')), key);
    const unlock = (passphrase: string, person = LI) => keyring.unlock(person, passphrase);

    beforeEach(() => {
      store = makeMemoryKeyStore();
      clock = toInstant(Date.UTC(2026, 2, 5, 6, 30));
      keyring = open();
    });

    it('a new person key signs at once and is named by its thumbprint', async () => {
      const made = await keyring.makePersonKey(LI, RIGHT);
      expect(made.public.keyId).toBe(await verifier.thumbprint(made.public.signing));
      expect(made.unlocked).toMatchObject({ person: LI, signer: { keyId: made.public.keyId } });
      expect(await signs(made.unlocked.signer, made.public.signing)).toBe(true);
      expect(made.public.agreement).not.toEqual(made.public.signing);
    });

    it('the passphrase opens the key after a reload, and full-width digits are the same passphrase', async () => {
      const made = await keyring.makePersonKey(LI, RIGHT);
      keyring = open();
      for (const typed of [RIGHT, '洛水长流２０２６']) {
        const result = await unlock(typed);
        expect(result.ok && (await signs(result.value.signer, made.public.signing))).toBe(true);
      }
      expect(await keyring.personKeys()).toEqual([{ keyId: made.public.keyId, person: LI }]);
    });

    it('what is stored of a person holds no usable private key', async () => {
      await keyring.makePersonKey(LI, RIGHT);
      const [row] = await store.personKeys();
      expect(JSON.parse(JSON.stringify(row))).toEqual(row);
      expect(JSON.stringify(row)).not.toContain('"d"');
      // A PKCS #8 on P-256 begins with the same bytes; wrapped it does not.
      expect(row?.wrapped.signing.startsWith('MIGHAgEAMB')).toBe(false);
      expect(row?.wrapped.signing).not.toBe(row?.wrapped.agreement);
    });

    it('wrong passphrases are counted down, and a right one ends the count', async () => {
      await keyring.makePersonKey(LI, RIGHT);
      expect(await unlock(WRONG)).toEqual({ ok: false, refusal: { code: 'passphrase-wrong', triesLeft: 4 } });
      expect(await unlock(WRONG)).toEqual({ ok: false, refusal: { code: 'passphrase-wrong', triesLeft: 3 } });
      expect((await unlock(RIGHT)).ok).toBe(true);
      expect(await unlock(WRONG)).toEqual({ ok: false, refusal: { code: 'passphrase-wrong', triesLeft: 4 } });
    });

    it('the fifth wrong try locks, a reload does not unlock, and waits grow', async () => {
      await keyring.makePersonKey(LI, RIGHT);
      for (let i = 0; i < 4; i++) await unlock(WRONG);
      expect(await unlock(WRONG)).toEqual({ ok: false, refusal: { code: 'locked-out', seconds: 30 } });
      keyring = open();
      pass(12);
      expect(await unlock(RIGHT)).toEqual({ ok: false, refusal: { code: 'locked-out', seconds: 18 } });
      pass(18);
      expect(await unlock(WRONG)).toEqual({ ok: false, refusal: { code: 'locked-out', seconds: 60 } });
      pass(60);
      expect((await unlock(RIGHT)).ok).toBe(true);
    });

    it('a clock set back does not shorten the wait, nor lock for ever', async () => {
      await keyring.makePersonKey(LI, RIGHT);
      for (let i = 0; i < 5; i++) await unlock(WRONG);
      pass(-86_400);
      expect(await unlock(RIGHT)).toEqual({ ok: false, refusal: { code: 'locked-out', seconds: 30 } });
      pass(30);
      expect((await unlock(RIGHT)).ok).toBe(true);
    });

    it('tries made at the same moment are each counted', async () => {
      await keyring.makePersonKey(LI, RIGHT);
      const results = await Promise.all([WRONG, WRONG, WRONG, WRONG, WRONG, RIGHT].map((text) => unlock(text)));
      expect(results.filter((result) => result.ok)).toEqual([]);
      expect(results[4]).toMatchObject({ refusal: { code: 'locked-out' } });
    });

    it("one person's wrong tries do not lock another, nor does another's passphrase open the key", async () => {
      await keyring.makePersonKey(LI, RIGHT);
      await keyring.makePersonKey(WANG, '伊河两岸abcd');
      for (let i = 0; i < 5; i++) await unlock(WRONG);
      expect((await unlock('伊河两岸abcd', WANG)).ok).toBe(true);
      expect(await unlock(RIGHT, WANG)).toMatchObject({ refusal: { code: 'passphrase-wrong' } });
    });

    it('a key moved to another person in the table does not open', async () => {
      await keyring.makePersonKey(LI, RIGHT);
      const [row] = await store.personKeys();
      if (row === undefined) throw new Error('no row');
      await store.putPerson({ ...row, person: WANG });
      expect(await unlock(RIGHT, WANG)).toMatchObject({ refusal: { code: 'passphrase-wrong' } });
    });

    it('without a key here there is nothing to try', async () => {
      expect(await unlock(RIGHT)).toEqual({ ok: false, refusal: { code: 'no-key-here' } });
    });

    it('after a forgotten passphrase the new key opens, and the old one can be dropped', async () => {
      const old = await keyring.makePersonKey(LI, RIGHT);
      const fresh = await keyring.makePersonKey(LI, '新的口令2026');
      const opened = await unlock('新的口令2026');
      expect(opened).toMatchObject({ ok: true, value: { signer: { keyId: fresh.public.keyId } } });
      await keyring.forget(old.public.keyId);
      expect(await unlock(RIGHT)).toMatchObject({ ok: false });
      expect(await keyring.personKeys()).toEqual([{ keyId: fresh.public.keyId, person: LI }]);
    });

    it('an unfit passphrase never makes a key', async () => {
      await expect(keyring.makePersonKey(LI, '11111111')).rejects.toThrow(RangeError);
      expect(await store.personKeys()).toEqual([]);
    });

    it('a station has one pair for ever; its private halves cannot be exported', async () => {
      expect(await keyring.stationSigner()).toBeNull();
      const made = await keyring.makeStationKeys(STATION);
      expect(await keyring.makeStationKeys(STATION)).toEqual(made);
      await expect(keyring.makeStationKeys(asId<StationId>('T'.repeat(22)))).rejects.toThrow();
      const signer = await open().stationSigner();
      if (signer === null) throw new Error('no station key');
      expect(signer).toMatchObject({ station: STATION, keyId: made.keyId });
      expect(await signs(signer, made.signing)).toBe(true);
      const kept = await store.station();
      expect([kept?.signing.extractable, kept?.agreement.extractable]).toEqual([false, false]);
      await expect(crypto.subtle.exportKey('pkcs8', kept?.signing as CryptoKey)).rejects.toThrow();
    });

    it('the recovery key is not stored and each is another', async () => {
      const first = await keyring.makeRecoveryKey();
      expect(first.keyId).toBe(await verifier.thumbprint(first.public));
      expect((await keyring.makeRecoveryKey()).text).not.toBe(first.text);
      expect([await store.personKeys(), await store.station()]).toEqual([[], null]);
    });
  });
}
