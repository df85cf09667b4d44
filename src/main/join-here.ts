import { createSignal } from 'solid-js';
import type { BureauStorage } from '../adapters/storage/bureau-storage.ts';
import type { KnownBureaus } from '../adapters/storage/known-bureaus.ts';
import { type Invite, parseInvite } from '../domain/invite.ts';
import type { StationIdentity } from '../domain/ports/local-state.ts';
import type { JoinDesk, Joining, JoinStage, JoinWish } from '../ui/live/join-desk.ts';
import { now } from './open-desk.ts';
import { makeCodeScanner } from './scan-camera.ts';

export interface Joined {
  readonly storage: BureauStorage;
  readonly identity: StationIdentity;
}

/** Joins a bureau from a browser that belongs to none. `onJoined` gets what there is to open then. */
export function makeJoinDesk(known: KnownBureaus, onJoined: (joined: Joined) => void): JoinDesk {
  return {
    read: (text) => parseInvite(text, now()),
    scan: makeCodeScanner(),
    begin: (invite, wish) => begin(known, invite, wish, onJoined),
  };
}

function begin(known: KnownBureaus, invite: Invite, wish: JoinWish, onJoined: (joined: Joined) => void): Joining {
  const [stage, setStage] = createSignal<JoinStage>({ kind: 'looking', hindrance: null });
  let over = false;
  let close: () => void = () => undefined;
  const stop = (): void => {
    over = true;
    close();
  };
  const run = async (): Promise<void> => {
    // Links and what carries them are not loaded by those who only found, or open what they have.
    const { prepare, knock } = await import('./join-run.ts');
    const guest = await prepare(known, invite, wish);
    if (over) {
      guest.storage.close();
      return;
    }
    close = knock(guest, invite, setStage, async () => {
      const identity = { ...guest.identity, origin: location.origin };
      await guest.storage.local.putLinkSecrets({ roomKey: invite.roomKey, secret: invite.secret });
      // Last: without it this origin belongs to no bureau, and joining begins anew.
      await guest.storage.local.putIdentity(identity);
      onJoined({ storage: guest.storage, identity });
    });
  };
  run().catch(() => setStage({ kind: 'looking', hindrance: 'link-lost' }));
  return { stage, stop };
}
