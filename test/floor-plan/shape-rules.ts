import {
  CHINESE_FILES,
  CHINESE_ROOMS,
  isLongByNature,
  MOST_COMPONENT_LINES,
  MOST_FUNCTION_LINES,
  MOST_LINES,
} from './plan.ts';
import { isIn, placeOf } from './rooms.ts';
import type { AnyNode, Placed } from './source.ts';
import { at, baseName, type Rule } from './violation.ts';

const VAGUE_FILES = /^(?:utils?|common|misc|types|constants|helpers?)\.tsx?$/;
const VAGUE_TYPES = /(?:Manager|Service|Helper|Data|Info)$/;
/** “Form data” is what a printed form is made of; the word stands for that and nothing else. */
const isFormData = (path: string, name: string): boolean => path.startsWith('src/forms/') && name.endsWith('Data');

export const names: Rule = (file) => {
  const name = baseName(file.path);
  const whole = (message: string): { path: string; line: number; message: string } => ({
    path: file.path,
    line: 1,
    message,
  });
  if (/^index\.tsx?$/.test(name)) return [whole('is a barrel by name: say what the file holds')];
  if (VAGUE_FILES.test(name)) return [whole('says nothing by its name')];
  if (!/^(?:[A-Z]\w*\.tsx|[a-z0-9-]+(?:\.(?:test|worker|module|d))?\.tsx?)$/.test(name))
    return [whole('components are PascalCase.tsx, everything else is kebab-case')];
  return file.nodes.flatMap(({ node }) => {
    if (
      node.type !== 'TSInterfaceDeclaration' &&
      node.type !== 'TSTypeAliasDeclaration' &&
      node.type !== 'ClassDeclaration'
    )
      return [];
    const name = node.id?.name ?? '';
    if (!VAGUE_TYPES.test(name) || isFormData(file.path, name)) return [];
    return [at(file, node, `${name} says nothing by its name`)];
  });
};

const isReExport = (node: AnyNode): boolean =>
  node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null);

export const noBarrels: Rule = ({ path, statements }) =>
  statements.some(isReExport) && statements.every((node) => isReExport(node) || node.type === 'ImportDeclaration')
    ? [{ path, line: 1, message: 'only hands on what others hold' }]
    : [];

export const fileSize: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (isLongByNature(path) || lines <= MOST_LINES) return [];
  return [{ path, line: MOST_LINES + 1, message: `has ${lines} lines, ${MOST_LINES} is the most` }];
};

const FUNCTIONS = new Set<string>(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function isComponent(path: string, { node, above }: Placed): boolean {
  if (!path.endsWith('.tsx')) return false;
  const parent = above.at(-1);
  const id = 'id' in node && node.id ? node.id : parent?.type === 'VariableDeclarator' ? parent.id : undefined;
  return id !== undefined && 'name' in id && /^[A-Z]/.test(String(id.name));
}

export const functionSize: Rule = (file) => {
  if (isLongByNature(file.path)) return [];
  return file.nodes.flatMap((placed) => {
    const { node } = placed;
    if (!FUNCTIONS.has(node.type)) return [];
    const lines = file.lineAt(node.end) - file.lineAt(node.start) + 1;
    const most = isComponent(file.path, placed) ? MOST_COMPONENT_LINES : MOST_FUNCTION_LINES;
    return lines > most ? [at(file, node, `function of ${lines} lines, ${most} is the most`)] : [];
  });
};

const HAN = /\p{Script=Han}/u;

function literalOf(node: AnyNode): string | undefined {
  if (node.type === 'JSXText') return node.value;
  if (node.type === 'TemplateElement') return node.value.raw;
  // A pattern that reads what devices and people write is no wording: regular expressions pass.
  if (node.type !== 'Literal') return undefined;
  return typeof node.value === 'string' ? node.value : undefined;
}

export const chineseInItsRooms: Rule = (file) => {
  const place = placeOf(file.path);
  if (!place || isIn(place.room, CHINESE_ROOMS) || CHINESE_FILES.includes(file.path)) return [];
  return file.nodes.flatMap(({ node }) => {
    const literal = literalOf(node);
    return literal !== undefined && HAN.test(literal) ? [at(file, node, `“${literal.trim()}” belongs in text/`)] : [];
  });
};

/** Node and every bundler only strip types; these would need code made of them. */
const NOT_ERASABLE = new Set<string>([
  'TSEnumDeclaration',
  'TSParameterProperty',
  'TSImportEqualsDeclaration',
  'TSExportAssignment',
  'Decorator',
]);

export const erasableOnly: Rule = (file) =>
  file.nodes.flatMap(({ node }) => {
    const isNamespace = node.type === 'TSModuleDeclaration' && !node.declare && !file.path.endsWith('.d.ts');
    return isNamespace || NOT_ERASABLE.has(node.type) ? [at(file, node, `${node.type} cannot be erased`)] : [];
  });

export const noSilencedChecks: Rule = (file) =>
  file.comments.flatMap(({ value, start }) =>
    /@ts-(?:ignore|nocheck|expect-error)/.test(value)
      ? [{ path: file.path, line: file.lineAt(start), message: 'silences the type check' }]
      : [],
  );
