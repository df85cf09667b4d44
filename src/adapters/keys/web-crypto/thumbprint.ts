import { calculateJwkThumbprint } from 'jose';
import { asId, type KeyId } from '../../../domain/ids.ts';
import type { PublicJwk } from '../../../ledger/ports.ts';

export const thumbprint = async (key: PublicJwk): Promise<KeyId> =>
  asId<KeyId>(await calculateJwkThumbprint({ kty: key.kty, crv: key.crv, x: key.x, y: key.y }, 'sha256'));
