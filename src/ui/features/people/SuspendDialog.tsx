import type { JSX } from 'solid-js';
import type { PersonId } from '../../../domain/ids.ts';
import { beijingDate } from '../../../domain/time.ts';
import { DEFAULT_VALUES } from '../../../regulation/parameters.ts';
import { suspensionEnd } from '../../../regulation/suspension.ts';
import { STANDING, suspendRefusal } from '../../../text/standing.ts';
import { readTypedDate } from '../../../text/typed.ts';
import type { Seat } from '../../../usecases/desk.ts';
import { suspendOfficer } from '../../../usecases/officer-standing.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Sub } from '../../kit/Words.tsx';
import { DraftNotes } from '../../live/DraftNotes.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import { createOwnForm } from '../../live/drafts.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';

/** Art. 21(3): a decision made on paper is entered; one calendar month from its day. */
export function SuspendDialog(props: {
  readonly person: PersonId;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const started = { day: beijingDate(office.desk.now()), decision: '' };
  const form = createOwnForm(`suspension ${props.person}.`, () => started);
  const day = (): string => form.texts().day;
  const decision = (): string => form.texts().decision;
  const name = () => props.names.person(props.person);
  const me = () => props.names.person(seat().person);
  const from = () => readTypedDate(day());
  const until = () => {
    const first = from();
    return first === undefined ? '' : suspensionEnd(first, DEFAULT_VALUES.suspensionMonths);
  };
  const cannot = (): string | undefined => {
    if (from() === undefined) return STANDING.dateUnfit;
    return decision().trim() === '' ? STANDING.decisionMissing : undefined;
  };
  return (
    <SignDialog
      title={STANDING.suspendTitle(name())}
      sentence={STANDING.suspendSays(me(), name(), day(), until(), decision().trim())}
      correction={STANDING.suspendCorrection}
      act={STANDING.suspendAct}
      wayOut={STANDING.wayOut}
      done={STANDING.suspendDone}
      cannot={cannot()}
      signer={{ id: seat().person, name: me() }}
      onClose={props.onClose}
      onSign={async (passphrase) => {
        const act = (by: Seat) => suspendOfficer(office.desk, by, props.person, from() ?? '', decision());
        const signed = await signAgain(office, seat().person, passphrase, act, suspendRefusal);
        if (signed.kind === 'done') form.drop();
        return signed;
      }}
    >
      <DraftNotes form={form} />
      <p>
        <Sub>{STANDING.suspendWhy}</Sub>
      </p>
      <Fields>
        <DateField
          id="suspended-from"
          label={STANDING.from}
          value={day()}
          onInput={(text) => form.write({ day: text })}
        />
        <TextField
          id="suspended-by"
          label={STANDING.decisionNo}
          maxLength={60}
          value={decision()}
          onInput={(text) => form.write({ decision: text })}
        />
      </Fields>
    </SignDialog>
  );
}
