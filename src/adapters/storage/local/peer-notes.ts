import type { PeerNotes } from '../../../domain/ports/peer-notes.ts';
import type { BureauTables } from '../database/bureau-tables.ts';
import { guarded } from '../database/storage-fault.ts';

export const makePeerNotes = ({ frontiers }: BureauTables): PeerNotes => ({
  all: () => guarded(() => frontiers.toArray()),
  put: (note) => guarded(async () => void (await frontiers.put(note))),
});
