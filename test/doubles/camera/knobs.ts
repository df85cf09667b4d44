/** How this camera strays from the standard; each knob is a habit or a mishap seen on a real one. */
export interface Knobs {
  packetBytes: number;
  /** The header of a data phase travels in a packet of its own. */
  splitHeader: boolean;
  /** After a data phase that is a multiple of the packet size: an empty packet, or none, and then the response may follow in the same transfer. */
  emptyPacket: boolean;
  /** What `ObjectInfo` says of a size too long for its field. */
  size32: 'saturated' | 'modulo';
  /** From here on a size is too long for its field: 4 GiB, or less so that a test need not send as much. */
  longAt: number;
  /** The length of a data container from there on. */
  longLength: 'untold' | 'modulo';
  /** Operations this camera does not list and refuses. */
  lacks: Set<number>;
  /** A session was left open by someone else. */
  sessionIsOpen: boolean;
  describesOnlyInSession: boolean;
  /** Partial reads give at most so many bytes. */
  mostPartialBytes: number;
  /** Which parents mean the root. */
  rootParents: readonly number[];
  battery: 'good' | 'in-16-bits' | 'wrong-type' | 'out-of-form' | 'absent';
  clock: 'standard' | 'canon' | 'absent';
  /** Device time minus real time. */
  clockOffsetMs: number;
  freeBytes: number;
  maxBytes: number;
  /** 0x9805 of a folder: all below it, the folder alone, or nothing. */
  propList: 'children' | 'self' | 'refused' | 'without-sizes';
  /** A class Cancel: obeyed, or the request never ends and nothing is dropped, or it is refused, or both endpoints halt at it. */
  cancel: 'obeyed' | 'hangs' | 'halts' | 'halts-endpoints';
  /** Transactions must count up from 1 in each session. */
  countsTransactions: boolean;
  /** Operations this camera lists and then does not know. */
  feigns: Set<number>;
  /** A data phase leaves in parts of so many bytes, each a transfer of its own. */
  chunkBytes: number;
  /** Zeros behind each response, in its own transfer. */
  padBytes: number;
  /** Events sent before each answer, in the pipe that is not for them. */
  events: number;
  /** The endpoint for events: none, or there; or nothing is answered as long as an event is not taken from it. */
  interrupt: 'none' | 'told' | 'blocks';
  /** GetDeviceStatus: answered, answered as busy so many times first, refused, or never answered. */
  status: 'refused' | 'hangs' | { readonly busy: number };
  /** DeviceReset: obeyed or refused. */
  reset: 'obeyed' | 'refused';
  stores: readonly { readonly id: number; readonly state: 'good' | 'pulled' }[];
  /** What a handle that is no folder holds. */
  unknownParent: 'refused' | 'nothing';
  /** What the root holds: its own, or all there is in the store. */
  rootHolds: 'its-own' | 'everything' | 'everything-under-0';
  /** Whether folders other than the root are listed at all. */
  folders: 'listed' | 'refused';
  /** Listings of one store by itself are refused; only of all at once. */
  listsAllStoresOnly: boolean;
  /** What stands in the header of data and answers: the transaction, or nothing, and with it no operation. */
  answersUnder: 'its-own' | 'nothing';
  /** After a data phase that ends with a full packet the camera is stuck: no response comes. */
  stuckAfterFullPacket: boolean;
  objectInfo: 'standard' | 'wide';
  /** What 0x9805 says of dates, against `ObjectInfo`. */
  listDates: 'same' | 'other' | 'none';
  /** What 0xDC04 says. */
  size64: 'true' | 'saturated' | 'short';
  /** A partial read at the end of the object, or beyond. */
  partialAtEnd: 'empty' | 'refused';
  /** Folders that will not be listed, objects that will not say what they are, by handle. */
  closed: ReadonlyMap<number, 'listing' | 'info' | 'empty-info'>;
  /** A command sent while a data phase is on the cable: served in turn, or the camera hangs until it is unplugged. */
  intoTransfer: 'queued' | 'hangs';
}

export const goodKnobs = (): Knobs => ({
  packetBytes: 512,
  splitHeader: false,
  emptyPacket: true,
  size32: 'saturated',
  longAt: 2 ** 32,
  longLength: 'untold',
  lacks: new Set(),
  sessionIsOpen: false,
  describesOnlyInSession: false,
  mostPartialBytes: Number.POSITIVE_INFINITY,
  rootParents: [0xffff_ffff, 0],
  battery: 'good',
  clock: 'standard',
  clockOffsetMs: 0,
  freeBytes: 20e9,
  maxBytes: 64e9,
  propList: 'children',
  cancel: 'obeyed',
  countsTransactions: false,
  feigns: new Set(),
  chunkBytes: Number.POSITIVE_INFINITY,
  padBytes: 0,
  events: 0,
  interrupt: 'told',
  status: { busy: 0 },
  reset: 'obeyed',
  stores: [{ id: 0x0001_0001, state: 'good' }],
  unknownParent: 'refused',
  rootHolds: 'its-own',
  folders: 'listed',
  listsAllStoresOnly: false,
  answersUnder: 'its-own',
  stuckAfterFullPacket: false,
  objectInfo: 'standard',
  listDates: 'same',
  size64: 'true',
  partialAtEnd: 'empty',
  closed: new Map(),
  intoTransfer: 'queued',
});

/** What goes wrong once, at a given operation; taken off the list as it happens. */
export type Mishap =
  | { readonly kind: 'silent' }
  /** Hears nothing any more until it is reset. */
  | { readonly kind: 'deaf' }
  | { readonly kind: 'halt'; readonly afterBytes: number }
  | { readonly kind: 'garbage'; readonly bytes: Uint8Array }
  /** Answers under another transaction. */
  | { readonly kind: 'transaction'; readonly shift: number }
  /** First repeats leftovers of the transaction before. */
  | { readonly kind: 'leftover' }
  | { readonly kind: 'busy' }
  /** The data phase ends early although its container promised more. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  | { readonly kind: 'answer'; readonly code: number };
