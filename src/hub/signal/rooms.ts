import type { SignalLimits } from './limits.ts';

/** Who is where. Rooms exist while somebody is in them; nothing is written anywhere. */
export interface Rooms<M> {
  /** `address`: where the member comes from. `hub-full`: the room is, or there are too many, here or from there. */
  readonly enter: (room: string, peer: string, member: M, address: string) => 'entered' | 'peer-taken' | 'hub-full';
  readonly leave: (room: string, peer: string) => void;
  readonly member: (room: string, peer: string) => M | undefined;
  readonly others: (room: string, peer: string) => readonly (readonly [peer: string, member: M])[];
  readonly size: () => number;
}

type Most = Pick<SignalLimits, 'rooms' | 'roomsPerAddress' | 'peersPerRoom'>;

interface Room<M> {
  readonly members: Map<string, M>;
  /** From where it was opened. */
  readonly address: string;
}

export function makeRooms<M>(most: Most): Rooms<M> {
  const rooms = new Map<string, Room<M>>();
  const openedFrom = (address: string): number => [...rooms.values()].filter((room) => room.address === address).length;
  return {
    enter: (name, peer, member, address) => {
      const room = rooms.get(name) ?? { members: new Map<string, M>(), address };
      if (room.members.has(peer)) return 'peer-taken';
      if (room.members.size >= most.peersPerRoom) return 'hub-full';
      const isNew = room.members.size === 0;
      if (isNew && (rooms.size >= most.rooms || openedFrom(address) >= most.roomsPerAddress)) return 'hub-full';
      room.members.set(peer, member);
      rooms.set(name, room);
      return 'entered';
    },
    leave: (name, peer) => {
      const room = rooms.get(name);
      room?.members.delete(peer);
      if (room?.members.size === 0) rooms.delete(name);
    },
    member: (room, peer) => rooms.get(room)?.members.get(peer),
    others: (room, peer) => [...(rooms.get(room)?.members ?? [])].filter(([other]) => other !== peer),
    size: () => rooms.size,
  };
}
