import { createSignal } from 'solid-js';
import { readNumber, readTypedDate, tidyDocumentNumber } from '../../../src/text/typed.ts';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { Checkbox, Checkboxes, OneOf, RadioChoices } from '../../../src/ui/kit/Choices.tsx';
import { createChecks } from '../../../src/ui/kit/checks.ts';
import { DateField } from '../../../src/ui/kit/DateField.tsx';
import { FaultList } from '../../../src/ui/kit/FaultList.tsx';
import { Fields, Line } from '../../../src/ui/kit/Layout.tsx';
import { NumberField } from '../../../src/ui/kit/NumberField.tsx';
import { PasswordField } from '../../../src/ui/kit/PasswordField.tsx';
import { Select } from '../../../src/ui/kit/Select.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { TextField } from '../../../src/ui/kit/TextField.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';

const MATTERS = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: `${i + 1} 执法事项` }));

export default function Forms() {
  const [name, setName] = createSignal('');
  const [docNo, setDocNo] = createSignal('');
  const [date, setDate] = createSignal('');
  const [space, setSpace] = createSignal('');
  const [passphrase, setPassphrase] = createSignal('');
  const [note, setNote] = createSignal('');
  const [battery, setBattery] = createSignal<'' | 'full' | 'half' | 'low'>('');
  const [matter, setMatter] = createSignal('');
  const [devices, setDevices] = createSignal<readonly string[]>(['03']);
  const [sealed, setSealed] = createSignal(false);
  const form = createChecks({
    name: { label: '姓名', check: () => (name() === '' ? '写上姓名，与执法证一致' : undefined) },
    docNo: { label: '文号', check: () => undefined },
    date: {
      label: '计划日期',
      check: () => (readTypedDate(date()) === undefined ? '写成 2026-03-05 这样，没有这一天' : undefined),
    },
    space: { label: '内存空间', check: () => (readNumber(space()) === undefined ? '写数字，如 38.2' : undefined) },
    battery: { label: '电池容量', check: () => (battery() === '' ? '照着设备屏幕选一项' : undefined) },
    matter: { label: '执法事项', check: () => (matter() === '' ? '从清单的 12 项里选一项' : undefined) },
    devices: { label: '记录设备', check: () => (devices().length === 0 ? '至少选一台' : undefined) },
    passphrase: { label: '口令', check: () => (passphrase().length < 8 ? '口令至少 8 位' : undefined) },
    note: { label: '备注', check: () => undefined },
  });
  return (
    <GalleryShell current="forms">
      <Page
        title="表单"
        purpose="离开一项时检查，不在打字时打断。"
        onPrimary={() => form.submit()}
        actions={
          <Button look="primary" onPress={() => form.submit()}>
            登记
          </Button>
        }
      >
        <FaultList faults={form.faults()} />
        <Sheet title="登记">
          <Fields>
            <TextField {...form.field('name')} label="姓名" width="16rem" value={name()} onInput={setName} />
            <TextField
              {...form.field('docNo')}
              label="文号"
              optional
              hint="方括号会换成〔〕"
              width="20rem"
              tidy={tidyDocumentNumber}
              value={docNo()}
              onInput={setDocNo}
            />
            <DateField {...form.field('date')} label="计划日期" width="16rem" value={date()} onInput={setDate} />
            <NumberField
              {...form.field('space')}
              label="内存空间"
              unit="GB 剩余"
              width="16rem"
              value={space()}
              onInput={setSpace}
            />
            <RadioChoices
              {...form.field('battery')}
              label="电池容量"
              value={battery()}
              onChange={setBattery}
              choices={[
                { value: 'full', label: '满' },
                { value: 'half', label: '一半', hint: '约 2 小时' },
                { value: 'low', label: '不足', cannot: '先充电' },
              ]}
            />
            <OneOf
              {...form.field('matter')}
              label="执法事项"
              width="20rem"
              value={matter()}
              onChange={setMatter}
              choices={MATTERS}
            />
            <Checkboxes
              {...form.field('devices')}
              label="记录设备"
              value={devices()}
              onChange={setDevices}
              choices={[
                { value: '03', label: '记录仪 03' },
                { value: '07', label: '记录仪 07', hint: '李敏领用' },
                { value: '01', label: '相机 01' },
              ]}
            />
            <Select
              id="unit"
              label="移交单位"
              width="20rem"
              optional
              value=""
              onChange={() => {}}
              choices={[{ value: 'a', label: '一中队' }]}
            />
            <PasswordField
              {...form.field('passphrase')}
              label="口令"
              kind="new"
              width="20rem"
              hint="至少 8 位，只有您自己知道；忘了只能换新的钥匙。"
              value={passphrase()}
              onInput={setPassphrase}
            />
            <TextField {...form.field('note')} label="备注" optional rows={3} value={note()} onInput={setNote} />
            <Checkbox id="sealed" label="恢复单已打印并封存" checked={sealed()} onChange={setSealed} />
            <Line>
              <Button look="primary" onPress={() => form.submit()}>
                登记
              </Button>
              <Button>存草稿</Button>
            </Line>
          </Fields>
        </Sheet>
      </Page>
    </GalleryShell>
  );
}
