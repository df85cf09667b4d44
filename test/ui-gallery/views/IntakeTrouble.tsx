import { Button } from '../../../src/ui/kit/Button.tsx';
import { Columns, Stack, Table } from '../../../src/ui/kit/Layout.tsx';
import { Note } from '../../../src/ui/kit/Note.tsx';
import { Sheet } from '../../../src/ui/kit/Sheet.tsx';
import { Steps } from '../../../src/ui/kit/Steps.tsx';
import { Trouble } from '../../../src/ui/kit/Trouble.tsx';
import { Article, Mono, StateWord, Sub } from '../../../src/ui/kit/Words.tsx';
import { Page } from '../../../src/ui/shell/Page.tsx';
import { GalleryShell } from '../frame.tsx';
import { IntakeSide } from './intake-side.tsx';

export default function IntakeTrouble() {
  return (
    <GalleryShell
      current="intake"
      foot={{
        job: { href: '?view=trouble', words: '采集已停住', fraction: 0.41, detail: '41%，等插回存储卡', stopped: true },
      }}
    >
      <Page
        title="采集：记录仪 03"
        purpose="读出原始文件，算校验值，读回比对一致后签名入账。卡上的文件不会被改动或删除。"
        density="compact"
        actions={<Button>停止本批</Button>}
      >
        <Steps
          name="采集步骤"
          steps={[
            { name: '选来源', result: '记录仪 03 的存储卡', state: 'done' },
            { name: '核对归属', result: '46 个已有归属', state: 'done' },
            { name: '复制、校验、入账', result: '停在 41%', state: 'now' },
            { name: '采集核对', result: '未开始', state: 'later' },
            { name: '移交', result: '未开始', state: 'later' },
          ]}
        />
        <Columns kind="side">
          <Stack>
            <Trouble
              happened="存储卡被拔出，采集停在 41%"
              safe="已存好的文件都在，没有丢失。"
              toDo="插回同一张卡，会自动从断点接着做。"
              gauge={0.41}
              code="source-gone"
              facts={{ file: 'REC_0043.MP4', atBytes: 419_430_400 }}
              copy={async () => {}}
              act={
                <Button look="primary" size="l">
                  已插回，继续
                </Button>
              }
              other={
                <>
                  <Button size="l">换读卡器或数据线</Button>
                  <Sub>正在等 D: 盘出现，卡号 3264-1F0B</Sub>
                </>
              }
            />
            <Sheet title="现在的情况" aside="2026-03-05 16:44:18 停止" bare>
              <Table name="现在的情况" minWidth="44rem">
                <tbody>
                  <tr>
                    <td>
                      <StateWord state="recorded" />
                    </td>
                    <td>17 个文件</td>
                    <td>11.8 GB</td>
                    <td>读回比对一致，已签名入账，安全。</td>
                  </tr>
                  <tr>
                    <td>
                      <StateWord state="waiting">中断</StateWord>
                    </td>
                    <td>1 个文件</td>
                    <td>0.4 / 1.2 GB</td>
                    <td>
                      <Mono>REC_0043.MP4</Mono> 从 0.4 GB 处接着读，前面的 100 个分块已核对。
                    </td>
                  </tr>
                  <tr>
                    <td>
                      <StateWord state="draft">未开始</StateWord>
                    </td>
                    <td>30 个文件</td>
                    <td>16.7 GB</td>
                    <td>还只在卡上，请不要格式化这张卡。</td>
                  </tr>
                  <tr>
                    <td>采集期限</td>
                    <td>在走</td>
                    <td />
                    <td>
                      48 个都读回比对一致，才算采集完成（
                      <Article article={13} href="?view=trouble" />
                      ）。
                    </td>
                  </tr>
                </tbody>
              </Table>
            </Sheet>
            <Note title="插回来的是另一张卡？" act={<Button size="s">卡坏了或找不到</Button>}>
              系统会认出来，不会混在一起；原来的批次留着，随时可以接着做。
            </Note>
          </Stack>
          <IntakeSide />
        </Columns>
      </Page>
    </GalleryShell>
  );
}
