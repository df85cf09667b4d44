import type { RegisterQuery } from './ports/read-model.ts';

/** A question to the register that leaves nothing out, to be narrowed and put in order. */
export const EVERY_RECORDING: Omit<RegisterQuery, 'sort' | 'descending'> = {
  text: '',
  from: null,
  to: null,
  officer: null,
  matter: null,
  device: null,
  state: null,
};
