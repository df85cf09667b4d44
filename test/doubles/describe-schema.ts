/** A schema's whole shape as plain JSON: the same text exactly when it accepts the same values, functions aside. */
export function describeSchema(schema: unknown): unknown {
  if (schema instanceof RegExp) return `/${schema.source}/${schema.flags}`;
  if (typeof schema === 'function') return 'function';
  if (typeof schema === 'bigint') return String(schema);
  if (Array.isArray(schema)) return schema.map(describeSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = Object.entries(schema).filter(([name, value]) => !UNIMPORTANT.has(name) && value !== undefined);
  return Object.fromEntries(fields.map(([name, value]) => [name, describeSchema(value)] as const).sort(byName));
}

/** What valibot carries beside the shape. */
const UNIMPORTANT = new Set(['~standard', '~run', 'reference', 'message', 'async', 'expects']);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;
