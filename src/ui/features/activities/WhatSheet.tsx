import { createUniqueId, type JSX, Show } from 'solid-js';
import type { ActivityType } from '../../../domain/records.ts';
import { ACTIVITY_TYPES } from '../../../regulation/activity-types.ts';
import { CHECKLIST } from '../../../regulation/checklist.ts';
import { ACTIVITIES } from '../../../text/activities.ts';
import { Button } from '../../kit/Button.tsx';
import { Checkboxes } from '../../kit/Choices.tsx';
import { Line, Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Select } from '../../kit/Select.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { TextField } from '../../kit/TextField.tsx';
import { Article, Sub } from '../../kit/Words.tsx';
import { matterName, matterNames, openProposal, withType } from './activity-form-view.ts';
import type { FormPart } from './form-part.ts';

const T = ACTIVITIES.form;

const TYPES = Object.values(ACTIVITY_TYPES).map(({ type, wording }) => ({ value: type, label: wording }));
const MATTERS = CHECKLIST.map(({ row }) => ({ value: String(row), label: matterName(row) }));

export function WhatSheet(props: FormPart): JSX.Element {
  const id = createUniqueId();
  const rule = () => (props.fields.type === '' ? undefined : ACTIVITY_TYPES[props.fields.type]);
  const refusalRows = (): readonly number[] =>
    (rule()?.rowsIfRefused ?? []).filter((row) => !props.fields.matters.includes(row));
  const chooseType = (type: ActivityType | ''): void => {
    const { matters } = withType(props.fields, type);
    props.change({ type, matters });
  };
  return (
    <Sheet title={T.what} aside={<Article article={6} />}>
      <Stack>
        <Select
          {...props.checks.field('type')}
          label={T.type}
          choices={TYPES}
          value={props.fields.type}
          onChange={chooseType}
        />
        <TextField
          {...props.checks.field('title')}
          label={T.name}
          hint={T.nameHint}
          value={props.fields.title}
          onInput={(title) => props.change({ title })}
        />
        <Checkboxes
          id={`${id}-matters`}
          label={T.matters}
          hint={
            <>
              {T.mattersHint}
              <Show when={refusalRows().length > 0}>{T.ifRefused(matterNames(refusalRows()))}</Show>
            </>
          }
          choices={MATTERS}
          value={props.fields.matters.map(String)}
          onChange={(rows) => props.change({ matters: rows.map(Number) })}
        />
        <Show when={openProposal(props.fields)}>
          {(rows) => (
            <Line>
              <Sub>{T.proposal(rows().length === 0 ? ACTIVITIES.offList : matterNames(rows()))}</Sub>
              <Button size="s" onPress={() => props.change({ matters: rows() })}>
                {T.propose}
              </Button>
            </Line>
          )}
        </Show>
        <Show when={props.fields.matters.length === 0 && rule()}>
          {(known) => <Note title={T.offListTitle}>{known().notCovered}</Note>}
        </Show>
      </Stack>
    </Sheet>
  );
}
