import * as v from 'valibot';
import { utf8FromBase64url } from '../../../base/base64url.ts';
import { clientIdOf } from '../carrier.ts';
import type { ForeignItem } from '../foreign-update.ts';
import { keyId, seq } from '../messages/place.ts';

const headerSchema = v.object({ kid: keyId });
const payloadSchema = v.object({ shard: v.pipe(v.string(), v.maxLength(64)), slot: seq });

/**
 * How many entries stand elsewhere than their author would have put them: somebody squats on the place of another. What is no
 * entry at all is not counted here; the book refuses it.
 */
export async function misplacedIn(items: readonly ForeignItem[], shard: string): Promise<number> {
  const placed = await Promise.all(
    items.map(async ({ client, clock, text }) => {
      const [header, payload] = text.split('.', 2).map(partOf);
      const by = v.safeParse(headerSchema, header);
      const place = v.safeParse(payloadSchema, payload);
      if (!by.success || !place.success) return true;
      const { slot } = place.output;
      return place.output.shard === shard && slot === clock && (await clientIdOf(by.output.kid, shard)) === client;
    }),
  );
  return placed.filter((isPlaced) => !isPlaced).length;
}

function partOf(part: string): unknown {
  try {
    return JSON.parse(utf8FromBase64url(part)) as unknown;
  } catch {
    return undefined;
  }
}
