import { describe, expect, it } from 'vitest';
import { CHECKLIST } from '../../regulation/checklist.ts';
import source from '../../regulation/data/regulation.zh-CN.txt?raw';
import { type F1Edition, f1Pages } from './f1-data.ts';

const cellsOf = (edition: F1Edition, column: string): string[] =>
  f1Pages(edition).flatMap((page) =>
    page.rows.flatMap((row) => row.filter((cell) => cell.column === column).map((cell) => cell.text)),
  );

describe('both editions', () => {
  it.each(['asPrinted', 'working'] as const)('%s: six rows a page under one merged 行政处罚', (edition) => {
    const pages = f1Pages(edition);
    expect(pages.map((page) => page.rows.length)).toEqual([6, 6]);
    expect(pages.map((page) => page.rows.map((row) => row.length))).toEqual([
      [8, 7, 7, 7, 7, 7],
      [8, 7, 7, 7, 7, 7],
    ]);
    for (const page of pages)
      expect(page.rows[0]?.[1]).toEqual({ column: 'category', text: '行政处罚', note: null, rowspan: 6 });
  });
});

describe('原文版', () => {
  it('prints nothing that does not stand in the regulation', () => {
    for (const column of ['matter', 'carrier', 'place', 'content', 'recorder'])
      for (const text of cellsOf('asPrinted', column)) expect(source).toContain(`\t${text}`);
  });

  it('leaves the department of the second page blank and has no notes', () => {
    expect(cellsOf('asPrinted', 'department')).toEqual([...Array(6).fill('执法机构'), ...Array(6).fill('')]);
    expect(f1Pages('asPrinted').flatMap((page) => page.notes)).toEqual([]);
  });
});

describe('工作版', () => {
  it('joins carriers by 、 and infers the department with a note', () => {
    expect(cellsOf('working', 'carrier')[10]).toBe('照相机、摄像机、执法记录仪');
    expect(cellsOf('working', 'department').slice(6)).toEqual(Array(6).fill('执法机构（推定）'));
    expect(cellsOf('working', 'carrier').join('')).not.toContain(' ');
  });

  it('prints each note of a page once, and each number leads to the note of its cell', () => {
    f1Pages('working').forEach((page, index) => {
      expect(new Set(page.notes).size).toBe(page.notes.length);
      const used = page.rows.flat().flatMap((cell) => cell.note ?? []);
      expect(new Set(used)).toEqual(new Set(page.notes.map((_, at) => at + 1)));
      for (const [at, matter] of CHECKLIST.filter((one) => one.page === index + 1).entries())
        for (const cell of page.rows[at] ?? [])
          if (cell.note !== null && cell.column !== 'rowNo')
            expect(page.notes[cell.note - 1]).toBe(matter.cells[cell.column].editorNote);
    });
  });
});
