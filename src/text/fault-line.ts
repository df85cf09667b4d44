import { faultWords } from './faults.ts';

/** A fault in one line, for where there is no room for the three parts: beside a button, under a field. */
export function faultLine(code: string): string {
  const { happened, safe, toDo } = faultWords(code);
  return `${happened}。${safe}${toDo}（代码 ${code}）`;
}
