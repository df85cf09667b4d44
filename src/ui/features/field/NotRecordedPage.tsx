import { useNavigate } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { NON_RECORDING_GROUNDS, type NonRecordingGround } from '../../../domain/course-words.ts';
import { activityTitle } from '../../../text/activities.ts';
import { courseRefusal } from '../../../text/course.ts';
import { FIELD } from '../../../text/field.ts';
import { NON_RECORDING_GROUND } from '../../../text/findings.ts';
import { declareNonRecording } from '../../../usecases/report-non-recording.ts';
import { MidButton } from '../../kit/FieldButtons.tsx';
import { Note } from '../../kit/Note.tsx';
import { useOffice, useSeat } from '../../live/office.ts';
import styles from './Field.module.css';
import { cannotMark } from './field-view.ts';
import { createMarking } from './marking.ts';
import { SiteFrame } from './SiteFrame.tsx';
import { type FoundSite, SitePage } from './SitePage.tsx';

const T = FIELD.notRecorded;

/** /field/:id/not-recorded: on which ground of Art. 7 nothing is recorded; the work record follows after the end. */
export default function NotRecordedPage(): JSX.Element {
  return <SitePage>{(site) => <Grounds {...site()} />}</SitePage>;
}

function Grounds(props: FoundSite): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const navigate = useNavigate();
  const marking = createMarking();
  const back = (): void => navigate(`/field/${props.activity.id}`);
  const declare = async (ground: NonRecordingGround): Promise<void> => {
    const act = () => declareNonRecording(office.desk, seat(), props.activity, ground, null);
    if (await marking.mark(act, FIELD.said.marked(T.marked(NON_RECORDING_GROUND[ground])), courseRefusal)) back();
  };
  return (
    <SiteFrame officers={props.activity.officers} sub={activityTitle(props.activity)} title={T.title}>
      <p class={styles.hint}>{T.hint}</p>
      <For each={NON_RECORDING_GROUNDS}>
        {(ground) => (
          <MidButton
            cannot={cannotMark(seat().record, props.activity, office.tab())}
            onPress={() => void declare(ground)}
          >
            {NON_RECORDING_GROUND[ground]}
          </MidButton>
        )}
      </For>
      <Show when={marking.fault()}>{(words) => <Note tone="wait" title={words()} />}</Show>
      <div class={styles.foot}>
        <MidButton low onPress={back}>
          {FIELD.cue.backToField}
        </MidButton>
      </div>
    </SiteFrame>
  );
}
