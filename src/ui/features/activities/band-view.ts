import { NOTICE_EXCEPTION } from '../../../text/course.ts';
import { CONTENT, NOTICE } from '../../../text/matter.ts';
import { stands } from '../../../usecases/facts-of.ts';
import type { JudgedActivity } from '../../../usecases/judged-activity.ts';
import type { Naming } from './activities-view.ts';
import { contentCount } from './content-view.ts';
import { momentWords, signerOf } from './gaps-view.ts';

/** What was said of the notice beyond having pressed it on site: where the footage shows it, or why there was none. */
export function noticeWords({ records }: JudgedActivity, naming: Naming): readonly string[] {
  const { course, recordings } = records;
  if (course === null) return [];
  const located = course.locatedNotices
    .filter(stands)
    .map(({ footage, signed }) => NOTICE.at(momentWords(footage, recordings), signerOf(signed, naming)));
  const exception = course.noticeException;
  if (exception === null) return located;
  return [...located, NOTICE.excepted(NOTICE_EXCEPTION[exception.ground], exception.text ?? '')];
}

/** Art. 10: how far the contents were attested. */
export function contentWords({ records }: JudgedActivity, naming: Naming): string {
  const content = records.course?.content ?? null;
  if (content === null) return CONTENT.none;
  const [shown, not] = contentCount(content.elements);
  return CONTENT.done(shown, not, signerOf(content.signed, naming));
}
