import { BOOK_CARE } from '../../text/pages.ts';
import type { SubNavItem } from '../kit/SubNav.tsx';
import { useOffice } from './office.ts';
import { createWatched } from './watched.ts';

export type BookCarePage = keyof typeof BOOK_CARE;

const HREF: Record<BookCarePage, string> = {
  examine: '/examine',
  witness: '/witness',
  incidents: '/incidents',
  spill: '/spill',
};

export const bookCareHref = (page: BookCarePage): string => HREF[page];
export const isBookCare = (path: string): boolean => Object.values(HREF).some((href) => path.startsWith(href));

/** Incidents nobody has taken note of, and months that wait for their second signature. */
export function createBookCareDue(): () => { readonly incidents: number; readonly witness: number } {
  const office = useOffice();
  const due = createWatched(
    () => office.seat()?.person ?? null,
    async (model) => {
      const incidents = (await model.all('incidents')).flatMap((each) => each.incidents);
      const closings = (await model.all('monthClose')).flatMap((each) => each.closings);
      return {
        incidents: incidents.filter(({ acknowledged }) => acknowledged === null).length,
        witness: closings.filter(({ confirmed }) => confirmed === null).length,
      };
    },
  );
  return () => due() ?? { incidents: 0, witness: 0 };
}

/** The four pages about the book itself, as links. */
export function createBookCareLinks(): () => readonly SubNavItem[] {
  const due = createBookCareDue();
  return () => [
    { href: HREF.examine, words: BOOK_CARE.examine },
    { href: HREF.witness, words: BOOK_CARE.witness, due: due().witness || undefined },
    { href: HREF.incidents, words: BOOK_CARE.incidents, due: due().incidents || undefined },
    { href: HREF.spill, words: BOOK_CARE.spill },
  ];
}
