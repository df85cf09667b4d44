/** First use: three questions, then the recovery sheet. */
export const FIRST_RUN = {
  title: '这台电脑是第一次使用',
  purpose: '只问三件事：哪个局、您是谁、这台电脑叫什么。资料只存在本局的电脑和介质上，没有网络也能用。',
  foot: '依据：洛水政〔2020〕22号《洛阳市水利局执法音像记录管理制度》',
  stepsName: '首次使用步骤',
  steps: { bureau: '哪个局', person: '您是谁', station: '这台电脑', recovery: '恢复单' },
  stepHints: {
    bureau: '加入或建立',
    person: '姓名、执法证号、口令',
    station: '站点名称和代号',
    recovery: '打印后封存',
  },

  join: '加入本局',
  joinWhy: '本局已有电脑在用录证。请那边的保管人或法制办公室的同志打开“同步”，按“邀请一台电脑加入”。',
  joinHow: '扫码、打开链接、粘贴文字或打开邀请文件，都可以。没有网络时，用 U 盘带邀请文件过来。',
  found: '建立本局台账',
  foundWhy: '全局只做一次，在第一台电脑上做。会生成本局的总钥匙和一张恢复单，请打印后封存。',
  twoBooks: '拿不准时，先问一下别的科室是否已经在用。两边各建一本，以后合不到一起。',

  facts: { bureau: '单位', rule: '依据', divisions: '科室', founder: '建立人' },
  bureauFact: (name: string): string => `${name === '' ? '（未填）' : name}（已填好，可改）`,
  founderFact: '应是保管人或法制办公室的同志',
  listed: '、',
  edit: '改名称、依据和科室',
  editDone: '收起',

  bureauName: '单位名称',
  bureauDefault: '洛阳市水利局',
  ruleDocNo: '依据文件',
  ruleDocNoValue: '洛水政〔2020〕22号',
  divisions: '科室和局属单位',
  divisionsHint: '先列了常见的，请按本局实际改；以后在“人员与设置”里也能改。',
  /** The profile filled in beforehand; every one can be changed. */
  defaults: [
    { name: '水政科', kind: 'division' },
    { name: '法制办公室', kind: 'division' },
    { name: '办公室', kind: 'division' },
    { name: '河道管理科', kind: 'division' },
    { name: '水资源科', kind: 'division' },
    { name: '水政监察支队', kind: 'subordinateUnit' },
    { name: '陆浑水库管理处', kind: 'subordinateUnit' },
  ],

  name: '姓名',
  officerNo: '工号',
  certificateNo: '执法证号',
  validFrom: '执法证有效期自',
  validTo: '执法证有效期至',
  division: '所在科室或单位',
  roles: '职责',
  rolesHint: '建立人应是保管人或法制办公室的同志：以后由这位同志接纳别人。可以选几项。',
  passphrase: '口令',
  passphraseAgain: '再输一遍口令',

  stationName: '站点名称',
  stationNameHint: '例如：局机关采集室',
  code: '站点代号',
  codeHint: '一到两个大写字母，印在每一个编号里，定了不能改。第一台一般用 A。',
  place: '存放地点',
  placeHint: '例如：三楼水政科办公室',

  next: '下一步',
  back: '上一步',
  finish: '签署：建立本局台账',
  says: (person: string, bureau: string, station: string): string =>
    `${person} 建立 ${bureau} 的台账，这台电脑为 ${station}。`,
  saysAfter: '名称、科室和人员以后都可以改，改也要签；站点代号定了不能改。',

  bureauNameMissing: '请填写单位全称，打印的表上都要用。',
  ruleDocNoMissing: '请填写依据文件的发文字号，打印的表上都要用。',
  stationNameMissing: '请给这台电脑起个名称，别人一看就知道是哪台。',
  roleMissing: '建立人应是保管人或法制办公室的同志，请至少选其中一项。',
  codeUnfit: '请用一到两个大写字母，例如 A。',

  recoveryTitle: '打印恢复单',
  recoveryWhy:
    '这是本局的恢复密钥，只出现这一次。保管人和法制办公室的钥匙都没有了时，要靠它重新设立。请打印，装信封封存，由两人保管。',
  recoveryPrint: '打印恢复单',
  recoveryKey: '恢复密钥',
  recoveryConfirm: (a: number, b: number): string => `核对：请照着恢复单，输入第 ${a} 组和第 ${b} 组`,
  recoveryGroup: (n: number): string => `第 ${n} 组`,
  recoveryWrong: (n: number): string => `和恢复单上的第 ${n} 组不一样，请对照着再输。`,
  recoveryMissing: (groups: readonly number[]): string => `还差第 ${groups.join('、')} 组`,
  recoveryHand: '没有打印机的，请用笔照抄在纸上，一组一组核对。不要拍照，不要存进电脑。',
  recoveryCovered: '核对时先遮住，请看纸上的。',
  recoveryAgain: '再看一遍密钥',
  enter: '恢复单已封存，进入录证',
  closing: '恢复密钥还没有核对，现在离开就再也看不到了。',

  elsewhere: {
    title: '这台电脑上已经建过本局台账，用的是另一个网址',
    words: (origin: string): string =>
      `账本、钥匙和还没有入库的资料都留在 ${origin}，跟着网址走，在这个网址看不到，也没有丢。要接着办，请打开原来的网址。在这里再建一本，两本互不相认，以后合不到一起。打不开的，请技术人员按那个网址的端口启动录证。`,
    open: '打开原来的网址',
    otherBrowser: '这台电脑上已经用这个网址建过本局台账，但不在这个浏览器里',
    otherBrowserWords:
      '账本、钥匙和还没有入库的资料跟着浏览器和登录电脑的用户走。请换回当时用的浏览器、当时的用户再打开；浏览器的数据被清除过的，先告诉保管人。在这里再建一本，两本互不相认，以后合不到一起。',
    otherPc: '提供这个网页的电脑上已经建有本局台账',
    otherPcWords: '请在那台电脑上邀请这台加入，不要在这里另建一本：两本互不相认，以后合不到一起。',
  },
} as const;
