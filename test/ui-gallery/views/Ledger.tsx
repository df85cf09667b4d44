import { createMemo, createSignal, type JSX } from 'solid-js';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { type Column, DataTable, type Sort } from '../../../src/ui/kit/DataTable.tsx';
import { DateRange } from '../../../src/ui/kit/DateRange.tsx';
import { Filters } from '../../../src/ui/kit/Filters.tsx';
import { Select } from '../../../src/ui/kit/Select.tsx';
import { SelectionBar } from '../../../src/ui/kit/SelectionBar.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { TextField } from '../../../src/ui/kit/TextField.tsx';
import { Flag, StateWord } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell, go } from '../frame.tsx';
import { manyRecordings, RECORDINGS, type Recording } from '../sample.ts';

const params = new URLSearchParams(location.search);
const ALL = params.has('rows') ? manyRecordings(Number(params.get('rows'))) : RECORDINGS;

function state(recording: Recording): JSX.Element {
  if (recording.state === 'breach' || recording.state === 'suspected') return <Flag grade={recording.state} />;
  if (recording.state === 'unexplained') return <Flag grade="unexplained" article={13} />;
  return <StateWord state={recording.state} />;
}

const COLUMNS: readonly Column<Recording>[] = [
  { id: 'no', head: '编号', width: '4.875rem', cell: (r) => <a href="?view=record">{r.no}</a> },
  { id: 'type', head: '类型', width: '3rem', cell: (r) => r.type, onlyWide: true },
  { id: 'at', head: '拍摄时间', width: 'min(8.4rem, 33vw)', cell: (r) => r.at, sortable: true },
  { id: 'length', head: '时长', width: '4.25rem', align: 'end', cell: (r) => r.length, sortable: true, onlyWide: true },
  { id: 'matter', head: '执法事项', width: '7.375rem', cell: (r) => r.matter, title: (r) => r.matter, onlyWide: true },
  { id: 'place', head: '地点', width: '6.75rem', cell: (r) => r.place, title: (r) => r.place, onlyWide: true },
  { id: 'party', head: '当事人', width: '7.875rem', cell: (r) => r.party, title: (r) => r.party, onlyWide: true },
  {
    id: 'officers',
    head: '执法人员',
    width: '7.25rem',
    cell: (r) => r.officers,
    title: (r) => r.officers,
    onlyWide: true,
  },
  { id: 'device', head: '设备', width: '5.25rem', cell: (r) => r.device, onlyWide: true },
  { id: 'takenIn', head: '采集', width: '6.5rem', cell: (r) => r.takenIn, sortable: true, onlyWide: true },
  { id: 'copies', head: '副本', width: '3.5rem', align: 'end', cell: (r) => r.copies, onlyWide: true },
  { id: 'state', head: '状态', width: 'min(5.5rem, 26vw)', cell: state },
];

export default function Ledger() {
  const [words, setWords] = createSignal('');
  const [from, setFrom] = createSignal('2026-02-26');
  const [to, setTo] = createSignal('2026-03-05');
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(
    new Set(params.has('rows') ? [] : ['A-37-02', 'A-37-01', 'A-36-04']),
  );
  const [sort, setSort] = createSignal<Sort>({ by: 'at', direction: 'descending' });
  const [opened, setOpened] = createSignal('');
  const rows = createMemo(() => {
    const key = sort().by as keyof Recording;
    const sign = sort().direction === 'ascending' ? 1 : -1;
    if (params.has('rows') && sort().by === 'at' && sign === -1) return ALL;
    return ALL.toSorted((a, b) => sign * a[key].localeCompare(b[key]));
  });
  const by = (id: string): void => {
    const flip = sort().by === id && sort().direction === 'descending';
    setSort({ by: id, direction: flip ? 'ascending' : 'descending' });
  };
  return (
    <GalleryShell current="ledger">
      <Page
        title="台账"
        purpose="本局全部音像资料。只登记，不删除；截至 2026-03-05 17:08 本机所知。"
        density="compact"
        actions={
          <>
            <Button>列</Button>
            <Button>导出 CSV</Button>
            <Button>打印登记台账</Button>
          </>
        }
      >
        <Filters
          counts={{ all: 1284, shown: 86, selected: selected().size }}
          applied={[{ id: 'at', words: '拍摄日期 02-26 至 03-05' }]}
          onRemove={() => {}}
          onClear={() => {}}
          aside={<a href="?view=ledger">存为常用筛选</a>}
        >
          <TextField
            id="f-words"
            label="搜索"
            optional={false}
            width="13.5rem"
            placeholder="编号、当事人、地点、案号"
            value={words()}
            onInput={setWords}
          />
          <DateRange id="f-date" label="拍摄日期" from={from()} to={to()} onFrom={setFrom} onTo={setTo} />
          <Select
            id="f-matter"
            label="执法事项"
            width="8rem"
            none="全部 12 项"
            value=""
            onChange={() => {}}
            choices={[{ value: '1', label: '1 现场检查' }]}
          />
          <Select
            id="f-officer"
            label="执法人员"
            width="6.5rem"
            none="全部"
            value=""
            onChange={() => {}}
            choices={[]}
          />
          <Select id="f-device" label="设备" width="6.5rem" none="全部" value="" onChange={() => {}} choices={[]} />
          <Select id="f-state" label="状态" width="6.5rem" none="全部" value="" onChange={() => {}} choices={[]} />
          <Button>更多条件</Button>
        </Filters>
        <Sheet bare fill>
          <DataTable
            name="台账"
            rows={rows()}
            columns={COLUMNS}
            rowId={(r) => r.no}
            rowName={(r) => r.no}
            minWidth="69.375rem"
            sort={sort()}
            onSort={by}
            selected={selected()}
            onSelect={setSelected}
            onOpen={(r) => (params.has('rows') || params.has('stay') ? setOpened(r.no) : go('?view=record'))}
            bar={
              <SelectionBar
                count={selected().size}
                words="录像 2，录音 1；1:14:10；3.16 GB"
                onClear={() => setSelected(new Set<string>())}
              >
                <Button size="s">核验校验值</Button>
                <Button size="s">关联案卷</Button>
                <Button size="s">申请调阅</Button>
                <Button size="s">打印</Button>
              </SelectionBar>
            }
          />
        </Sheet>
        <output id="opened" hidden>
          {opened()}
        </output>
      </Page>
    </GalleryShell>
  );
}
