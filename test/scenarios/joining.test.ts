import { beforeEach, describe, expect, it } from 'vitest';
import { asId, type EntryId, mintId, type StationId } from '../../src/domain/ids.ts';
import { plusMs } from '../../src/domain/time.ts';
import { openBook } from '../../src/ledger/book.ts';
import { compareFrontiers } from '../../src/ledger/frontier.ts';
import { admitStation, type StationWish } from '../../src/usecases/admit-station.ts';
import type { Desk } from '../../src/usecases/desk.ts';
import { type GuestDoor, openGuestDoor } from '../../src/usecases/host-guests.ts';
import { type GuestStage, joinBureau } from '../../src/usecases/join-bureau.ts';
import { decodeJoinMessage, encodeJoinMessage } from '../../src/usecases/join-messages.ts';
import { admitRequestedKey, requestKey } from '../../src/usecases/request-key.ts';
import { confirmAct, waitingActs } from '../../src/usecases/second-signature.ts';
import { claimsAreTrue } from '../doubles/claims.ts';
import { linePair } from '../doubles/join-line.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import { makeMemoryKeyring } from '../doubles/memory-keyring.ts';
import { makeMemoryLocalState } from '../doubles/memory-local-state.ts';
import { type FoundedOffice, foundOffice, must, PASSPHRASE, random, verifier } from '../doubles/office-desk.ts';

/** A PC that holds an invitation: keys of its own, and an empty book pinned to the bureau's founding entry. */
async function guestPc(office: FoundedOffice, code: string, root: EntryId = office.desk.station.root) {
  const station = mintId<StationId>(random);
  const keyring = makeMemoryKeyring();
  const keys = await keyring.makeStationKeys(station);
  const memory = makeMemoryBook();
  const book = await openBook(office.bureau, root, { store: memory.book, verifier, random, now: office.clock.now });
  const wish: StationWish = { station, code, name: '伊河管理站', place: null, keys };
  const stages: GuestStage[] = [];
  const signer = await keyring.stationSigner();
  if (signer === null) throw new Error('no station key');
  const desk: Desk = {
    book,
    records: memory.model,
    local: makeMemoryLocalState(),
    keyring,
    station: { bureau: office.bureau, root, station, code, origin: 'https://luzheng.local:4174' },
    stationSigner: signer,
    now: office.clock.now,
    random,
  };
  return { desk, wish, stages, root, memory };
}

/** Neither has signed anything to the other yet: the page of each must say that it does not know, and that all is undelivered. */
const nothingIsClaimed = (host: FoundedOffice, guest: GuestPc): Promise<void> =>
  claimsAreTrue({
    offices: [
      {
        name: 'host',
        book: host.desk.book,
        memory: host.memory,
        station: host.desk.station.station,
        receipts: new Map(),
      },
      { name: 'guest', book: guest.desk.book, memory: guest.memory, station: guest.wish.station, receipts: new Map() },
    ],
    isLinked: () => false,
  });

type GuestPc = Awaited<ReturnType<typeof guestPc>>;

let office: FoundedOffice;
let door: GuestDoor;
let invite: string;

beforeEach(async () => {
  office = await foundOffice();
  await office.admit('张建国', ['officer']);
  door = await openGuestDoor(office.desk, () => undefined);
  invite = (await door.open()).id;
});

/** The guest knocks; resolves once the door has read its wish or turned it away. */
async function knock(guest: GuestPc, invitation = invite) {
  const pair = linePair(office.desk.stationSigner.keyId, guest.wish.keys.keyId, invitation);
  door.greet(pair.host);
  const { desk, wish, stages, root } = guest;
  const ended = joinBureau(pair.guest, { book: desk.book, root, wish, onStage: (stage) => stages.push(stage) });
  await expect.poll(() => door.guests().length > 0 || stages.some(({ kind }) => kind !== 'comparing')).toBe(true);
  return { ended, pair };
}

async function join(code = 'B') {
  const guest = await guestPc(office, code);
  const { ended } = await knock(guest);
  await must(door.admit(door.guests()[0]?.id ?? '', office.custodian));
  expect(await ended).toEqual({ kind: 'joined' });
  return guest;
}

