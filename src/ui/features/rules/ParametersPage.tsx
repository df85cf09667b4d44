import { useNavigate } from '@solidjs/router';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { RulesPublication } from '../../../domain/course-records.ts';
import type { Signed } from '../../../domain/records.ts';
import { HOLIDAYS } from '../../../text/holidays.ts';
import { RULES } from '../../../text/rules.ts';
import { timeInTable } from '../../../text/times.ts';
import { versionsOf } from '../../../usecases/publish-rules.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Columns, Row, Rows, Stack, Table } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import {
  effectiveFromOf,
  parameterLines,
  publishedNow,
  type VersionLine,
  versionLines,
} from '../../kit/parameter-table.ts';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub, Tag } from '../../kit/Words.tsx';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { LeaderDialog } from './LeaderDialog.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { RulesFrame } from './RulesFrame.tsx';
import styles from './rules.module.css';

/** /rules/parameters: every number the rules count with, who fixed it, and how it came to be. */
export default function ParametersPage(): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const names = createNames();
  const navigate = useNavigate();
  const record = createWatched(
    () => office.desk.book.bureau,
    (model, bureau) => model.get('ruleSet', bureau),
  );
  const [open, setOpen] = createSignal<'publish' | RulesPublication | null>(null);
  const publications = () => record()?.publications ?? [];
  const lines = createMemo(() => versionLines(publications()));
  const waiting = () => lines().filter(({ number }) => number === null);
  const cannot = () => (seat().record.roles.includes('legalAffairsOffice') ? undefined : RULES.cannotChange);
  const isLeader = () => seat().record.roles.includes('supervisingLeader');
  return (
    <RulesFrame
      tab="parameters"
      onPrint={() => navigate('/print/F0-rules')}
      actions={
        <>
          <Button href="/print/F0-rules">{RULES.print}</Button>
          <Button look="primary" opens="dialog" cannot={cannot()} reasonAt="before" onPress={() => setOpen('publish')}>
            {RULES.change}
          </Button>
        </>
      }
    >
      <Show when={record.fault()}>{(error) => <CannotRead error={error()} />}</Show>
      <Show when={waiting().length > 0}>
        <Note tone="wait" title={RULES.leaderWaits(waiting().length)} />
      </Show>
      <Columns kind="side">
        <Sheet title={RULES.parameters} sub={RULES.inForce(versionsOf(record() ?? null).length)} bare>
          <p class={styles.said}>
            {RULES.effectiveFrom} <b>{effectiveFromOf(publications()) ?? ''}</b>
            <Show when={effectiveFromOf(publications()) === null}>
              <Sub>{RULES.effectiveUnknown}</Sub>
            </Show>
          </p>
          <ParameterTable publications={publications()} />
        </Sheet>
        <Stack>
          <Sheet title={RULES.versions} sub={RULES.versionCount(lines().length)} bare>
            <Show when={lines().length > 0} fallback={<p class={styles.pad}>{RULES.firstVersion}</p>}>
              <Rows>
                <For each={lines()}>
                  {(line) => (
                    <Version
                      line={line}
                      names={names}
                      sign={isLeader() ? () => setOpen(line.publication) : undefined}
                    />
                  )}
                </For>
              </Rows>
            </Show>
          </Sheet>
          <Note title={HOLIDAYS.title}>{HOLIDAYS.after}</Note>
        </Stack>
      </Columns>
      <Show when={open()} keyed>
        {(what) =>
          what === 'publish' ? (
            <PublishDialog
              now={publishedNow(publications())}
              effectiveFrom={effectiveFromOf(publications())}
              onClose={() => setOpen(null)}
            />
          ) : (
            <LeaderDialog
              publication={what}
              before={publishedNow(publications())}
              names={names}
              onClose={() => setOpen(null)}
            />
          )
        }
      </Show>
    </RulesFrame>
  );
}

function ParameterTable(props: { readonly publications: readonly RulesPublication[] }): JSX.Element {
  return (
    <Table name={RULES.tabs.parameters}>
      <thead>
        <tr>
          <For each={Object.values(RULES.columns)}>{(head) => <th scope="col">{head}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={parameterLines(props.publications)}>
          {(line) => (
            <tr>
              <td>{line.articles}</td>
              <td>{line.name}</td>
              <td>
                <b>{line.value}</b>
              </td>
              <td>{line.source}</td>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}

function Version(props: {
  readonly line: VersionLine;
  readonly names: Names;
  readonly sign: (() => void) | undefined;
}): JSX.Element {
  const who = ({ by }: Signed): string => (by.kind === 'person' ? props.names.person(by.person) : '');
  const { publication, number, changes } = props.line;
  return (
    <Row
      end={
        <Show when={number === null}>
          <Button
            size="s"
            opens="dialog"
            cannot={props.sign === undefined ? RULES.leaderOnly : undefined}
            reasonAt="under"
            onPress={() => props.sign?.()}
          >
            {RULES.leaderSign}
          </Button>
        </Show>
      }
    >
      <Show when={number} fallback={<Tag tone="wait">{RULES.waitsForLeader}</Tag>}>
        {(n) => <b>{RULES.version(n())}</b>}
      </Show>
      <br />
      {RULES.changes(changes)}
      <br />
      <Sub>{RULES.published(who(publication.published), timeInTable(publication.published.at))}</Sub>
      <Show when={publication.countersigned}>
        {(signed) => (
          <>
            <br />
            <Sub>{RULES.countersigned(who(signed()), timeInTable(signed().at))}</Sub>
          </>
        )}
      </Show>
    </Row>
  );
}
