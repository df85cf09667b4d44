import type { TreeSha256Hex } from '../../../domain/digest.ts';

export type VerifyRequest =
  | { readonly kind: 'verify'; readonly id: number; readonly blob: Blob }
  | { readonly kind: 'abort'; readonly id: number };

export type VerifyAnswer =
  | { readonly kind: 'progress'; readonly id: number; readonly bytes: number }
  | { readonly kind: 'done'; readonly id: number; readonly bytes: number; readonly treeSha256: TreeSha256Hex }
  | { readonly kind: 'aborted'; readonly id: number }
  | { readonly kind: 'fault'; readonly id: number; readonly code: string };
