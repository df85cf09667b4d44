import { createSignal, type JSX, Show } from 'solid-js';
import type { RegisterQuery } from '../../../domain/ports/read-model.ts';
import { subjectOf } from '../../../domain/subject.ts';
import { RULE } from '../../../text/refusals.ts';
import { REGISTER } from '../../../text/register.ts';
import { timeInTable } from '../../../text/times.ts';
import { logPrint } from '../../../usecases/print-form.ts';
import { announce } from '../../kit/announce.ts';
import { attempt } from '../../kit/attempt.ts';
import { Button } from '../../kit/Button.tsx';
import { saveFile } from '../../kit/save-file.ts';
import { Sub } from '../../kit/Words.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import { type CsvFile, type Naming, registerCsv } from './register-csv.ts';

export interface ExportButtonProps {
  readonly query: RegisterQuery;
  readonly naming: Naming;
  readonly bureau: string;
}

/** The catalogue as a file. It leaves the system, so it is signed into the book first, as a printed register is. */
export function ExportButton(props: ExportButtonProps): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const [said, setSaid] = createSignal<string>();
  const say = (words: string): void => {
    setSaid(words);
    announce(words);
  };
  const exportAll = async (): Promise<void> => {
    setSaid(REGISTER.exporting);
    let file: CsvFile | undefined;
    const fault = await attempt(
      async () => {
        const { book, records } = office.desk;
        const source = { register: records.register, entries: book.reader.count };
        file = await registerCsv(source, props.query, props.naming);
        const subject = subjectOf('bureau', office.desk.book.bureau);
        return logPrint(office.desk, seat(), { form: 'F4-csv', subject, recordings: [] });
      },
      (refusal) => RULE[refusal.rule],
    );
    if (fault !== undefined || file === undefined) return say(fault ?? '');
    saveFile(file.blob, REGISTER.csvName(props.bureau, timeInTable(office.desk.now())));
    say(REGISTER.exported(file.rows));
  };
  return (
    <>
      <Show when={said()}>{(words) => <Sub>{words()}</Sub>}</Show>
      <Button onPress={exportAll}>{REGISTER.exportCsv}</Button>
    </>
  );
}
