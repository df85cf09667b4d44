import { createRoot, type JSX } from 'solid-js';
import { insert } from 'solid-js/web';
import { never } from '../base/never.ts';
import { SHELL } from '../text/shell.ts';
import { F0_TITLE, F0Sheet } from './f0/F0Sheet.tsx';
import f0Css from './f0/f0.css?inline';
import { F1_STAMP, F1_TITLE, F1Sheet } from './f1/F1Sheet.tsx';
import f1Css from './f1/f1.css?inline';
import { F1_CHECK_TITLE, F1CheckSheet } from './f1-check/F1CheckSheet.tsx';
import f1CheckCss from './f1-check/f1-check.css?inline';
import { F2_TITLE, F2Sheet } from './f2/F2Sheet.tsx';
import f2Css from './f2/f2.css?inline';
import { F3_TITLE, F3Sheet } from './f3/F3Sheet.tsx';
import f3Css from './f3/f3.css?inline';
import { F4_TITLE, F4Sheet } from './f4/F4Sheet.tsx';
import f4Css from './f4/f4.css?inline';
import { F5_TITLE, F5Sheet } from './f5/F5Sheet.tsx';
import f5Css from './f5/f5.css?inline';
import { F6_TITLE, F6Sheet } from './f6/F6Sheet.tsx';
import f6Css from './f6/f6.css?inline';
import { F7_TITLE, F7Sheet } from './f7/F7Sheet.tsx';
import f7Css from './f7/f7.css?inline';
import { F10_TITLE, F10Sheet } from './f10/F10Sheet.tsx';
import f10Css from './f10/f10.css?inline';
import { F15_TITLE, F15Sheet } from './f15/F15Sheet.tsx';
import f15Css from './f15/f15.css?inline';
import { F15_LIST_TITLE, F15ListSheet } from './f15-list/F15ListSheet.tsx';
import f15ListCss from './f15-list/f15-list.css?inline';
import { F16_TITLE, F16Sheet } from './f16/F16Sheet.tsx';
import f16Css from './f16/f16.css?inline';
import { F17_TITLE, F17Sheet } from './f17/F17Sheet.tsx';
import f17Css from './f17/f17.css?inline';
import type { FormStamp } from './form-cell.ts';
import type { FormKind, FormRequest } from './form-request.ts';
import { inFours, shortDigest } from './house/format.ts';
import houseCss from './house/house.css?inline';
import { BOUND, LOOSE, type PageShape, pageRules } from './house/page-rules.ts';
import { RECOVERY_SHEET_TITLE, RecoverySheet } from './recovery-sheet/RecoverySheet.tsx';
import recoverySheetCss from './recovery-sheet/recovery-sheet.css?inline';

const TITLES: Readonly<Record<FormKind, string>> = {
  'F0-rules': F0_TITLE,
  F1: F1_TITLE,
  'F1-check': F1_CHECK_TITLE,
  F2: F2_TITLE,
  F3: F3_TITLE,
  F4: F4_TITLE,
  F5: F5_TITLE,
  F6: F6_TITLE,
  F7: F7_TITLE,
  F10: F10_TITLE,
  F15: F15_TITLE,
  'F15-list': F15_LIST_TITLE,
  F16: F16_TITLE,
  F17: F17_TITLE,
  'recovery-sheet': RECOVERY_SHEET_TITLE,
};

const CSS: Readonly<Record<FormKind, string>> = {
  'F0-rules': f0Css,
  F1: f1Css,
  'F1-check': f1CheckCss,
  F2: f2Css,
  F3: f3Css,
  F4: f4Css,
  F5: f5Css,
  F6: f6Css,
  F7: f7Css,
  F10: f10Css,
  F15: f15Css,
  'F15-list': f15ListCss,
  F16: f16Css,
  F17: f17Css,
  'recovery-sheet': recoverySheetCss,
};

/** The form's title as printed. */
export const formTitle = (kind: FormKind): string => TITLES[kind];

/** Without a doctype a document is in quirks mode, where tables do not take their type from around them. */
const EMPTY = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body></body></html>';

/**
 * Writes one form into `target`, the document of an iframe or window made for it: whatever stood there is gone, and
 * `target.defaultView.print()` prints this form alone, on A4 in the form's orientation. The title is what browsers
 * offer as the PDF's file name. `fictional`: each page bears the mark of the demonstration. Nothing stays alive behind the sheet: other data mean rendering anew.
 */
