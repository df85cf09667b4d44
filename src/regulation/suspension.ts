import { plusDays } from './working-days.ts';

const lastOf = (year: number, month: number): number => {
  const first = `${month === 12 ? year + 1 : year}-${String(month === 12 ? 1 : month + 1).padStart(2, '0')}-01`;
  return Number(plusDays(first, -1).slice(8));
};

/**
 * Art. 21(3), 停止执法工作一个月: the last day of whole calendar months from a day; the corresponding day, or the month's last
 * where it has none.
 */
export function suspensionEnd(from: string, months: number): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const [endYear, endMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const endDay = Math.min(day, lastOf(endYear, endMonth));
  return `${endYear}-${String(endMonth).padStart(2, '0')}-${String(endDay).padStart(2, '0')}`;
}
