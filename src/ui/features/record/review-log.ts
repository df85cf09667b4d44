import type { ActivityRecord, RecordingRecord } from '../../../domain/records.ts';
import { faultLine } from '../../../text/fault-line.ts';
import { reviewRefusal } from '../../../text/record.ts';
import type { Desk, Seat } from '../../../usecases/desk.ts';
import { logReview, type PlayedStretch } from '../../../usecases/review-footage.ts';
import { attempt } from '../../kit/attempt.ts';

/**
 * Signs what was seen as the person who sat down to see it, though the desk may be locked or handed over by then.
 * Undefined once it is in the book. Never rejects: what could not be logged must stop the player, not pass it by.
 */
export const reviewLog =
  (desk: Desk, seat: Seat, recording: RecordingRecord, activity: ActivityRecord | null) =>
  async (stretch: PlayedStretch): Promise<string | undefined> => {
    try {
      return await attempt(() => logReview(desk, seat, recording, activity, stretch), reviewRefusal);
    } catch {
      return faultLine('unexpected');
    }
  };
