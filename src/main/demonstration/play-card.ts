import type { ActivityId, BatchId, RecordingId } from '../../domain/ids.ts';
import { type Instant, plusMs, toBeijing } from '../../domain/time.ts';
import { DEMONSTRATION } from '../../text/demonstration.ts';
import { countersignIntake } from '../../usecases/countersign-intake.ts';
import { acknowledgeForeignSource } from '../../usecases/decide-unlinked.ts';
import type { FootagePorts } from '../../usecases/footage-ports.ts';
import { acceptHandover, giveHandover } from '../../usecases/hand-over.ts';
import { noteExamination } from '../../usecases/note-examination.ts';
import { openIntake } from '../../usecases/plan-intake.ts';
import { storeFootage } from '../../usecases/store-footage.ts';
import { takeIn } from '../../usecases/take-in.ts';
import { pathOnMedium } from '../path-on-medium.ts';
import { makeStagedCard, makeStagedProbe, type StagedFile } from './demonstration-card.ts';
import { must, type Stage } from './stage.ts';
import type { Card, FilmedFile, Scene, Visit } from './visit.ts';

export interface CardPorts extends Pick<FootagePorts, 'buffer' | 'media'> {
  readonly signal: AbortSignal;
}

export interface CardScene {
  readonly stage: Stage;
  readonly ports: CardPorts;
  readonly visit: Visit;
  readonly scene: Scene;
  readonly activity: ActivityId;
}

const { said, cardLabel } = DEMONSTRATION;

/** Takes the card in, has the officer put a name under it, and notes what is in the files. */
export async function bringCard(
  { stage, ports, visit, scene, activity }: CardScene,
  card: Card,
): Promise<{ readonly batch: BatchId; readonly recordings: readonly RecordingId[] }> {
  const { desk, seat } = scene;
  const officer = seat(visit.crew[0] ?? 'zhang');
  const division = stage.divisions[visit.station];
  const staged = card.files.map((file) => stagedFile(visit, card, file, scene));
  const control = { signal: ports.signal, report: () => undefined };
  const source = makeStagedCard(cardLabel, staged);
  const listed = await source.list(control);
  const session = await openIntake(
    desk,
    officer,
    listed.map((item, i) => {
      const unlinkedReason = card.files[i]?.unlinked ?? null;
      return { item, activity: unlinkedReason === null ? activity : null, unlinkedReason };
    }),
    {
      device: card.camera === null ? null : stage.devices[card.camera],
      unregisteredExplanation: card.camera === null ? foreignWords(card) : null,
      sourceLabel: cardLabel,
      sourceHandle: null,
    },
  );
  const probe = makeStagedProbe(staged);
  await takeIn(desk, { buffer: ports.buffer, probe }, session, source, { ...control, onItems: () => undefined });
  await desk.local.removeIntake(session.batch);
  const { batch } = session;
  const record = await desk.records.get('batch', batch);
  if (record === null) throw new Error(`${visit.name} was not taken in`);
  await must(countersignIntake(desk, officer, record, division));
  if (card.acknowledged === true) await must(acknowledgeForeignSource(desk, seat('head'), batch, division));
  await noteExamination(
    desk,
    batch,
    {
      index: null,
      clockProofs: card.clockOffsetSec === undefined ? [] : [{ offsetSec: card.clockOffsetSec, by: 'comparison' }],
      files: record.recordings.map((recording, i) => ({ recording, traces: card.files[i]?.traces ?? [] })),
    },
    division,
  );
  return { batch, recordings: record.recordings };
}

const foreignWords = ({ files }: Card): string =>
  files.some(({ copyOf }) => copyOf !== undefined) ? said.oldDisk : said.foreign;

/** Onto the disk of the station, and from the officer to the custodian. What came twice was handed over the first time. */
export async function handOverCard({ stage, ports, visit, scene }: CardScene, card: Card): Promise<void> {
  if (card.files.every(({ copyOf }) => copyOf !== undefined)) return;
  const { desk, seat } = scene;
  const division = stage.divisions[visit.station];
  const first = visit.cards.slice(0, visit.cards.indexOf(card)).reduce((sum, { files }) => sum + files.length, 0);
  const recordings = card.files.map((_, i) => scene.recording(first + i));
  const control = { signal: ports.signal, report: () => undefined };
  const pathOf = await pathOnMedium(desk);
  await must(storeFootage(desk, { ...ports, pathOf }, stage.media[visit.station], recordings, control));
  const to = seat('custodian').person;
  const officer = seat(visit.crew[0] ?? 'zhang');
  const handover = await must(giveHandover(desk, officer, { to, recordings, division, remark: null }));
  const given = await desk.records.get('handover', handover);
  if (given === null) throw new Error(`${visit.name} was not handed over`);
  const checked = { at: desk.now(), cardCleared: card.cardCleared, division };
  await must(acceptHandover(desk, seat('custodian'), given, checked));
}

function stagedFile(visit: Visit, card: Card, file: FilmedFile, { at }: Scene): StagedFile {
  const claimedStart = at(file.from);
  const name = file.name ?? nameOf(card, file, claimedStart);
  const number = file.copyOf ?? card.files.indexOf(file) + 100 * visit.cards.indexOf(card);
  return {
    name,
    content: DEMONSTRATION.file(`${visit.name} ${number}`),
    claimedStart,
    durationMs: file.minutes === null ? null : file.minutes * 60_000,
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** As the cameras and the telephone name their files: by the clock, so that no number can be missing. */
function nameOf({ camera }: Card, { minutes }: FilmedFile, start: Instant): string {
  const { year, month, day, hour, minute, second } = toBeijing(plusMs(start, 0));
  const stamp = `${year}${two(month)}${two(day)}`;
  const clock = `${two(hour)}${two(minute)}${two(second)}`;
  if (minutes === null) return `IMG_${stamp}_${clock}.JPG`;
  return camera === null ? `VID_${stamp}_${clock}.MP4` : `DSJ_${stamp}${clock}.MP4`;
}
