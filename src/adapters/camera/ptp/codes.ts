/** The operations this client may send: reading only. Nothing that deletes, sends, formats or sets is in this list. */
export const OPERATION = {
  getDeviceInfo: 0x1001,
  openSession: 0x1002,
  closeSession: 0x1003,
  getStorageIds: 0x1004,
  getStorageInfo: 0x1005,
  getNumObjects: 0x1006,
  getObjectHandles: 0x1007,
  getObjectInfo: 0x1008,
  getObject: 0x1009,
  getDevicePropDesc: 0x1014,
  getDevicePropValue: 0x1015,
  getPartialObject: 0x101b,
  getPartialObject64: 0x95c1,
  getObjectPropDesc: 0x9802,
  getObjectPropValue: 0x9803,
  getObjectPropList: 0x9805,
} as const;
export type Operation = (typeof OPERATION)[keyof typeof OPERATION];

export const RESPONSE = {
  ok: 0x2001,
  generalError: 0x2002,
  sessionNotOpen: 0x2003,
  invalidTransaction: 0x2004,
  operationNotSupported: 0x2005,
  parameterNotSupported: 0x2006,
  incompleteTransfer: 0x2007,
  invalidStorage: 0x2008,
  invalidHandle: 0x2009,
  propNotSupported: 0x200a,
  accessDenied: 0x200f,
  storeNotAvailable: 0x2013,
  invalidParent: 0x201a,
  deviceBusy: 0x2019,
  transactionCancelled: 0x201f,
  invalidParameter: 0x201d,
  sessionAlreadyOpen: 0x201e,
} as const;

export const CONTAINER = { command: 1, data: 2, response: 3, event: 4 } as const;

/** Class requests of the still image class (PIMA 15740 over USB). */
export const CLASS_REQUEST = { cancel: 0x64, reset: 0x66, status: 0x67 } as const;
export const CANCEL_EVENT = 0x4001;

/** What a camera tells of itself. Many never do: a list is asked for anew all the same. */
export const EVENT = {
  objectAdded: 0x4002,
  objectRemoved: 0x4003,
  storeAdded: 0x4004,
  storeRemoved: 0x4005,
  objectInfoChanged: 0x4007,
  deviceInfoChanged: 0x4008,
  storeFull: 0x400a,
  deviceReset: 0x400b,
  storageInfoChanged: 0x400c,
  unreportedStatus: 0x400e,
} as const;

export const ASSOCIATION_FORMAT = 0x3001;

export const DEVICE_PROP = {
  batteryLevel: 0x5001,
  dateTime: 0x5011,
  /** Canon keeps its clock here, as seconds since 1970 by its own wall clock. */
  canonUnixTime: 0xd034,
} as const;

export const OBJECT_PROP = {
  format: 0xdc02,
  size: 0xdc04,
  fileName: 0xdc07,
  created: 0xdc08,
  modified: 0xdc09,
} as const;
