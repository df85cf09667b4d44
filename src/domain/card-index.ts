import type { CardIndex } from './course-records.ts';

/**
 * What a card's own files say was recorded on it. Recorders keep a small file beside each recording; where a recording was
 * deleted on the device or on a PC, its companion often stays behind. Read from names alone.
 */
interface Companion {
  /** Fits the companion; its `dir` and `stem` say where its recording belongs. */
  readonly form: RegExp;
  readonly recordingsOf: (dir: string, stem: string) => readonly string[];
}

const FILMS = ['MP4', 'MOV', 'AVI', 'MTS', 'M2TS', 'M4V', 'MPG'];
const beside = (dir: string, stem: string): readonly string[] => FILMS.map((ending) => `${dir}${stem}.${ending}`);

const COMPANIONS: readonly Companion[] = [
  // AVCHD: a clip information file in CLIPINF for every stream in STREAM.
  {
    form: /^(?<dir>.*\/)?CLIPINF\/(?<stem>[^/]+)\.(?:CPI|CLPI)$/,
    recordingsOf: (dir, stem) => [`${dir}STREAM/${stem}.MTS`, `${dir}STREAM/${stem}.M2TS`],
  },
  // Canon, GoPro and recorders built on their chips: a thumbnail of the same name in the same folder.
  { form: /^(?<dir>.*\/)?(?<stem>[^/]+)\.THM$/, recordingsOf: beside },
];

/** Of the recordings that companions speak of, how many are there; null where the card keeps none. */
export function cardIndexOf(paths: readonly string[]): CardIndex | null {
  const there = new Set(paths.map((path) => path.toUpperCase()));
  let listed = 0;
  let present = 0;
  for (const path of there) {
    for (const { form, recordingsOf } of COMPANIONS) {
      const found = form.exec(path)?.groups;
      if (found === undefined) continue;
      listed += 1;
      if (recordingsOf(found.dir ?? '', found.stem ?? '').some((recording) => there.has(recording))) present += 1;
    }
  }
  return listed === 0 ? null : { listed, present };
}
