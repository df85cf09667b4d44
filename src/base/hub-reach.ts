import * as v from 'valibot';

/** Where the hub says under which addresses other machines find it. A page opened as localhost cannot know them. */
export const HUB_REACH_PATH = '/luzheng/hub.json';

const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/));

const reachSchema = v.object({
  app: v.literal('luzheng'),
  version: v.string(),
  /** https under the bureau's name for this PC: what other machines open, join and signal by. */
  lanOrigin: origin,
  localOrigin: origin,
  /** http under each IP address: where a machine that does not trust the certificate yet begins. */
  firstVisit: v.array(origin),
  /** SHA-256 of the authority's certificate, to compare by eye. */
  authoritySha256: v.string(),
  /** The site's certificate holds from … until, ISO 8601: a machine whose clock is outside finds no trust. */
  certificate: v.object({ from: v.string(), until: v.string() }),
});

export type HubReach = v.InferOutput<typeof reachSchema>;

/** null for an answer that is not a hub's of this app. */
export function decodeHubReach(value: unknown): HubReach | null {
  const result = v.safeParse(reachSchema, value);
  return result.success ? result.output : null;
}
