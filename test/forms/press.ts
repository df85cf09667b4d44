import type { FormRequest } from '../../src/forms/form-request.ts';
import { renderForm } from '../../src/forms/print-document.tsx';

declare global {
  interface Window {
    /** Renders into a window of its own, as the app does into an iframe's document. */
    press: (form: FormRequest) => void;
  }
}

window.press = (form) => {
  const sheet = window.open('about:blank');
  if (sheet === null) throw new Error('the window for the sheet was refused');
  renderForm(sheet.document, form);
};
