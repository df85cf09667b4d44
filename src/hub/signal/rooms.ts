/** Who is where. Rooms exist while somebody is in them; nothing is written anywhere. */
export interface Rooms<M> {
  /** false: that id is taken, the room is full, or there are too many rooms. */
  readonly enter: (room: string, peer: string, member: M) => 'entered' | 'peer-taken' | 'hub-full';
  readonly leave: (room: string, peer: string) => void;
  readonly member: (room: string, peer: string) => M | undefined;
  readonly others: (room: string, peer: string) => readonly (readonly [peer: string, member: M])[];
  readonly size: () => number;
}

export function makeRooms<M>(most: { readonly rooms: number; readonly peersPerRoom: number }): Rooms<M> {
  const rooms = new Map<string, Map<string, M>>();
  return {
    enter: (room, peer, member) => {
      const members = rooms.get(room) ?? new Map<string, M>();
      if (members.has(peer)) return 'peer-taken';
      if (members.size >= most.peersPerRoom) return 'hub-full';
      if (members.size === 0 && rooms.size >= most.rooms) return 'hub-full';
      members.set(peer, member);
      rooms.set(room, members);
      return 'entered';
    },
    leave: (room, peer) => {
      const members = rooms.get(room);
      members?.delete(peer);
      if (members?.size === 0) rooms.delete(room);
    },
    member: (room, peer) => rooms.get(room)?.get(peer),
    others: (room, peer) => [...(rooms.get(room) ?? [])].filter(([other]) => other !== peer),
    size: () => rooms.size,
  };
}
