import type { FileTrace } from '../../src/domain/course-words.ts';
import { editorMarkIn } from '../../src/domain/editor-marks.ts';
import { asId, type StationId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { ExaminationPorts } from '../../src/usecases/intake-examination.ts';

/** What is to be seen in a file, told by a line of its content: `trace editorTag`, `written by Lavf58`, `print abc`, `clock 3 2026-…Z`, `broken`. */
export function makeExaminer() {
  const looked: string[] = [];
  const stills: number[] = [];
  const words = (text: string, word: string): readonly string[] =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${word} `))
      .map((line) => line.slice(word.length + 1));
  const examination: ExaminationPorts = {
    examiner: {
      signs: async (blob, _facts, { signal, ownWriters }) => {
        signal.throwIfAborted();
        const text = await blob.text();
        looked.push(text);
        if (text.includes('broken')) throw new Error('the worker broke down');
        const isTagged = words(text, 'written by').some((name) => editorMarkIn(name, ownWriters) !== null);
        const traces = [...(words(text, 'trace') as FileTrace[]), ...(isTagged ? (['editorTag'] as const) : [])];
        return { traces, print: words(text, 'print')[0] ?? null, writers: words(text, 'written by') };
      },
      still: async (blob, _facts, { atSec }) => {
        stills.push(atSec);
        const [shown = ''] = words(await blob.text(), 'clock');
        const [from = '', at = ''] = shown.split(' ');
        // Stands for a picture: nobody but the reader beside it looks inside.
        return { shown: shown !== '' && atSec >= Number(from) ? at : '' } as unknown as ImageData;
      },
    },
    codes: {
      readCodes: async (image) => {
        const { shown } = image as unknown as { readonly shown: string };
        return shown === '' ? [] : ['https://example.org/', shown];
      },
      close: () => undefined,
    },
    readClock: async (text) =>
      text.startsWith('http') ? null : { station: asId<StationId>('S'.repeat(22)), shownAt: text as Instant },
  };
  return { examination, looked, stills };
}
