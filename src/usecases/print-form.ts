import { done, type Outcome, refused } from '../base/outcome.ts';
import type { RecordingId } from '../domain/ids.ts';
import type { Subject } from '../domain/subject.ts';
import type { Desk, RuleRefusal, Seat } from './desk.ts';
import { signAct } from './signed-act.ts';

/** How often a form of a subject has been printed, from the book. */
export async function printsSoFar(desk: Pick<Desk, 'book'>, subject: Subject, form: string): Promise<number> {
  const entries = await desk.book.reader.bySubjects([subject]);
  return entries.filter(
    (entry) => entry.kind === 'form-printed' && entry.subjects[0] === subject && formOf(entry.jws) === form,
  ).length;
}

function formOf(jws: string): string | null {
  const [, payload = ''] = jws.split('.');
  const read = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {
    readonly body?: { readonly form?: string };
  };
  return read.body?.form ?? null;
}

/** A form left the system on paper: a signed entry, so that a reprint can say 第 n 次打印. */
export async function logPrint(
  desk: Desk,
  seat: Seat,
  print: { readonly form: string; readonly subject: Subject; readonly recordings: readonly RecordingId[] },
): Promise<Outcome<number, RuleRefusal>> {
  const copyNo = 1 + (await printsSoFar(desk, print.subject, print.form));
  const signed = await signAct(desk, seat.signer, {
    kind: 'form-printed',
    subject: print.subject,
    body: { form: print.form, copyNo, asOf: desk.now(), recordings: print.recordings.slice(0, 1000) },
    details: null,
  });
  return signed.ok ? done(copyNo) : refused(signed.refusal);
}
