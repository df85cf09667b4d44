import { Fault } from '../../base/fault.ts';
import { unknownFacts } from '../../domain/media-facts.ts';
import { type FootageSource, UNTOLD_HEALTH } from '../../domain/ports/footage-source.ts';
import type { MediaProbe } from '../../domain/ports/media-probe.ts';
import { type Instant, plusMs } from '../../domain/time.ts';

/** One file of the demonstration: what it would tell of itself if it had been filmed. */
export interface StagedFile {
  readonly name: string;
  readonly content: string;
  readonly claimedStart: Instant;
  /** null: a photograph. */
  readonly durationMs: number | null;
}

const utf8 = new TextEncoder();

/** A card that holds these files. */
export function makeStagedCard(label: string, files: readonly StagedFile[]): FootageSource {
  const held = new Map(files.map((file) => [`DCIM/${file.name}`, file]));
  return {
    label,
    list: async () =>
      [...held].map(([path, { name, content, claimedStart, durationMs }]) => ({
        path,
        name,
        sizeBytes: utf8.encode(content).length,
        modifiedAt: plusMs(claimedStart, durationMs ?? 0),
      })),
    health: async () => UNTOLD_HEALTH,
    open: async ({ path }) => {
      const file = held.get(path);
      if (file === undefined) throw new Fault('item-gone', { path });
      return { kind: 'blob', blob: new Blob([file.content]) };
    },
  };
}

/** Tells of the files what was staged; there is nothing in them to look at. */
export function makeStagedProbe(files: readonly StagedFile[]): MediaProbe {
  const known = new Map(files.map((file) => [file.name, file]));
  return {
    probe: async (_blob, name) => {
      const file = known.get(name);
      if (file === undefined) return unknownFacts();
      const { claimedStart, durationMs } = file;
      return {
        ...unknownFacts(),
        mediaType: durationMs === null ? 'photo' : 'video',
        container: durationMs === null ? 'jpeg' : 'mp4',
        capturedAtRaw: { text: claimedStart, source: 'container', zone: 'utc' },
        durationMs,
      };
    },
    thumbnail: async () => null,
  };
}
