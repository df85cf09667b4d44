import { createSignal } from 'solid-js';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { RadioChoices } from '../../../src/ui/kit/Choices.tsx';
import { Facts } from '../../../src/ui/kit/Facts.tsx';
import { Columns, Fields, Line, Row, Rows, Stack } from '../../../src/ui/kit/Layout.tsx';
import { Seal } from '../../../src/ui/kit/Seal.tsx';
import { Sheet, SheetBody } from '../../../src/ui/kit/Sheet.tsx';
import { SignBox } from '../../../src/ui/kit/SignBox.tsx';
import { TextField } from '../../../src/ui/kit/TextField.tsx';
import { Article, Sub } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';

const two = new URLSearchParams(location.search).has('two');

export default function Access() {
  const [opinion, setOpinion] = createSignal<'agree' | 'narrow' | 'reject'>('agree');
  const [words, setWords] = createSignal('同意查阅。');
  const [signed, setSigned] = createSignal(0);
  const [faults, setFaults] = createSignal<Readonly<Record<string, string>>>({});
  const sign = async (typed: Readonly<Record<string, string>>): Promise<void> => {
    await new Promise((done) => setTimeout(done, 150));
    if (Object.values(typed).includes('wrong')) setFaults({ liu: '口令不对，还可以试 4 次' });
    else setSigned(signed() + 1);
  };
  return (
    <GalleryShell current="access">
      <Page
        title="调阅审批"
        purpose="查阅先批准、后登记、再开放。两位批准人不同，且都不是申请人。"
        actions={<Button>打印审批表</Button>}
      >
        <Columns kind="queue">
          <Sheet title="等您批准" sub="2 件" bare>
            <Rows>
              <Row>孙立新 查阅 3 件</Row>
              <Row>外单位 调取 1 件</Row>
            </Rows>
          </Sheet>
          <Stack pane="审批表">
            <Sheet
              title="C-2026-阅-5"
              bare
              aside={
                <>
                  执法音像资料调阅（复制）审批表 <Article article={16} href="?view=access" />
                </>
              }
            >
              <SheetBody>
                <Fields>
                  <Facts
                    columns={2}
                    facts={[
                      { term: '查阅人', detail: '孙立新（水政监察一中队）' },
                      { term: '方式', detail: '查阅，不复制' },
                      { term: '事由', detail: '案情研判：核对堆放范围和询问经过' },
                      { term: '期限', detail: '登记后 72 小时，C 站' },
                      {
                        term: '资料',
                        wide: true,
                        detail: 'A-36-04 录音 0:54:10，A-36-05 录像 0:30:00，A-36-06 录像 0:22:41',
                      },
                    ]}
                  />
                  <Line>
                    <Seal size="l" mark={{ kind: 'person', name: '陈静' }} />
                    <span>
                      同意。范围与案情相符，不含商业秘密。
                      <br />
                      <Sub>陈静，2026-03-05 13:05，签名 5B07 D9E2，本机已验</Sub>
                    </span>
                  </Line>
                  <RadioChoices
                    id="opinion"
                    label="主管领导意见"
                    value={opinion()}
                    onChange={setOpinion}
                    choices={[
                      { value: 'agree', label: '同意' },
                      { value: 'narrow', label: '同意，缩小范围' },
                      { value: 'reject', label: '驳回' },
                    ]}
                  />
                  <TextField id="words" label="意见内容" rows={2} value={words()} onInput={setWords} />
                </Fields>
              </SheetBody>
              <SignBox
                sentence="同意 孙立新 在 C 站查阅 A-36 的 3 件资料，登记后 72 小时内有效，不得复制。"
                correction="要改变主意，只能另签一条“撤回”。"
                act="同意查阅"
                signers={
                  two
                    ? [
                        { id: 'liu', name: '刘志远' },
                        { id: 'wang', name: '王海涛' },
                      ]
                    : [{ id: 'liu', name: '刘志远' }]
                }
                faults={faults()}
                onSign={sign}
                wayOut={<Button>先不签，存草稿</Button>}
              />
            </Sheet>
          </Stack>
        </Columns>
        <output id="signed" hidden>
          {signed()}
        </output>
      </Page>
    </GalleryShell>
  );
}
