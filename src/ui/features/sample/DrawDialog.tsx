import { createSignal, type JSX, Show } from 'solid-js';
import type { SampleRole } from '../../../domain/office-records.ts';
import { SAMPLE, sampleRefusal } from '../../../text/sample.ts';
import { drawReviewSample } from '../../../usecases/draw-review-sample.ts';
import { RadioChoices } from '../../kit/Choices.tsx';
import { Fields } from '../../kit/Layout.tsx';
import { NumberField } from '../../kit/NumberField.tsx';
import { Select } from '../../kit/Select.tsx';
import { SignDialog } from '../../kit/SignDialog.tsx';
import { signRoutine } from '../../live/dialog-signing.ts';
import type { Names } from '../../live/names.ts';
import { useOffice, useSeat } from '../../live/office.ts';
import { drawingRoles, monthsOver, sampleOf } from './sample-view.ts';

const MOST = 200;

/** One draw of one month; there is no second one. */
export function DrawDialog(props: { readonly names: Names; readonly onClose: () => void }): JSX.Element {
  const office = useOffice();
  const seat = useSeat();
  const roles = drawingRoles(seat().record);
  const months = monthsOver(office.desk.now());
  const [role, setRole] = createSignal<SampleRole>(roles[0] ?? 'departmentHead');
  const [month, setMonth] = createSignal(months[0] ?? '');
  const [size, setSize] = createSignal('5');
  const n = () => Number(size().trim());
  const cannot = (): string | undefined => {
    if (month() === '') return SAMPLE.monthFault;
    return Number.isInteger(n()) && n() >= 1 && n() <= MOST ? undefined : sampleRefusal({ code: 'size-unfit' });
  };
  return (
    <SignDialog
      title={SAMPLE.title}
      sentence={SAMPLE.says(props.names.person(seat().person), month(), size(), SAMPLE.who[role()])}
      correction={SAMPLE.correction}
      act={SAMPLE.act}
      wayOut={SAMPLE.wayOut}
      done={SAMPLE.done}
      cannot={cannot()}
      onClose={props.onClose}
      onSign={() =>
        signRoutine(
          () => drawReviewSample(office.desk, seat(), sampleOf(month(), role(), seat().record), n()),
          sampleRefusal,
        )
      }
    >
      <Fields beside>
        <Select
          id="sample-month"
          label={SAMPLE.month}
          value={month()}
          choices={months.map((one) => ({ value: one, label: one }))}
          onChange={setMonth}
        />
        <NumberField
          id="sample-size"
          label={SAMPLE.size}
          unit={SAMPLE.sizeUnit}
          whole
          value={size()}
          onInput={setSize}
        />
      </Fields>
      <Show when={roles.length > 1}>
        <RadioChoices
          id="sample-role"
          label={SAMPLE.as}
          value={role()}
          choices={roles.map((one) => ({ value: one, label: SAMPLE.who[one] }))}
          onChange={setRole}
        />
      </Show>
    </SignDialog>
  );
}
