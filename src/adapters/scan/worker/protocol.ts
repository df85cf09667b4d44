import * as v from 'valibot';

/** One picture at a time; `id` tells a late answer from a due one. */
export interface ReadRequest {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  /** RGBA, transferred. */
  readonly pixels: ArrayBuffer;
}

const answer = v.variant('kind', [
  v.object({ kind: v.literal('read'), id: v.number(), texts: v.array(v.string()) }),
  v.object({ kind: v.literal('failed'), id: v.number(), cause: v.string() }),
]);

export type ReadAnswer = v.InferOutput<typeof answer>;

export function decodeAnswer(raw: unknown): ReadAnswer | null {
  const result = v.safeParse(answer, raw);
  return result.success ? result.output : null;
}
