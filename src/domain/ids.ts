import { toBase64url } from '../base/base64url.ts';
import type { Brand } from '../base/brand.ts';
import type { Sha256Hex } from './digest.ts';

export type BureauId = Brand<string, 'BureauId'>;
export type DivisionId = Brand<string, 'DivisionId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type StationId = Brand<string, 'StationId'>;
export type DeviceId = Brand<string, 'DeviceId'>;
export type MediumId = Brand<string, 'MediumId'>;
export type ActivityId = Brand<string, 'ActivityId'>;
export type BatchId = Brand<string, 'BatchId'>;
export type HandoverId = Brand<string, 'HandoverId'>;
export type CardId = Brand<string, 'CardId'>;
export type SpillId = Brand<string, 'SpillId'>;
/** SHA-256 of an entry's compact JWS, base64url (43 characters). */
export type EntryId = Brand<string, 'EntryId'>;
/** RFC 7638 thumbprint (SHA-256, base64url) of the public signing key. */
export type KeyId = Brand<string, 'KeyId'>;
/**
 * An original is known by its content: the id is its SHA-256 in hex. The same content met twice, even by two stations
 * that never spoke, is therefore one original with two sources.
 */
export type RecordingId = Brand<string, 'RecordingId'>;

type Minted =
  | BureauId
  | DivisionId
  | PersonId
  | StationId
  | DeviceId
  | MediumId
  | ActivityId
  | BatchId
  | HandoverId
  | CardId
  | SpillId;

/** Hands out bytes nobody can guess; `crypto.getRandomValues` outside tests. */
export type RandomBytes = (length: number) => Uint8Array;

/** A fresh id: 128 random bits, base64url, 22 characters. */
export const mintId = <T extends Minted>(random: RandomBytes): T => toBase64url(random(16)) as string as T;

/** Trusts text that a decoder has checked, or that this program minted. */
export const asId = <T extends Minted | EntryId | KeyId | RecordingId>(text: string): T => text as T;

export const recordingIdOf = (sha256: Sha256Hex): RecordingId => sha256 as string as RecordingId;

export const ID_FORM = /^[A-Za-z0-9_-]{22}$/;
export const HASH_ID_FORM = /^[A-Za-z0-9_-]{43}$/;
export const RECORDING_ID_FORM = /^[0-9a-f]{64}$/;