describe('a second PC joins', () => {
  it('asks with its name and digits, is admitted by a signature, and then holds the same book', async () => {
    const guest = await guestPc(office, 'B');
    const { ended } = await knock(guest);
    expect(door.guests()).toMatchObject([{ wish: { code: 'B', name: '伊河管理站' }, digits: '482913' }]);
    expect(await guest.desk.book.reader.count()).toBe(0);
    await must(door.admit(door.guests()[0]?.id ?? '', office.custodian));
    expect(await ended).toEqual({ kind: 'joined' });
    const [ours, theirs] = [await office.desk.book.frontier(), await guest.desk.book.frontier()];
    const comparison = await compareFrontiers(ours, theirs, office.desk.book.idAt);
    expect(comparison).toMatchObject({ standing: 'in-step', toSend: 0, toGet: 0 });
    expect(guest.stages.at(-2)).toMatchObject({ kind: 'receiving' });
    const [station] = (await guest.desk.records.all('station')).filter((each) => each.code === 'B');
    expect(station).toMatchObject({ id: guest.wish.station, name: '伊河管理站' });
    expect((await guest.desk.records.all('person')).map(({ name }) => name).sort()).toEqual(['张建国', '王海涛']);
    await nothingIsClaimed(office, guest);
  });

  it('an officer cannot admit it, and nothing is sent', async () => {
    const officer = await office.admit('李敏', ['officer']);
    const guest = await guestPc(office, 'B');
    await knock(guest);
    const outcome = await door.admit(door.guests()[0]?.id ?? '', officer);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'rule', rule: 'role-missing' } });
    expect(door.guests()).toHaveLength(1);
    expect(await guest.desk.book.reader.count()).toBe(0);
  });

  it('admitted by one of two, it waits at the door, and is let in when the other signs, wherever that is', async () => {
    const legal = await office.admit('孙立新', ['legalAffairsOffice']);
    const guest = await guestPc(office, 'B');
    const { ended } = await knock(guest);
    const proposed = await door.admit(door.guests()[0]?.id ?? '', office.custodian);
    expect(proposed).toMatchObject({ ok: false, refusal: { code: 'waits-for-second' } });
    await door.look();
    expect(door.guests()).toHaveLength(1);
    const [waiting] = await waitingActs(office.desk, legal.person);
    if (waiting === undefined) throw new Error('nothing waits');
    await must(confirmAct(office.desk, legal, waiting.act));
    await door.look();
    expect(await ended).toEqual({ kind: 'joined' });
    expect(door.guests()).toEqual([]);
    expect(await (await knock(await guestPc(office, 'C'))).ended).toEqual({ kind: 'ended', why: 'invitation-spent' });
  });

  it('sent away, it is told so and cannot knock again with the same key', async () => {
    const guest = await guestPc(office, 'B');
    const { ended } = await knock(guest);
    door.decline(door.guests()[0]?.id ?? '');
    expect(await ended).toEqual({ kind: 'ended', why: 'declined' });
    const again = await knock({ ...guest, stages: [] });
    expect(await again.ended).toEqual({ kind: 'ended', why: 'declined' });
    expect(door.guests()).toEqual([]);
  });

  it('a code that a station has is refused before anybody signs, and the invitation stays good', async () => {
    const guest = await guestPc(office, 'A');
    expect(await (await knock(guest)).ended).toEqual({ kind: 'ended', why: 'station-code-taken' });
    await join('B');
  });

  it('an invitation is good for one station', async () => {
    await join('B');
    const second = await guestPc(office, 'C');
    expect(await (await knock(second)).ended).toEqual({ kind: 'ended', why: 'invitation-spent' });
  });

  it('an invitation is good for an hour', async () => {
    const guest = await guestPc(office, 'B');
    office.clock.advance(60 * 60_000);
    expect(await (await knock(guest)).ended).toEqual({ kind: 'ended', why: 'expired' });
  });

  it('an invitation that was taken back opens nothing', async () => {
    await door.shut();
    const guest = await guestPc(office, 'B');
    expect(await (await knock(guest)).ended).toEqual({ kind: 'ended', why: 'expired' });
  });

  it('an invitation outlives a reload of the page', async () => {
    door = await openGuestDoor(office.desk, () => undefined);
    await join('B');
  });

  it('cut off in the middle of the book, it goes on on another line without a second signature', async () => {
    const guest = await guestPc(office, 'B');
    const { ended, pair } = await knock(guest);
    pair.cutAfter(1);
    await must(door.admit(door.guests()[0]?.id ?? '', office.custodian));
    expect(await ended).toEqual({ kind: 'cut-off' });
    const again = await knock({ ...guest, stages: [] });
    expect(await again.ended).toEqual({ kind: 'joined' });
    expect(door.guests()).toEqual([]);
  });

  it('a book that does not hang on the founding entry of the invitation is not accepted', async () => {
    const guest = await guestPc(office, 'B', asId<EntryId>('x'.repeat(43)));
    const { ended } = await knock(guest);
    await must(door.admit(door.guests()[0]?.id ?? '', office.custodian));
    expect(await ended).toEqual({ kind: 'ended', why: 'wrong-bureau' });
  });

  it('a wish for another key than the one that was proved is not read', async () => {
    const [guest, other] = [await guestPc(office, 'B'), await guestPc(office, 'C')];
    const pair = linePair(office.desk.stationSigner.keyId, other.wish.keys.keyId, invite);
    door.greet(pair.host);
    const { desk, wish, root } = guest;
    const ended = await joinBureau(pair.guest, { book: desk.book, root, wish, onStage: () => undefined });
    expect(ended).toEqual({ kind: 'cut-off' });
    expect(door.guests()).toEqual([]);
  });

  it('words that are no message of joining close the line', () => {
    for (const bytes of [new Uint8Array([0xff]), new TextEncoder().encode('{"kind":"book"}'), new Uint8Array()])
      expect(decodeJoinMessage(bytes)).toBeNull();
    expect(decodeJoinMessage(encodeJoinMessage({ kind: 'end' }))).toEqual({ kind: 'end' });
  });

  it('two stations cannot have one code, whoever signs', async () => {
    await join('B');
    const other = await guestPc(office, 'B');
    const outcome = await admitStation(office.desk, office.custodian, other.wish);
    expect(outcome).toEqual({ ok: false, refusal: { code: 'station-code-taken' } });
  });
});

