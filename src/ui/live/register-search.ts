import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { EVERY_RECORDING } from '../../domain/every-recording.ts';
import type { RegisterQuery } from '../../domain/ports/read-model.ts';
import { useOffice } from './office.ts';

const EMPTY: RegisterQuery = {
  ...EVERY_RECORDING,
  sort: 'capturedAt',
  descending: true,
};

/** What Ctrl+K finds in the register: the first eight that match, asked a moment after typing ends. */
export function createRegisterSearch() {
  const office = useOffice();
  const navigate = useNavigate();
  const [found, setFound] = createSignal<
    readonly { readonly id: string; readonly words: string; readonly run: () => void }[]
  >([]);
  let asked = 0;
  const ask = async (text: string): Promise<void> => {
    asked += 1;
    const mine = asked;
    if (text.trim() === '') return void setFound([]);
    const page = await office.desk.records.register({ ...EMPTY, text }, { offset: 0, limit: 8 });
    if (mine !== asked) return;
    setFound(
      page.rows.map((row) => ({
        id: row.id,
        words: [row.shortNo, row.activityTitle, row.party, row.originalName].filter((part) => part !== null).join(' '),
        run: () => navigate(`/register/${row.id}`),
      })),
    );
  };
  return { found, ask: (text: string) => void ask(text) };
}
