import type { AnyNode, Parsed } from './source.ts';

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** `files` are those under the rule; `all` every path that exists, for imports to lead to. */
export type Rule = (file: Parsed, all: ReadonlySet<string>) => readonly Violation[];

export const at = (file: Parsed, node: AnyNode, message: string): Violation => ({
  path: file.path,
  line: file.lineAt(node.start),
  message,
});

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
