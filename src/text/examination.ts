import type { ExaminationCode, ExaminationStage } from '../ledger/examination.ts';

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

export const EXAMINATION = {
  sound: '账本完好：签名、顺序、身份、内容都对得上。',
  unsound: '账本有问题，请看下面各项，并通知保管人和法制办公室。',
  absent: (count: number): string => `${count} 条记录的姓名、地点等内容不在本机，只核对了签名。`,
};
