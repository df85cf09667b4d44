import * as v from 'valibot';
import { FILE_TRACES } from '../../../domain/course-words.ts';
import type { FileNamePattern } from '../../../domain/file-name.ts';
import { type MediaFacts, mediaFactsSchema } from '../../../domain/media-facts.ts';
import type { Instant } from '../../../domain/time.ts';

/** Messages between the window and the worker that looks into files. One act at a time; `id` tells a late answer from a due one. */
export type ProbeRequest =
  | {
      readonly act: 'probe';
      readonly id: number;
      readonly blob: Blob;
      readonly name: string;
      readonly modifiedAt: Instant | null;
      readonly patterns: readonly FileNamePattern[];
    }
  | {
      readonly act: 'thumbnail';
      readonly id: number;
      readonly blob: Blob;
      readonly facts: MediaFacts;
      readonly maxWidth: number;
    }
  | {
      readonly act: 'signs';
      readonly id: number;
      readonly blob: Blob;
      readonly facts: MediaFacts;
      readonly modifiedAt: Instant | null;
      readonly ownWriters: readonly string[];
    }
  | {
      readonly act: 'still';
      readonly id: number;
      readonly blob: Blob;
      readonly facts: MediaFacts;
      readonly atSec: number;
      readonly maxSide: number;
    };

const id = v.pipe(v.number(), v.safeInteger());

const answer = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('so-far'), id, facts: mediaFactsSchema }),
  v.object({ kind: v.literal('facts'), id, facts: mediaFactsSchema }),
  v.object({ kind: v.literal('thumbnail'), id, jpeg: v.nullable(v.blob()) }),
  v.object({
    kind: v.literal('signs'),
    id,
    traces: v.array(v.picklist(FILE_TRACES)),
    print: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
    writers: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(8)),
  }),
  v.object({
    kind: v.literal('still'),
    id,
    still: v.nullable(v.object({ width: v.number(), height: v.number(), pixels: v.instance(ArrayBuffer) })),
  }),
  v.object({ kind: v.literal('unreadable'), id, cause: v.string() }),
  v.object({ kind: v.literal('failed'), id, cause: v.string() }),
]);

export type ProbeAnswer = v.InferOutput<typeof answer>;

/** null: nothing this version understands; the act it may have answered runs into its time limit. */
export function decodeAnswer(raw: unknown): ProbeAnswer | null {
  const parsed = v.safeParse(answer, raw);
  return parsed.success ? parsed.output : null;
}
