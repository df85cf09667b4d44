import { freshStorage } from '../doubles/fresh-storage.ts';
import { makeMemoryLocalState } from '../doubles/memory-local-state.ts';
import { describeLocalState } from './local-state-suite.ts';

describeLocalState('IndexedDB', async () => {
  const { local, reopen } = await freshStorage();
  return { local, reopen: async () => (await reopen()).local };
});
describeLocalState('memory', async () => {
  const local = makeMemoryLocalState();
  return { local, reopen: async () => local };
});
