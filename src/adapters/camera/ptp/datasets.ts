import { type Decoded, dataset, type Field, list, optionalText, text, u16, u32, u64 } from './fields.ts';

/** Datasets of PTP (PIMA 15740) and MTP 1.1, each declared once. Only their decoders are needed: we never send one. */

const deviceFields = {
  standardVersion: u16,
  vendorExtension: u32,
  vendorExtensionVersion: u16,
  vendorExtensionText: text,
  functionalMode: u16,
  operations: list(u16, 2),
  events: list(u16, 2),
  deviceProps: list(u16, 2),
  captureFormats: list(u16, 2),
  objectFormats: list(u16, 2),
  manufacturer: optionalText,
  model: optionalText,
  version: optionalText,
  serial: optionalText,
};
export const decodeDevice = dataset(deviceFields);
export type DeviceDescription = Decoded<typeof deviceFields>;

const storageFields = {
  storageType: u16,
  filesystemType: u16,
  accessCapability: u16,
  maxBytes: u64,
  freeBytes: u64,
  freeImages: u32,
  description: optionalText,
  volumeLabel: optionalText,
};
export const decodeStorage = dataset(storageFields);
export type StorageDescription = Decoded<typeof storageFields>;

const objectFields = {
  storage: u32,
  format: u16,
  protection: u16,
  /** Cut to 32 bits by the standard: see the room's README before trusting it. */
  size32: u32 as Field<number>,
  thumbFormat: u16,
  thumbBytes: u32,
  thumbWidth: u32,
  thumbHeight: u32,
  imageWidth: u32,
  imageHeight: u32,
  imageBitDepth: u32,
  parent: u32,
  associationType: u16,
  associationDescription: u32,
  sequence: u32,
  fileName: text,
  created: optionalText,
  modified: optionalText,
  keywords: optionalText,
};
export type ObjectDescription = Decoded<typeof objectFields>;
const decodeStandardObject = dataset(objectFields);

/** One maker's telephones put the size in 64 bits, which shifts all that follows. */
const decodeWideObject = dataset({ ...objectFields, size32: (cursor) => Number(cursor.u64() & 0xffff_ffffn) });
const SEQUENCE_OR_NAME_AT = 52;

/** In the wide form the sequence number, always 0, stands where the others have name and dates. */
export function decodeObject(bytes: Uint8Array): ObjectDescription {
  const [a, b, c, d, name = 0] = bytes.subarray(SEQUENCE_OR_NAME_AT);
  const isWide = a === 0 && b === 0 && c === 0 && d === 0 && name > 0;
  return isWide ? decodeWideObject(bytes) : decodeStandardObject(bytes);
}

export const decodeIds = (bytes: Uint8Array): readonly number[] => dataset({ ids: list(u32, 4) })(bytes).ids;
