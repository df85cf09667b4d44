import * as v from 'valibot';

/** Messages between the window and the worker that makes one derivative; a worker makes one and is ended. */
export interface DeriveRequest {
  readonly original: Blob;
  readonly name: string;
  readonly directory: FileSystemDirectoryHandle;
  readonly fileName: string;
}

const fate = v.picklist(['kept', 're-encoded', 'lost', 'none']);
const answer = v.variant('kind', [
  v.object({ kind: v.literal('moved'), done: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  v.object({
    kind: v.literal('made'),
    account: v.object({
      picture: fate,
      sound: fate,
      endsAtSec: v.nullable(v.pipe(v.number(), v.minValue(0))),
      skippedFrames: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      tool: v.string(),
    }),
  }),
  v.object({
    kind: v.literal('refused'),
    code: v.picklist(['no-index', 'unreadable', 'format-unread', 'codec-unread']),
  }),
  v.object({
    kind: v.literal('failed'),
    code: v.picklist(['derivative-failed', 'buffer-full', 'buffer-failed', 'source-unreadable']),
    cause: v.string(),
  }),
]);

export type DeriveAnswer = v.InferOutput<typeof answer>;

/** null: nothing this version understands. */
export function decodeDeriveAnswer(raw: unknown): DeriveAnswer | null {
  const parsed = v.safeParse(answer, raw);
  return parsed.success ? parsed.output : null;
}
