import type { ExaminationCode, ExaminationStage } from '../ledger/examined.ts';
import { commas } from './times.ts';

export const EXAMINATION_STAGE: Record<ExaminationStage, string> = {
  signatures: '核对签名',
  chains: '核对签名顺序',
  authority: '核对身份和职责',
  details: '核对姓名、地点等内容',
  checkpoints: '核对每日见证',
};

/** What was found, for the page and for the printed report. */
export const EXAMINATION_FINDING: Record<ExaminationCode, { readonly title: string; readonly meaning: string }> = {
  'root-missing': { title: '建账记录缺失或不符', meaning: '账本不是从本局的建账记录开始的，其余核验没有依据。' },
  'form-broken': { title: '记录格式损坏', meaning: '这些字节读不成一条记录，原来写了什么无法得知。' },
  'bytes-changed': { title: '记录被改动', meaning: '内容和编号对不上，存储后被改过。' },
  'other-bureau': { title: '混入别的单位的记录', meaning: '这些记录不属于本局账本。' },
  'key-unknown': { title: '签名钥匙没有登记', meaning: '名册里没有这把钥匙，无法确认是谁签的。' },
  'signature-bad': { title: '签名不符', meaning: '内容不是这把钥匙签的，或签后被改过。' },
  'chain-gap': { title: '中间缺记录', meaning: '同一把钥匙的记录应当连续，这里缺了几条。可从别的站点补回。' },
  'chain-broken': { title: '前后记录接不上', meaning: '同一把钥匙的前后两条对不上。' },
  'fork-open': { title: '同一序号签了两份', meaning: '有一把钥匙在同一序号签了两份记录，还没有认定以哪份为准。' },
  'verdict-differs': { title: '认定结果不符', meaning: '重新计算后，这些记录是否有效与本机所存不同。' },
  'record-differs': { title: '台账内容不符', meaning: '重新计算后，台账内容与本机所存不同。' },
  'details-unfit': { title: '姓名、地点等内容不符', meaning: '本机所存内容与签名时承诺的不一致。' },
  'details-not-deleted': {
    title: '误录内容还没有删去',
    meaning: '已有两人签署命令删去，本机还存着；打开录证后会自己删去并登记。',
  },
  'checkpoint-differs': { title: '与每日见证不符', meaning: '曾经见证过的记录被拿走或换掉了。' },
  'checkpoint-incomplete': {
    title: '见证的记录还没到齐',
    meaning: '这份见证提到的记录，本机还没有收齐，暂时无法比对。',
  },
  'entry-void': { title: '不作数的记录', meaning: '签名真实，但当时没有相应职责或依据不符，不计入台账。' },
  'entry-quarantined': { title: '待核记录', meaning: '签名人已被撤销，撤销之后的记录须由他人采信才作数。' },
  'entry-unconfirmed': { title: '等第二人签名', meaning: '只有一人签名，另一人签名后才生效。' },
  'entry-waiting': { title: '等前面的记录', meaning: '所依据的记录还没有收到。' },
  'entry-not-understood': { title: '新版本的记录', meaning: '由较新版本写入，本机照存照传，但看不懂内容。' },
};

export type ExaminationClass =
  | 'form'
  | 'signatures'
  | 'chains'
  | 'gaps'
  | 'forks'
  | 'authority'
  | 'details'
  | 'checkpoints';

interface LookedAt {
  readonly entries: number;
  readonly signatures: number;
  readonly keys: number;
  readonly details: { readonly fit: number; readonly absent: number };
  readonly checkpoints: number;
}

/** What was looked at, class by class, in the words of a clerk. */
export const EXAMINATION_CLASS: Record<
  ExaminationClass,
  { readonly name: string; readonly looked: (at: LookedAt) => string }
> = {
  form: { name: '格式和编号', looked: ({ entries }) => `${commas(entries)} 条记录，内容和编号逐条核对` },
  signatures: {
    name: '签名',
    looked: ({ signatures, keys }) => `${commas(signatures)} 个签名，用 ${commas(keys)} 把登记的钥匙核对`,
  },
  chains: { name: '前后顺序', looked: ({ keys }) => `${commas(keys)} 把钥匙，各自从第一条到最后一条接得上` },
  gaps: { name: '有没有缺', looked: () => '同一把钥匙的序号连续，所依据的记录都在' },
  forks: { name: '一号两签', looked: () => '没有还没认定的一号两签' },
  authority: { name: '身份和职责', looked: () => '按签名当时的身份重新认定，与台账逐项比对' },
  details: {
    name: '姓名、地点等内容',
    looked: ({ details }) =>
      details.absent === 0
        ? `${commas(details.fit)} 份，与签名时的承诺一致`
        : `${commas(details.fit)} 份，与签名时的承诺一致；另 ${commas(details.absent)} 份不在本机，只核对签名`,
  },
  checkpoints: {
    name: '每日见证',
    looked: ({ checkpoints }) =>
      checkpoints === 0 ? '还没有见证可比' : `与 ${commas(checkpoints)} 个站点最近一次见证比对，本机的每一次都比对`,
  },
};

export const EXAMINATION = {
  title: '核验',
  purpose: '把本机账本从头到尾核对一遍：有没有被改，中间缺没缺，谁签的、当时有没有职责。只看不改，随时可以停。',
  start: '开始核验',
  again: '再核验一次',
  stop: '停下',
  report: '打印核验报告',
  reportNone: '这个窗口里还没有核验过，先核验一次再打印。',
  none: '还没有核验过',
  noneWhy: '记录多时要等一会儿，进度逐条写明；核验时照常办别的事。月结、移交、年底检查前各做一次最好。',
  running: '正在核验',
  runningWhy: '可以离开这一页去办别的，核验会接着做。停下不影响账本。',
  reading: '正在读账本',
  at: (stage: string, done: number, total: number): string => `${stage}，${commas(done)} / ${commas(total)}`,
  stopped: '核验停下了',
  stoppedWhy: '没有得出结论。账本没有动，可以再核验一次。',
  sound: '账本对得上：签名、顺序、身份，和本机存有的内容。',
  limits:
    '核对的是账本，不是录像文件，录像要另做介质核验。时间是签名电脑的时间，账本只证明先后。最后几条若从没到过别的站点、也没有见证过，被整段拿走就核对不出来。',
  unsound: '账本有问题，请看下面各项，并通知保管人和法制办公室。',
  looked: (entries: number, at: string): string => `核对了 ${commas(entries)} 条记录，${at} 完成。`,
  classes: '核对了什么',
  classColumns: { name: '内容', result: '结果', looked: '怎么核对的' },
  fits: '对得上',
  fitsNot: '对不上',
  seeBelow: (looked: string): string => `${looked}，有对不上的，见下面`,
  times: (count: number): string => `${commas(count)} 条`,
  means: '意思',
  firstOf: (shown: number, all: string): string => `前 ${shown} 条，共 ${all} 条`,
} as const;
