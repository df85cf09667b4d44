import { makeKeyring } from '../adapters/keys/keyring.ts';
import { type BureauStorage, openBureauStorage } from '../adapters/storage/bureau-storage.ts';
import type { KnownBureaus } from '../adapters/storage/known-bureaus.ts';
import { makeMesh } from '../adapters/sync/mesh.ts';
import type { SignallingTrouble } from '../adapters/sync/signalling.ts';
import { browserTimers } from '../adapters/sync/timers.ts';
import { fromBase64url } from '../base/base64url.ts';
import { Fault } from '../base/fault.ts';
import { mintId, type StationId } from '../domain/ids.ts';
import type { Invite } from '../domain/invite.ts';
import type { LinkEnd, ReachCode } from '../domain/link-end.ts';
import type { StationIdentity } from '../domain/ports/local-state.ts';
import { type Book, openBook } from '../ledger/book.ts';
import type { StatementSigner } from '../ledger/statement.ts';
import type { JoinHindrance, JoinStage, JoinWish } from '../ui/live/join-desk.ts';
import type { StationWish } from '../usecases/admit-station.ts';
import { type GuestStage, joinBureau } from '../usecases/join-bureau.ts';
import { lineOf } from './guest-line.ts';
import { bookPorts, now, random } from './open-desk.ts';
import { handshakeMeans, openSignalling } from './open-links.ts';

/** Somebody in the room must answer by then, else the page says that nobody does. It goes on trying. */
const NOBODY_AFTER_MS = 4_000;

export interface GuestHere {
  readonly storage: BureauStorage;
  readonly book: Book;
  readonly signer: StatementSigner;
  readonly wish: StationWish;
  readonly identity: Omit<StationIdentity, 'origin'>;
}

/** Keys and an empty book, under the name this PC had if it tried before. */
export async function prepare(known: KnownBureaus, invite: Invite, wish: JoinWish): Promise<GuestHere> {
  const { bureau, root } = invite;
  await known.remember({ bureau, rememberedAt: now() });
  const storage = await openBureauStorage(bureau);
  const station = (await storage.keys.station())?.station ?? mintId<StationId>(random);
  const keyring = makeKeyring({ store: storage.keys, now });
  const keys = await keyring.makeStationKeys(station);
  const signer = await keyring.stationStatements();
  if (signer === null) throw new Fault('station-key-missing', { station: wish.code });
  const book = await openBook(bureau, root, bookPorts(storage));
  return {
    storage,
    book,
    signer,
    wish: { ...wish, station, keys },
    identity: { bureau, root, station, code: wish.code },
  };
}

/** Knocks at every page in the room until one lets us in. Ends with the answer. */
export function knock(
  { book, signer, wish }: GuestHere,
  invite: Invite,
  setStage: (stage: JoinStage) => void,
  onIn: () => Promise<void>,
): () => void {
  const signalling = openSignalling(invite);
  let last: GuestStage | null = null;
  let done = false;
  const show = (): void => {
    if (done) return;
    if (last === null && invite.expiresAt <= now()) {
      end();
      setStage({ kind: 'ended', why: 'expired' });
      return;
    }
    const hindrance = hindranceOf(signalling.state(), signalling.trouble(), last);
    const unknownThere = mesh.peers().some(({ why }) => why !== null && REFUSED_AT_DOOR.has(why));
    setStage(stageOf(last, hindrance === 'not-there' && unknownThere ? 'not-recognised' : hindrance));
  };
  const end = (): void => {
    done = true;
    mesh.close();
    signalling.close();
  };
  const mesh = makeMesh({
    self: { bureau: invite.bureau, signer, guest: guestOf(invite) },
    // A guest looks nobody up: who knows the invitation's secret is its host.
    keeper: NOBODY,
    means: { ...handshakeMeans, timers: browserTimers },
    onLink: (link) => {
      const { line, listener } = lineOf(link);
      const onStage = (stage: GuestStage): void => {
        last = stage;
        show();
      };
      void joinBureau(line, { book, root: invite.root, wish, onStage }).then(async (ended) => {
        if (ended.kind === 'cut-off' || done) return;
        if (ended.kind === 'joined') await onIn();
        end();
        setStage(ended.kind === 'ended' ? ended : { kind: 'joined' });
      });
      return listener;
    },
    onChange: () => show(),
    onRefused: () => undefined,
  });
  mesh.meetAt(signalling);
  const stopState = signalling.onState(show);
  const cancel = browserTimers.after(NOBODY_AFTER_MS, show);
  return () => {
    stopState();
    cancel();
    end();
  };
}

const guestOf = ({ invite: { id, secret } }: Invite) => ({ id, secret: fromBase64url(secret) });

const NOBODY = { standing: () => ({ kind: 'unknown' as const }), invitation: () => null };

/** Somebody is there and will not have us; with several stations in the room another may. */
const REFUSED_AT_DOOR: ReadonlySet<LinkEnd | ReachCode> = new Set<LinkEnd>([
  'refused-there',
  'invite-unknown',
  'invite-proof-bad',
]);

function hindranceOf(
  state: 'connecting' | 'on' | 'off',
  trouble: SignallingTrouble | null,
  last: GuestStage | null,
): JoinHindrance | null {
  if (state === 'off') return trouble === 'certificate-not-trusted?' ? 'certificate-not-trusted' : 'no-server';
  if (last !== null) return last.kind === 'cut-off' ? 'link-lost' : null;
  return state === 'on' ? 'not-there' : null;
}

function stageOf(last: GuestStage | null, hindrance: JoinHindrance | null): JoinStage {
  switch (last?.kind) {
    case 'comparing':
      return { kind: 'comparing', digits: last.digits };
    case 'receiving':
      return { kind: 'receiving', done: last.done, total: last.total, hindrance };
    default:
      return { kind: 'looking', hindrance };
  }
}
