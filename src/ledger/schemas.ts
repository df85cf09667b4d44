import * as v from 'valibot';
import { CARRIERS, MEDIUM_KINDS } from '../domain/carrier.ts';
import { isDigestHex, type Sha256Hex, type Sm3Hex, type TreeSha256Hex } from '../domain/digest.ts';
import { type EntryId, HASH_ID_FORM, ID_FORM, type KeyId, RECORDING_ID_FORM, type RecordingId } from '../domain/ids.ts';
import { NUMBER_KINDS, STATION_CODE } from '../domain/numbering.ts';
import { ROLES } from '../domain/role.ts';
import { type Instant, isInstant } from '../domain/time.ts';

/** Pieces of entry bodies. What a decoder yields is the type; nothing is described twice. */

/** An id of 22 characters, branded by the caller: `id<PersonId>()`. */
export const id = <T extends string>() =>
  v.pipe(
    v.string(),
    v.regex(ID_FORM),
    v.transform((text) => text as T),
  );

export const keyId = v.pipe(
  v.string(),
  v.regex(HASH_ID_FORM),
  v.transform((text) => text as KeyId),
);

export const entryId = v.pipe(
  v.string(),
  v.regex(HASH_ID_FORM),
  v.transform((text) => text as EntryId),
);

/** A SHA-256, base64url. */
export const root = v.pipe(v.string(), v.regex(HASH_ID_FORM));

export const recordingId = v.pipe(
  v.string(),
  v.regex(RECORDING_ID_FORM),
  v.transform((text) => text as RecordingId),
);

export const instant = v.pipe(
  v.string(),
  v.check(isInstant),
  v.transform((text) => text as Instant),
);

const digest = <T extends string>() =>
  v.pipe(
    v.string(),
    v.check(isDigestHex),
    v.transform((text) => text as T),
  );

export const digests = { sha256: digest<Sha256Hex>(), sm3: digest<Sm3Hex>(), treeSha256: digest<TreeSha256Hex>() };

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const role = v.picklist(ROLES);
export const carrier = v.picklist(CARRIERS);
export const mediumKind = v.picklist(MEDIUM_KINDS);
/** Free text of a detail: bounded, so that one entry's details stay small. */
export const text = (max = 200) => v.pipe(v.string(), v.maxLength(max));
export const optionalText = (max = 200) => v.nullable(text(max));
export const calendarDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
export const stationCode = v.pipe(v.string(), v.regex(STATION_CODE));

export const officeNumber = v.strictObject({
  station: stationCode,
  year: v.pipe(count, v.minValue(2000), v.maxValue(9999)),
  kind: v.picklist(NUMBER_KINDS),
  serial: v.pipe(count, v.minValue(1)),
});

const coordinate = v.pipe(v.string(), v.regex(HASH_ID_FORM));
export const publicJwk = v.strictObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinate,
  y: coordinate,
});

/** ES256 key and its ECDH companion; the key id is the thumbprint of the first. */
export const publicKeys = v.strictObject({ keyId, signing: publicJwk, agreement: publicJwk });
