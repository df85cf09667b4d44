import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ARTICLES } from './articles.ts';
import { CHECKLIST, CHECKLIST_COLUMNS } from './checklist.ts';
import source from './data/regulation.zh-CN.txt?raw';
import { RULE_SET } from './rule-set.ts';

const LINES = source.split('\n').filter((line) => line !== '');
const FIRST_ARTICLE = LINES.findIndex((line) => line.startsWith('第一条'));
const LIST_TITLE = LINES.lastIndexOf(RULE_SET.checklistTitle);

describe('the rule set', () => {
  it('is compared with the frozen text and no other', () => {
    expect(createHash('sha256').update(source, 'utf8').digest('hex')).toBe(RULE_SET.textSha256);
  });

  it('bears its document number with hexagonal brackets', () => {
    expect(RULE_SET.docNo).toBe('洛水政\u30142020\u301522号');
    expect(LINES).toContain(RULE_SET.docNo);
  });

  it('joins the title that the print broke', () => {
    expect(LINES).toContain(RULE_SET.titleAsPrinted);
    expect(RULE_SET.title).toBe(RULE_SET.titleAsPrinted.replaceAll(' ', ''));
  });

  it('says who is addressed and why, as printed', () => {
    expect(LINES).toContain(RULE_SET.notice.addressees);
    expect(LINES).toContain(RULE_SET.notice.text);
    expect(LINES).toContain(RULE_SET.regulationTitle);
  });

  it('invents no date: the text has none', () => {
    expect(RULE_SET.effectiveFrom).toBeNull();
    expect(source).not.toMatch(/\d+年\d+月\d+日/);
  });
});

describe('the articles', () => {
  /** One space after a heading or an item's mark, and the dash before an item, belong to the transcription. */
  const plain = (line: string): string =>
    line
      .replace(/^- /, '')
      .replace(/^(第\S+条) /, '$1')
      .replace(/^(\([一二三四五六七八]\)) /, '$1');

  it('are 23, numbered in order', () => {
    expect(ARTICLES).toHaveLength(23);
    expect(ARTICLES.map((article) => article.number)).toEqual(ARTICLES.map((_, index) => index + 1));
  });

  it('repeat the text line by line, oddities included', () => {
    const rebuilt = ARTICLES.flatMap((article) =>
      article.blocks.map((block, index) => {
        const own = block.kind === 'item' ? `${block.mark}${block.text}` : block.text;
        return index === 0 ? `${article.heading}${own}` : own;
      }),
    );
    expect(rebuilt).toEqual(LINES.slice(FIRST_ARTICLE, LIST_TITLE).map(plain));
  });
});

describe('the list of matters', () => {
  const [header, ...rows] = LINES.slice(LIST_TITLE + 1).map((line) => line.split('\t'));

  it('has the eight columns of the print', () => {
    expect(CHECKLIST_COLUMNS.map((column) => column.heading)).toEqual(header);
  });

  it('has twelve rows, six on each page', () => {
    expect(rows).toHaveLength(12);
    expect(CHECKLIST.map((matter) => matter.row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(CHECKLIST.filter((matter) => matter.page === 1)).toHaveLength(6);
  });

  it.each(rows.map((cells, index) => ({ row: index + 1, cells })))('row $row is as printed', ({ row, cells }) => {
    const matter = CHECKLIST[row - 1];
    const own = CHECKLIST_COLUMNS.map((column) =>
      column.id === 'rowNo' ? String(matter?.row) : matter?.cells[column.id].asPrinted,
    );
    expect(own.filter((text) => text !== null)).toEqual(cells);
    expect(own).toHaveLength(8);
  });

  it('has no cell for the department on the second page, and says so where it infers one', () => {
    for (const matter of CHECKLIST.filter((known) => known.page === 2)) {
      expect(matter.cells.department.asPrinted).toBeNull();
      expect(matter.cells.department.editorNote).toContain('推定');
    }
  });

  it('explains every cell whose normalised text differs from a printed one', () => {
    for (const matter of CHECKLIST)
      for (const cell of Object.values(matter.cells))
        if (cell.asPrinted !== '' && cell.asPrinted !== cell.normalized)
          expect(cell.editorNote, cell.normalized).toBeTruthy();
  });

  it('names one carrier for each one printed', () => {
    for (const matter of CHECKLIST)
      expect(matter.cells.carrier.asPrinted?.split(/[、 ]/)).toHaveLength(matter.carriers.length);
  });

  it('puts every row under 行政处罚', () => {
    expect(new Set(CHECKLIST.map((matter) => matter.cells.category.normalized))).toEqual(new Set(['行政处罚']));
  });
});
