import type { JSX } from 'solid-js';
import type { RulesPublication } from '../../../domain/course-records.ts';
import { RULE } from '../../../text/refusals.ts';
import { RULES } from '../../../text/rules.ts';
import { countersignRules } from '../../../usecases/publish-rules.ts';
import { changesOf } from '../../kit/parameter-table.ts';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { signAgain } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';

/** The supervising leader's second signature: from now on the version is in force. */
export function LeaderDialog(props: {
  readonly publication: RulesPublication;
  readonly before: RulesPublication | null;
  readonly names: Names;
  readonly onClose: () => void;
}): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const me = () => props.names.person(seat().person);
  const proposer = () => {
    const { by } = props.publication.published;
    return by.kind === 'person' ? props.names.person(by.person) : '';
  };
  const changes = () => {
    const words = changesOf(props.before, props.publication);
    return words.length === 0 ? [RULES.changes([])] : words;
  };
  return (
    <SignDialog
      title={RULES.leaderTitle}
      sentence={RULES.leaderSays(me(), proposer(), changes())}
      correction={RULES.correction}
      act={RULES.leaderAct}
      wayOut={RULES.wayOut}
      done={RULES.leaderDone}
      signer={{ id: seat().person, name: me() }}
      onClose={props.onClose}
      onSign={(passphrase) =>
        signAgain(
          office,
          seat().person,
          passphrase,
          (by) => countersignRules(office.desk, by, props.publication),
          (refusal) => RULE[refusal.rule],
        )
      }
    />
  );
}
