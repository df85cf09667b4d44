import { browserTenants, nothingFromTheAir } from './ambient-rules.ts';
import { doors, everyFileHasARoom, features, importsNameAFile, stairs, tenants } from './import-rules.ts';
import {
  chineseInItsRooms,
  erasableOnly,
  fileSize,
  functionSize,
  names,
  noBarrels,
  noSilencedChecks,
} from './shape-rules.ts';
import { parse, type SourceFile } from './source.ts';
import { isTest, type Rule, type Violation } from './violation.ts';

/** Every rule of the house by the sentence that states it. */
export const RULES: Readonly<Record<string, Rule>> = {
  'every file has a room': everyFileHasARoom,
  'a relative import names a file with its ending': importsNameAFile,
  'imports go down the stairs': stairs,
  'rooms are entered by their doors': doors,
  'a library lives in its rooms': tenants,
  'features do not import one another': features,
  'clock, ids, keys and devices are handed in': nothingFromTheAir,
  'each door of the browser belongs to one room': browserTenants,
  'names say what a thing is': names,
  'no file only hands on what others hold': noBarrels,
  'files stay small': fileSize,
  'functions stay small': functionSize,
  'Chinese stands in text, regulation and forms': chineseInItsRooms,
  'types can be erased': erasableOnly,
  'the type check is not silenced': noSilencedChecks,
};

const isCode = (path: string): boolean => /\.tsx?$/.test(path);

/** What breaks each rule. Tests may import what they like and are as long as they need to be. */
export function examine(files: readonly SourceFile[]): ReadonlyMap<string, readonly Violation[]> {
  const all = new Set(files.map(({ path }) => path));
  const parsed = files.filter(({ path }) => isCode(path) && !isTest(path)).map(parse);
  return new Map(Object.entries(RULES).map(([name, rule]) => [name, parsed.flatMap((file) => rule(file, all))]));
}
