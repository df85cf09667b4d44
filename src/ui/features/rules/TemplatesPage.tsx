import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { OffListTemplate } from '../../../domain/office-records.ts';
import { TEMPLATES } from '../../../text/templates.ts';
import { timeInTable } from '../../../text/times.ts';
import { Button } from '../../kit/Button.tsx';
import { CannotRead } from '../../kit/CannotRead.tsx';
import { Stack } from '../../kit/Layout.tsx';
import { Note } from '../../kit/Note.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { Sub, Tag } from '../../kit/Words.tsx';
import { createNames, type Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { createWatched } from '../../live/watched.ts';
import { RulesFrame } from './RulesFrame.tsx';
import { TemplateDialog, TemplateLeaderDialog } from './TemplateDialogs.tsx';
import { type TemplateLine, templateLines } from './template-view.ts';

type Open =
  | { readonly act: 'publish'; readonly line: TemplateLine }
  | { readonly act: 'sign'; readonly template: OffListTemplate };

/** /rules/templates: the bureau's own steps for what its list does not cover. */
export default function TemplatesPage(): JSX.Element {
  const office = useOffice();
  const names = createNames();
  const [open, setOpen] = createSignal<Open | null>(null);
  const record = createWatched(
    () => office.desk.book.bureau,
    (model, bureau) => model.get('templates', bureau),
  );
  const lines = createMemo(() => templateLines(record() ?? null));
  return (
    <RulesFrame tab="templates">
      <Show when={record.fault()}>{(error) => <CannotRead error={error()} />}</Show>
      <Note>{TEMPLATES.why}</Note>
      <Stack>
        <For each={lines()}>{(line) => <Type line={line} names={names} open={setOpen} />}</For>
      </Stack>
      <Show when={open()} keyed>
        {(what) =>
          what.act === 'publish' ? (
            <TemplateDialog line={what.line} names={names} onClose={() => setOpen(null)} />
          ) : (
            <TemplateLeaderDialog template={what.template} names={names} onClose={() => setOpen(null)} />
          )
        }
      </Show>
    </RulesFrame>
  );
}

function Type(props: {
  readonly line: TemplateLine;
  readonly names: Names;
  readonly open: (what: Open) => void;
}): JSX.Element {
  const seat = useSeat();
  const cannot = () => (seat().record.roles.includes('legalAffairsOffice') ? undefined : TEMPLATES.cannot);
  const leader = () => (seat().record.roles.includes('supervisingLeader') ? undefined : TEMPLATES.leaderOnly);
  return (
    <Sheet
      low
      title={props.line.wording}
      sub={props.line.notCovered}
      waits={props.line.waiting.length > 0}
      aside={
        <Button
          size="s"
          opens="dialog"
          cannot={cannot()}
          reasonAt="hidden"
          name={TEMPLATES.changeOf(props.line.wording)}
          onPress={() => props.open({ act: 'publish', line: props.line })}
        >
          {TEMPLATES.change}
        </Button>
      }
    >
      <Show when={props.line.inForce} fallback={<Sub>{TEMPLATES.none}</Sub>}>
        {(template) => <Template template={template()} names={props.names} />}
      </Show>
      <For each={props.line.waiting}>
        {(template) => (
          <div>
            <Template template={template} names={props.names} />
            <Button
              size="s"
              opens="dialog"
              cannot={leader()}
              reasonAt="after"
              onPress={() => props.open({ act: 'sign', template })}
            >
              {TEMPLATES.sign}
            </Button>
          </div>
        )}
      </For>
    </Sheet>
  );
}

function Template(props: { readonly template: OffListTemplate; readonly names: Names }): JSX.Element {
  const signature = () => props.template.countersigned ?? props.template.published;
  const who = () => {
    const { by } = signature();
    return by.kind === 'person' ? props.names.person(by.person) : '';
  };
  return (
    <>
      <p>
        <Tag tone={props.template.countersigned === null ? 'wait' : 'plain'}>
          {props.template.countersigned === null ? TEMPLATES.waits : TEMPLATES.badge}
        </Tag>{' '}
        <b>{props.template.title ?? TEMPLATES.notHere}</b>{' '}
        <Sub>{TEMPLATES.signed(who(), timeInTable(signature().at))}</Sub>
      </p>
      <ol>
        <For each={props.template.steps ?? []}>
          {(step) => (
            <li>
              {step.wording} <Show when={!step.required}>{<Sub>{TEMPLATES.ifHappened}</Sub>}</Show>
            </li>
          )}
        </For>
      </ol>
    </>
  );
}
