import { freshStorage } from '../doubles/fresh-storage.ts';
import { makeMemoryBook } from '../doubles/memory-book-store.ts';
import { describeBookStore } from './book-store-suite.ts';

describeBookStore('IndexedDB', freshStorage);
describeBookStore('memory', async () => makeMemoryBook());