export function renderForm(target: Document, form: FormRequest, fictional = false): void {
  target.open();
  target.write(EMPTY);
  target.close();
  target.title = documentTitle(form);
  const style = target.createElement('style');
  style.textContent = [houseCss, CSS[form.kind], pageRules(pageShape(form))].join('\n');
  target.head.append(style);
  createRoot((dispose) => {
    insert(target.body, sheetOf(form));
    if (fictional) target.body.append(fictionalMark(target));
    dispose();
  });
}

/** Fixed, so that it stands on every page of a print. */
function fictionalMark(target: Document): HTMLElement {
  const mark = target.createElement('p');
  mark.className = 'fictional';
  mark.textContent = SHELL.demo;
  return mark;
}

function sheetOf(form: FormRequest): JSX.Element {
  switch (form.kind) {
    case 'F0-rules':
      return <F0Sheet {...form.data} />;
    case 'F1':
      return <F1Sheet {...form.data} />;
    case 'F1-check':
      return <F1CheckSheet {...form.data} />;
    case 'F2':
      return <F2Sheet {...form.data} />;
    case 'F3':
      return <F3Sheet {...form.data} />;
    case 'F4':
      return <F4Sheet {...form.data} />;
    case 'F5':
      return <F5Sheet {...form.data} />;
    case 'F6':
      return <F6Sheet {...form.data} />;
    case 'F7':
      return <F7Sheet {...form.data} />;
    case 'F10':
      return <F10Sheet {...form.data} />;
    case 'F15':
      return <F15Sheet {...form.data} />;
    case 'F15-list':
      return <F15ListSheet {...form.data} />;
    case 'F16':
      return <F16Sheet {...form.data} />;
    case 'F17':
      return <F17Sheet {...form.data} />;
    case 'recovery-sheet':
      return <RecoverySheet {...form.data} />;
    default:
      return never(form);
  }
}

function documentTitle(form: FormRequest): string {
  const title = formTitle(form.kind);
  switch (form.kind) {
    case 'F0-rules':
      return `${title} ${form.data.version}`;
    case 'F1':
      return `${title}（${form.data.edition === 'asPrinted' ? '原文版' : '工作版'}）`;
    case 'F2':
    case 'F3':
    case 'F4':
      return `${title} ${form.data.scope}`;
    case 'F1-check':
    case 'F5':
    case 'F6':
    case 'F7':
    case 'F10':
    case 'F15':
    case 'F16':
      return `${title} ${form.data.no}`;
    case 'F17':
      return `${title} ${form.data.station}`;
    case 'F15-list':
    case 'recovery-sheet':
      return `${title} ${form.data.bureau}`;
    default:
      return never(form);
  }
}

function pageShape(form: FormRequest): PageShape {
  switch (form.kind) {
    case 'F0-rules':
      return { ...PORTRAIT, mark: F0_TITLE, binding: bindingOf(form.data.stamp) };
    case 'F1':
      return { ...LANDSCAPE, mark: 'F1', binding: bindingOf(F1_STAMP) };
    case 'F2':
    case 'F3':
    case 'F4':
      return { ...REGISTER, mark: form.kind, binding: bindingOf(form.data.stamp) };
    case 'F15-list':
      return { ...REGISTER, mark: 'F15', binding: bindingOf(form.data.stamp) };
    case 'F1-check':
      return { ...LANDSCAPE, mark: `F1 ${form.data.no}`, binding: bindingOf(form.data.stamp) };
    case 'F10':
      return { ...REGISTER, mark: `F10 ${form.data.no}`, binding: bindingOf(form.data.stamp) };
    case 'F5':
    case 'F6':
    case 'F7':
    case 'F15':
    case 'F16':
      return { ...PORTRAIT, mark: `${form.kind} ${form.data.no}`, binding: bindingOf(form.data.stamp) };
    case 'F17':
      return { ...PORTRAIT, mark: 'F17', binding: bindingOf(form.data.stamp) };
    case 'recovery-sheet':
      return { ...PORTRAIT, mark: formTitle(form.kind), binding: '' };
    default:
      return never(form);
  }
}

const PORTRAIT = { orientation: 'portrait', margins: LOOSE } as const;
const LANDSCAPE = { orientation: 'landscape', margins: LOOSE } as const;
const REGISTER = { orientation: 'landscape', margins: BOUND } as const;

const bindingOf = (stamp: FormStamp | null): string =>
  stamp === null ? '' : `SHA-256 ${inFours(shortDigest(stamp.sha256))}`;
