import type { MediumId } from '../../../domain/ids.ts';
import { CARD_ACCOUNT } from '../../../text/card-account.ts';
import { timeInTable } from '../../../text/times.ts';
import type { CardAccount, CardStanding } from '../../../usecases/card-account.ts';

export interface AccountLine {
  readonly term: string;
  readonly details: readonly string[];
}

/** What is said of a card, line by line; nothing about what there is none of. */
export function accountLines(account: CardAccount, mediumName: (id: MediumId) => string): readonly AccountLine[] {
  const { terms } = CARD_ACCOUNT;
  const line = (term: string, count: number | null, words: (n: number) => string): readonly AccountLine[] =>
    count === null || count === 0 ? [] : [{ term, details: [words(count)] }];
  const kept = [
    ...account.keptOn.map(({ medium, files, checkedAt }) =>
      CARD_ACCOUNT.keptOn(mediumName(medium), files, timeInTable(checkedAt)),
    ),
    ...(account.bufferOnly > 0 ? [CARD_ACCOUNT.bufferOnly(account.bufferOnly)] : []),
  ];
  return [
    ...line(terms.listed, account.listed, CARD_ACCOUNT.listed),
    ...takenLine(account),
    ...line(terms.before, account.before, CARD_ACCOUNT.before),
    ...line(terms.leftOut, account.leftOut, CARD_ACCOUNT.leftOut),
    ...line(terms.leftOther, account.leftOther, CARD_ACCOUNT.leftOther),
    ...(kept.length > 0 ? [{ term: terms.kept, details: kept }] : []),
  ];
}

const takenLine = ({ taken, twice }: CardAccount): readonly AccountLine[] => {
  if (taken === 0) return [];
  const details = [CARD_ACCOUNT.taken(taken), ...(twice > 0 ? [CARD_ACCOUNT.twice(twice)] : [])];
  return [{ term: CARD_ACCOUNT.terms.taken, details }];
};

/** Green only where all is in and kept; until then it waits. */
export const isKept = (standing: CardStanding): boolean =>
  standing === 'one-copy' || standing === 'kept' || standing === 'in-custody';
