import type { ESTree } from 'vite';
import { AMBIENT_ROOMS, BROWSER_TENANTS } from './plan.ts';
import { isIn, placeOf } from './rooms.ts';
import type { AnyNode, Placed } from './source.ts';
import { at, type Rule } from './violation.ts';

/** Names that are the clock, an id, a key, a device or a store, taken from the air instead of being handed in. */
const AMBIENT_GLOBALS = ['navigator', 'localStorage', 'sessionStorage', 'indexedDB'];
const AMBIENT_MEMBERS = ['Date.now', 'performance.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'];
const SELVES = ['globalThis', 'window', 'self'];

/** True for the name of a property, a type or a key: not the value that bears the name. */
function isMereName({ node, above }: Placed): boolean {
  const parent = above.at(-1);
  if (!parent) return false;
  if (above.some(({ type }) => type.startsWith('TS') && TYPES.has(type))) return true;
  if (parent.type === 'MemberExpression') return parent.property === node && !parent.computed;
  if (parent.type === 'Property') return parent.key === node && !parent.computed && parent.value !== node;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return parent.key === node;
  return false;
}

/** Everything in them is a type. `as`, `satisfies` and `!` hold values and are not among them. */
const TYPES = new Set<string>([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSTypeAnnotation',
  'TSTypeParameterInstantiation',
  'TSTypeParameterDeclaration',
  'TSTypeReference',
  'TSTypeQuery',
]);

/** `a.b.c` as text, as far as it is made of plain names; a leading `globalThis.` and the like is dropped. */
function chainOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return undefined;
  const object = chainOf(node.object);
  const { property } = node;
  const name =
    !node.computed && property.type === 'Identifier'
      ? property.name
      : property.type === 'Literal' && typeof property.value === 'string'
        ? property.value
        : undefined;
  if (object === undefined || name === undefined) return undefined;
  return SELVES.includes(object) ? name : `${object}.${name}`;
}

/** The ambient thing a node takes, or undefined. */
function ambientOf({ node, above }: Placed): string | undefined {
  if ((node.type === 'NewExpression' || node.type === 'CallExpression') && node.arguments.length === 0) {
    if (chainOf(node.callee) === 'Date') return 'Date without an argument';
  }
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined;
  const chain = chainOf(node);
  if (chain === undefined || isMereName({ node, above })) return undefined;
  return AMBIENT_GLOBALS.includes(chain) || AMBIENT_MEMBERS.includes(chain) ? chain : undefined;
}

export const nothingFromTheAir: Rule = (file) => {
  const place = placeOf(file.path);
  if (!place || isIn(place.room, AMBIENT_ROOMS)) return [];
  return file.nodes.flatMap((placed) => {
    const name = ambientOf(placed);
    return name ? [at(file, placed.node, `${name} must be handed in as an argument`)] : [];
  });
};

const doorOf = (node: AnyNode): string | undefined => {
  const chain = chainOf(node);
  return chain !== undefined && chain in BROWSER_TENANTS ? chain : undefined;
};

export const browserTenants: Rule = (file) => {
  const place = placeOf(file.path);
  if (!place) return [];
  return file.nodes.flatMap((placed) => {
    const door = doorOf(placed.node);
    const rooms = door ? (BROWSER_TENANTS[door] ?? []) : [];
    if (!door || isMereName(placed) || isIn(place.room, rooms)) return [];
    return [at(file, placed.node, `${door} may be used in ${rooms.join(', ')} only`)];
  });
};
