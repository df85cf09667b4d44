import { createSignal } from 'solid-js';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { Facts } from '../../../src/ui/kit/Facts.tsx';
import { Line } from '../../../src/ui/kit/Layout.tsx';
import { Steps } from '../../../src/ui/kit/Steps.tsx';
import { TextField } from '../../../src/ui/kit/TextField.tsx';
import { Sub } from '../../../src/ui/kit/Words.tsx';
import { FirstFrame, Way, Ways } from '../../../src/ui/shell/FirstFrame.tsx';

export default function FirstUse() {
  const [way, setWay] = createSignal<'join' | 'found'>('join');
  const [code, setCode] = createSignal('H7KM 3QX9');
  return (
    <FirstFrame
      title="这台电脑是第一次使用"
      purpose="只问三件事：哪个局、您是谁、这台电脑叫什么。资料只存在本局的电脑和介质上，没有网络也能用。"
      demo
      foot="依据：洛水政〔2020〕22号《洛阳市水利局执法音像记录管理制度》"
    >
      <Steps
        name="首次使用"
        steps={[
          { name: '哪个局', result: '加入或建立', state: 'now' },
          { name: '您是谁', result: '姓名、执法证号、口令', state: 'later' },
          { name: '这台电脑', result: '站点名称和代号', state: 'later' },
        ]}
      />
      <Ways name="哪个局">
        <Way id="join" group="way" title="加入本局" chosen={way() === 'join'} onChoose={() => setWay('join')}>
          <p>本局已有电脑在用录证。请那边的保管人打开“人员与设置，邀请”，把邀请码告诉您。</p>
          <TextField
            id="code"
            label="邀请码，12 位字母和数字"
            mono
            width="16rem"
            value={code()}
            onInput={setCode}
            hint="没有网络时，用 U 盘带邀请文件过来即可。"
          />
          <Line>
            <Button>用摄像头扫码</Button>
            <Button>打开邀请文件</Button>
          </Line>
        </Way>
        <Way id="found" group="way" title="建立本局台账" chosen={way() === 'found'} onChoose={() => setWay('found')}>
          <p>全局只做一次，在第一台电脑上做。会生成本局的总钥匙和一张恢复单，请打印后封存。</p>
          <Facts
            facts={[
              { term: '单位', detail: '洛阳市水利局（已填好，可改）' },
              { term: '依据', detail: '洛水政〔2020〕22号' },
              { term: '建立人', detail: '应是保管人或法制办公室的同志' },
            ]}
          />
          <Sub>拿不准时，先问一下别的科室是否已经在用。两边各建一本，以后合不到一起。</Sub>
        </Way>
      </Ways>
      <Line>
        <Button look="primary" size="l" cannot="还差邀请码第 3 段">
          下一步
        </Button>
      </Line>
    </FirstFrame>
  );
}
