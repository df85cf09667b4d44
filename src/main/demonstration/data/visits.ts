import type { ContentElement } from '../../../domain/course-words.ts';
import { contentElements } from '../../../regulation/content.ts';
import { stepsOfRow } from '../../../regulation/steps.ts';
import type { VisitName } from '../../../text/demonstration.ts';
import type { Camera, Card, Check, FilmedFile, Mark, Minute, Visit } from '../visit.ts';

const AN_HOUR = 60;
const TAKEN_IN: Minute = 120;
const HANDED_OVER: Minute = 150;
export const DAY: Minute = 1_440;

export const check = (camera: Camera, over: Partial<Check> = {}): Check => ({
  camera,
  at: -20,
  offsetSec: 0,
  passed: true,
  action: null,
  ...over,
});

/** From half a minute before the arrival to half a minute after the end. */
export const wholeFilm: FilmedFile = { from: -0.5, minutes: 61 };
export const photo = (from: Minute): FilmedFile => ({ from, minutes: null });

export const card = (camera: Camera | null, files: readonly FilmedFile[], over: Partial<Card> = {}): Card => ({
  camera,
  takenInAt: TAKEN_IN,
  files,
  handedOverAt: HANDED_OVER,
  cardCleared: true,
  ...over,
});

/** Every step of the rows, one a minute; what is conditional did not happen. */
export const marksOf = (rows: readonly number[], from: Minute = 5): readonly Mark[] =>
  rows.flatMap(stepsOfRow).map(({ id, kind }, i) => ({
    step: id,
    at: from + i,
    state: kind === 'conditional' ? 'notHappened' : 'done',
  }));

export const without = (marks: readonly Mark[], ...steps: readonly string[]): readonly Mark[] =>
  marks.filter(({ step }) => !steps.includes(step));

export const done = (step: string, at: Minute, over: Pick<Mark, 'item' | 'file'> = {}): Mark => ({
  step,
  at,
  state: 'done',
  ...over,
});

export const clean = { violation: false, elements: contentElements(false) } as const;
export const violation = (...lacking: readonly ContentElement[]) => ({
  violation: true,
  elements: contentElements(true).filter((element) => !lacking.includes(element)),
});

type Whence = Pick<Visit, 'day' | 'crew' | 'rows'> & Partial<Visit>;

/** A visit by body camera with nothing amiss, but for what is said otherwise. */
export const filmed = (name: VisitName, camera: Camera, over: Whence): Visit => ({
  name,
  hour: 9,
  minutes: AN_HOUR,
  station: 'A',
  type: 'dailyInspection',
  cameras: [camera],
  checks: [check(camera)],
  notice: { at: 2 },
  marks: marksOf(over.rows),
  cards: [card(camera, [wholeFilm])],
  content: clean,
  more: [],
  articles: [],
  raises: [],
  ...over,
});

/** Service by the still camera: nobody is met, so nothing of Arts. 8 to 10 is asked. */
export const served = (name: VisitName, over: Whence): Visit => ({
  ...filmed(name, 'still1', over),
  type: 'service',
  notice: 'photoOnly',
  cards: [card('still1', [photo(10), photo(20)])],
  content: null,
  ...over,
});
