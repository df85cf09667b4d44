import { type ESTree, parseSync } from 'vite';

export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export type AnyNode = ESTree.Node & { readonly start: number; readonly end: number };

/** A node with those around it, innermost last. */
export interface Placed {
  readonly node: AnyNode;
  readonly above: readonly AnyNode[];
}

export interface Reference {
  readonly specifier: string;
  readonly line: number;
}

export interface Parsed extends SourceFile {
  readonly nodes: readonly Placed[];
  readonly statements: readonly AnyNode[];
  readonly comments: readonly { readonly value: string; readonly start: number }[];
  readonly imports: readonly Reference[];
  readonly lineAt: (offset: number) => number;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;

function walk(node: AnyNode, above: readonly AnyNode[], out: Placed[]): void {
  out.push({ node, above });
  const inside = [...above, node];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, inside, out);
  }
}

const text = (node: ESTree.Node | null | undefined): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;

const isImportMeta = (node: ESTree.Node): boolean => node.type === 'MetaProperty' && node.meta.name === 'import';

/** Names of modules this node asks for; '' for one that is computed and so cannot be checked. */
function modulesOf(node: AnyNode): readonly string[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return [node.source.value];
    case 'ExportNamedDeclaration':
      return node.source ? [node.source.value] : [];
    case 'ImportExpression':
      return [text(node.source) ?? ''];
    case 'TSImportType':
      return [text(node.source) ?? ''];
    case 'NewExpression': {
      // How a worker or an asset is named: new URL('./x.worker.ts', import.meta.url).
      const [target, from] = node.arguments;
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL';
      const isHere = from?.type === 'MemberExpression' && isImportMeta(from.object);
      return isUrl && isHere && target ? [text(target as ESTree.Node) ?? ''] : [];
    }
    default:
      return [];
  }
}

export function parse({ path, text: source }: SourceFile): Parsed {
  const { program, comments, errors } = parseSync(path, source);
  const [error] = errors;
  if (error) throw new SyntaxError(`${path}: ${error.message}`);
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (offset: number): number => starts.filter((start) => start <= offset).length;
  const nodes: Placed[] = [];
  walk(program as AnyNode, [], nodes);
  const imports = nodes.flatMap(({ node }) =>
    modulesOf(node).map((specifier) => ({ specifier, line: lineAt(node.start) })),
  );
  return { path, text: source, nodes, statements: program.body as AnyNode[], comments, imports, lineAt };
}
