import type { MediaFacts } from '../../../domain/media-facts.ts';
import type { CaptureClaim } from '../../../domain/records.ts';

/** What one reader of a format found out. A null or absent member says nothing. */
export type Finding = Partial<
  Pick<
    MediaFacts,
    | 'mediaType'
    | 'mime'
    | 'video'
    | 'audio'
    | 'photo'
    | 'durationMs'
    | 'durationFrom'
    | 'damaged'
    | 'gps'
    | 'device'
    | 'writtenBy'
  >
> & { readonly claims?: readonly CaptureClaim[] };

/** Joins findings, the first that says something winning, member by member. Claims add up, each text of a source once. */
export function mergeFindings(findings: readonly Finding[]): Finding {
  const merged: Record<string, unknown> = {};
  for (const finding of findings) {
    for (const [member, value] of Object.entries(finding)) {
      if (value !== null && value !== undefined) merged[member] ??= value;
    }
  }
  const devices = findings.flatMap((finding) => finding.device ?? []);
  const first = (member: 'make' | 'model' | 'serial'): string | null =>
    devices.find((device) => device[member] !== null)?.[member] ?? null;
  return {
    ...(merged as Finding),
    device: { make: first('make'), model: first('model'), serial: first('serial') },
    claims: distinct(findings.flatMap((finding) => finding.claims ?? [])),
  };
}

const distinct = (claims: readonly CaptureClaim[]): readonly CaptureClaim[] =>
  claims.filter(
    (claim, i) => claims.findIndex((same) => same.text === claim.text && same.source === claim.source) === i,
  );