describe('a key on a second station', () => {
  /** Carries what one book has and the other lacks, as a link would. */
  const carry = async (from: Desk, to: Desk): Promise<void> => {
    for (const { key } of await from.book.frontier()) {
      const entries = await from.book.entriesFrom(key, 0, 1000);
      const details = await from.book.reader.detailsOf(entries.map(({ id }) => id));
      const received = await to.book.receive({ entries: entries.map(({ jws }) => jws), details });
      expect(received.refused).toEqual([]);
    }
  };

  it('is asked for there, admitted here, and then signs there', async () => {
    const { desk: there } = await join('B');
    const person = office.custodian.person;
    expect(await there.keyring.unlock(person, PASSPHRASE)).toMatchObject({ ok: false });
    await must(requestKey(there, person, PASSPHRASE));
    await carry(there, office.desk);
    const record = await office.desk.records.get('person', person);
    const request = record?.keyRequests[0];
    if (record === null || request === undefined) throw new Error('the request did not arrive');
    expect(request).toMatchObject({ station: there.station.station, reason: 'new-station' });
    await must(admitRequestedKey(office.desk, office.custodian, record, request));
    expect((await office.desk.records.get('person', person))?.keyRequests).toEqual([]);
    await carry(office.desk, there);
    const opened = await must(there.keyring.unlock(person, PASSPHRASE));
    office.clock.set(plusMs(office.clock.now(), 1000));
    const other = await guestPc(office, 'C');
    await must(admitStation(there, { person, signer: opened.signer }, other.wish));
    const keys = (await there.records.get('person', person))?.keys ?? [];
    expect(keys.map(({ station, retiredBy }) => [station, retiredBy])).toEqual([
      [office.desk.station.station, null],
      [there.station.station, null],
    ]);
  });

  it('counts for nothing before it is admitted', async () => {
    const { desk: there } = await join('B');
    const person = office.custodian.person;
    await must(requestKey(there, person, PASSPHRASE));
    const opened = await must(there.keyring.unlock(person, PASSPHRASE));
    const other = await guestPc(office, 'C');
    const outcome = await admitStation(there, { person, signer: opened.signer }, other.wish);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'rule', rule: 'authority-not-given' } });
  });

  it('a weak passphrase makes no key and no entry', async () => {
    const { desk: there } = await join('B');
    const before = await there.book.reader.count();
    const outcome = await requestKey(there, office.custodian.person, '1111');
    expect(outcome).toEqual({ ok: false, refusal: { code: 'passphrase-unfit' } });
    expect(await there.book.reader.count()).toBe(before);
    expect(await there.keyring.personKeys()).toEqual([]);
  });
});
