import type { Carrier } from '../domain/carrier.ts';
import { CHECKLIST_COLUMN_DATA, CHECKLIST_DATA } from './data/checklist.ts';

export type MatterId =
  | 'onSiteInspection'
  | 'investigationEvidence'
  | 'inquiryRecord'
  | 'evidenceRegistrationPreservation'
  | 'statementDefence'
  | 'summaryPenalty'
  | 'rectificationCheck'
  | 'nonCooperation'
  | 'serviceAtOffice'
  | 'leaveService'
  | 'postalService'
  | 'announcementService';

/**
 * One cell of the printed list. `asPrinted` is never improved; null where the print has no cell at all (column
 * 记录部门 of the second page), '' where it has an empty one (the merged cells of 执法类别).
 */
export interface Cell {
  readonly asPrinted: string | null;
  readonly normalized: string;
  /** 校注: why the two differ, or what is odd. */
  readonly editorNote?: string;
}

export type ColumnId = 'rowNo' | 'category' | 'matter' | 'carrier' | 'place' | 'content' | 'department' | 'recorder';

export interface ChecklistColumn {
  readonly id: ColumnId;
  readonly heading: string;
}

export interface Matter {
  /** 序号 1 to 12, as activities name it. */
  readonly row: number;
  readonly id: MatterId;
  /** The list is printed on two pages and breaks after row 6; each page has its own merged 执法类别 cell. */
  readonly page: 1 | 2;
  readonly carriers: readonly Carrier[];
  readonly cells: Readonly<Record<Exclude<ColumnId, 'rowNo'>, Cell>>;
}

export const CHECKLIST_COLUMNS: readonly ChecklistColumn[] = CHECKLIST_COLUMN_DATA;

/** 洛阳市水利局音像记录事项清单, rows 1 to 12. */
export const CHECKLIST: readonly Matter[] = CHECKLIST_DATA;

/** Undefined for a row that is not on the list: 清单外事项. */
export const matterByRow = (row: number): Matter | undefined => CHECKLIST[row - 1];
