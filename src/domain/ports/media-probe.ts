import type { MediaFacts } from '../media-facts.ts';
import type { Instant } from '../time.ts';

/**
 * `media-unreadable`: the bytes could not be read (card pulled, file gone or changed under the reader).
 * `media-probe-unavailable`: the program that looks into files could not be started.
 */
export type MediaFaultCode = 'media-unreadable' | 'media-probe-unavailable';

export interface ProbeControl {
  readonly signal: AbortSignal;
  /**
   * Modification time in the source's directory entry, for a claim of last resort. Say nothing where `blob` is a copy: its own
   * time is that of the copying.
   */
  readonly modifiedAt?: Instant | null;
}

/** Looks into footage: container, codecs, duration, claimed capture time, a small picture. Reads a bounded part of any file. */
export interface MediaProbe {
  /**
   * Hostile or broken content is never an exception: it gives facts with nulls, `damaged` or `unfinished`. `name` is the
   * original file name, `blob` what is to be read. Throws `Fault<MediaFaultCode>`, and `AbortError` once `signal` is aborted.
   */
  probe(blob: Blob, name: string, control: ProbeControl): Promise<MediaFacts>;
  /**
   * A JPEG at most `maxWidth` pixels wide (and as high), or null where no picture can be made of it. Throws as `probe`.
   * `facts` are those `probe` gave for the same bytes.
   */
  thumbnail(
    blob: Blob,
    facts: MediaFacts,
    control: { readonly signal: AbortSignal; readonly maxWidth: number },
  ): Promise<Blob | null>;
}
