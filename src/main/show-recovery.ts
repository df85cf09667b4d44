import type { FormRequest } from '../forms/form-request.ts';
import type { Founded, Founding } from '../usecases/found-bureau.ts';
import { now } from './open-desk.ts';

/** Puts the recovery sheet into a document of its own and asks the browser to print it. Kept nowhere: leaving the page forgets it. */
export async function showRecovery({ recovery, identity }: Founded, founding: Founding): Promise<void> {
  const { renderForm } = await import('../forms/print-document.tsx');
  const form: FormRequest = {
    kind: 'recovery-sheet',
    data: {
      bureau: founding.bureauName,
      madeAt: now(),
      station: `${identity.code} ${founding.station.name}`,
      madeBy: founding.founder.name,
      keyId: recovery.keyId,
      keyText: recovery.text,
    },
  };
  document.querySelector('iframe[data-recovery]')?.remove();
  const frame = document.createElement('iframe');
  frame.dataset.recovery = '';
  frame.dataset.testid = 'form-sheet';
  frame.title = founding.bureauName;
  // Laid out at paper width but out of sight: the print dialog shows the sheet itself.
  frame.style.cssText = 'position:fixed;left:-10000px;top:0;width:210mm;height:297mm;border:0';
  document.body.append(frame);
  if (frame.contentDocument === null || frame.contentWindow === null) throw new Error('the sheet has no document');
  renderForm(frame.contentDocument, form);
  frame.contentWindow.print();
}
