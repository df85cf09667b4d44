import type { JSX } from 'solid-js';
import { ACTIVITIES } from '../../../text/activities.ts';
import { tidyDocumentNumber } from '../../../text/typed.ts';
import { DateField } from '../../kit/DateField.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { NumberField } from '../../kit/NumberField.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import styles from './Activities.module.css';
import type { FormPart } from './form-part.ts';

const T = ACTIVITIES.form;

export function WhereSheet(props: FormPart): JSX.Element {
  return (
    <Sheet title={T.where}>
      <Stack>
        <div class={styles.pair}>
          <DateField
            {...props.checks.field('plannedAt')}
            label={T.plannedAt}
            hint={T.plannedHint}
            optional
            precision="minute"
            value={props.fields.plannedAt}
            onInput={(plannedAt) => props.change({ plannedAt })}
          />
          <NumberField
            {...props.checks.field('plannedMinutes')}
            label={T.plannedMinutes}
            hint={T.minutesHint}
            unit={T.minutes}
            optional
            whole
            width="9rem"
            value={props.fields.plannedMinutes}
            onInput={(plannedMinutes) => props.change({ plannedMinutes })}
          />
          <TextField
            {...props.checks.field('place')}
            label={T.place}
            optional
            value={props.fields.place}
            onInput={(place) => props.change({ place })}
          />
          <TextField
            {...props.checks.field('party')}
            label={T.party}
            optional
            value={props.fields.party}
            onInput={(party) => props.change({ party })}
          />
          <TextField
            {...props.checks.field('caseNo')}
            label={T.caseNo}
            hint={T.caseNoHint}
            optional
            tidy={tidyDocumentNumber}
            value={props.fields.caseNo}
            onInput={(caseNo) => props.change({ caseNo })}
          />
          <TextField
            {...props.checks.field('complaintNo')}
            label={T.complaintNo}
            optional
            tidy={tidyDocumentNumber}
            value={props.fields.complaintNo}
            onInput={(complaintNo) => props.change({ complaintNo })}
          />
          <TextField
            {...props.checks.field('coordinates')}
            label={T.coordinates}
            hint={T.coordinatesHint}
            optional
            value={props.fields.coordinates}
            onInput={(coordinates) => props.change({ coordinates })}
          />
        </div>
        <TextField
          {...props.checks.field('note')}
          label={T.note}
          optional
          rows={2}
          value={props.fields.note}
          onInput={(note) => props.change({ note })}
        />
      </Stack>
    </Sheet>
  );
}
