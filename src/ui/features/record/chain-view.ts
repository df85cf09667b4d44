import type { DeviceId, EntryId, MediumId, PersonId, StationId } from '../../../domain/ids.ts';
import type { CustodyEvent, RecordingRecord } from '../../../domain/records.ts';
import type { Instant } from '../../../domain/time.ts';
import { formName } from '../../../text/printing.ts';
import { custodyTitle, RECORD, stretchWords } from '../../../text/record.ts';
import type { ChainLink } from '../../kit/Chain.tsx';

/** Names of persons and things, and of stations with their code: `A 站 局机关采集室`. */
export interface PlaceNames {
  readonly person: (id: PersonId | null) => string;
  readonly device: (id: DeviceId | null) => string;
  readonly medium: (id: MediumId | null) => string;
  readonly station: (id: StationId) => string;
  readonly stationCode: (id: StationId) => string;
}

export interface ChainFacts {
  /** Entries of this recording that stand in this machine's book; null until they are read. */
  readonly standing: ReadonlySet<EntryId> | null;
  readonly opened: Instant;
}

/**
 * The chain of custody, newest first. A seal or a station's square stands only beside an entry that this machine has
 * examined and holds in its book; anything else has an empty place and says so.
 */
export function chainLinks(
  recording: Pick<RecordingRecord, 'custody' | 'mediaType'>,
  names: PlaceNames,
  { standing, opened }: ChainFacts,
): readonly ChainLink[] {
  return recording.custody
    .map((event, index): ChainLink => {
      const { signed } = event;
      const stands = standing?.has(signed.entry) === true;
      const lost = standing !== null && !stands;
      return {
        id: `${signed.entry} ${index}`,
        mark: stands ? markOf(event, names) : { kind: 'none' },
        title: custodyTitle(
          event,
          event.medium === null ? null : names.medium(event.medium),
          event.form === null ? null : formName(event.form),
        ),
        at: signed.at,
        words: lost ? RECORD.chain.notStanding : wordsOf(event, recording.mediaType, names),
        fresh: signed.at >= opened,
        ...(stands ? { key: signed.key } : {}),
      };
    })
    .reverse();
}

const markOf = ({ signed: { by } }: CustodyEvent, names: PlaceNames): ChainLink['mark'] =>
  by.kind === 'person'
    ? { kind: 'person', name: names.person(by.person) }
    : { kind: 'station', code: by.kind === 'station' ? names.stationCode(by.station) : '' };

const CHAIN = RECORD.chain;

/** Who did it, from whom to whom, and what was played. */
function wordsOf(
  { kind, signed, from, to, played }: CustodyEvent,
  mediaType: RecordingRecord['mediaType'],
  names: PlaceNames,
): string {
  const who = signed.by;
  const by =
    who.kind === 'person'
      ? names.person(who.person)
      : CHAIN.byStation(who.kind === 'station' ? names.station(who.station) : '');
  const acts: Partial<Record<CustodyEvent['kind'], string>> = {
    'taken-in': from === null ? '' : CHAIN.takenInBy(names.person(from)),
    'handover-given': from === null || to === null ? '' : CHAIN.fromTo(names.person(from), names.person(to)),
    'handover-accepted': to === null ? '' : CHAIN.received(names.person(to)),
    reviewed: played === null ? '' : mediaType === 'photo' ? CHAIN.looked : CHAIN.played(stretchWords(played)),
  };
  const own = acts[kind] ?? '';
  // The giver and the receiver are named already.
  if (own !== '' && (kind === 'handover-given' || kind === 'handover-accepted')) return own;
  return own === '' ? by : CHAIN.joined(own, by);
}
