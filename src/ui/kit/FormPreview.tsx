import { createEffect, createSignal, type JSX, on, Show } from 'solid-js';
import type { FormRequest } from '../../forms/form-request.ts';
import { type FontNeed, missingFonts } from '../../forms/missing-fonts.ts';
import { renderForm } from '../../forms/print-document.tsx';
import { PRINT } from '../../text/printing.ts';
import { Button } from './Button.tsx';
import styles from './FormPreview.module.css';
import { Note } from './Note.tsx';
import { Sub } from './Words.tsx';

export interface FormPreviewProps {
  readonly form: FormRequest;
  /** How the sheet is called when it is read out. */
  readonly name: string;
  /**
   * Asked after each press of 打印, before the browser's print window: signs the print, and gives the form as it goes on
   * paper, or null where it must not be printed; the page then says why. Without it the form is printed as it stands.
   */
  readonly beforePrint?: (() => Promise<FormRequest | null>) | undefined;
  readonly onPrinted?: (() => void) | undefined;
  /** 返回 and the like, before the print buttons. */
  readonly acts?: JSX.Element | undefined;
  /** Of the demonstration: the sheet itself must say so. */
  readonly fictional?: boolean | undefined;
  /** Why it can't be printed now. */
  readonly cannot?: string | undefined;
}

/**
 * A form at true size in a document of its own, as it goes on paper, with the bar to print it. `form-sheet` is where a
 * tour finds the sheet's document.
 */
export function FormPreview(props: FormPreviewProps): JSX.Element {
  const [fonts, setFonts] = createSignal<readonly FontNeed[]>([]);
  let frame: HTMLIFrameElement | undefined;
  const show = (form: FormRequest): Window | null => {
    const sheet = frame?.contentWindow ?? null;
    if (frame === undefined || sheet === null) return null;
    renderForm(sheet.document, form, props.fictional);
    fitToSheet(frame, sheet.document);
    setFonts(missingFonts(sheet.document));
    return sheet;
  };
  createEffect(on(() => props.form, show));
  const print = async (): Promise<void> => {
    const form = props.beforePrint === undefined ? props.form : await props.beforePrint();
    const sheet = form === null ? null : show(form);
    if (sheet === null) return;
    sheet.focus();
    sheet.print();
    props.onPrinted?.();
  };
  return (
    <div class={styles.preview}>
      <div class={styles.bar} role="toolbar" aria-label={PRINT.bar}>
        {props.acts}
        <span class={styles.grow} />
        <Sub>{PRINT.pdfHint}</Sub>
        <Button onPress={print} cannot={props.cannot} reasonAt="hidden">
          {PRINT.pdf}
        </Button>
        <Button look="primary" onPress={print} cannot={props.cannot} reasonAt="before">
          {PRINT.print}
        </Button>
      </div>
      <Show when={fonts().length > 0}>
        <Note tone="wait">{PRINT.fonts(fonts().map(({ use }) => PRINT.fontUse[use]))}</Note>
      </Show>
      <section class={styles.desk} aria-label={PRINT.sheet(props.name)} tabindex="0">
        <iframe
          class={styles.sheet}
          title={PRINT.sheet(props.name)}
          data-testid="form-sheet"
          ref={(element) => {
            frame = element;
          }}
        />
      </section>
    </div>
  );
}

/** Between the widths of A4 upright and lying, 210 and 297 mm at 96 dots to the inch. */
const LYING_FROM_PX = 900;

/** The frame is as large as the sheet in it, at least one page, so that only the desk round it scrolls. */
function fitToSheet(frame: HTMLIFrameElement, sheet: Document): void {
  const { width, height } = sheet.body.getBoundingClientRect();
  frame.style.width = `${Math.ceil(width)}px`;
  frame.style.height = `max(${Math.ceil(height)}px, ${width > LYING_FROM_PX ? 210 : 297}mm)`;
}
