import { inThrees } from './times.ts';

/** Inviting a PC into the bureau, at the PC that invites. */
export const INVITING = {
  title: '邀请一台电脑加入',
  purpose: '把邀请交给那台电脑前的同志。邀请只让它敲门，进不进来要您核对数字、签署同意。',
  start: '发出邀请',
  startWhy: '邀请一小时内有效，只能用一次。哪种办法方便就用哪种，内容都一样。',
  withdraw: '收回邀请',
  again: '另发一份邀请',
  expiresAt: (end: string): string => `${end} 前有效`,
  expired: '这份邀请过了一小时，已经失效。还没有加入的，请另发一份。',
  qr: '邀请二维码',
  qrHow: '用手机或带摄像头的电脑扫这个码，会打开加入的页面。',
  link: '链接',
  linkHow: '在那台电脑上打开这个链接。',
  openLink: '打开链接',
  text: '邀请文字',
  textHow: '整段复制，在那台电脑上粘贴。前后多几个字不要紧，少一段不行。',
  copyLink: '复制链接',
  copyText: '复制文字',
  copied: '已复制',
  cannotCopy: '没能复制，请自己选取',
  file: '邀请文件',
  fileHow: '没有网络时，用 U 盘带过去，在那台电脑上打开。',
  saveFile: '存成文件',
  fileName: (code: string): string => `录证邀请-${code}`,
  careful: '拿到邀请的人能看到本局名称，也能来敲门；不要发到外面的群里。',
  localOnly: '您现在用的是 localhost 网址，别的电脑打不开。请到那台电脑上用局域网网址打开录证，再粘贴文字或打开文件。',
  waiting: '还没有电脑来敲门。请保持录证开着，那边一有动静，这里就会显示。',
  wait: '等那台电脑',

  asks: (station: string): string => `${station} 请求加入`,
  facts: { station: '站点', place: '存放地点', at: '请求时间', digits: '核对数字' },
  compare: '请给那台电脑前的同志打电话或当面问：屏幕上的六位数字是多少。一样才同意；不一样，说明中间有人，请拒绝。',
  digits: inThrees,
  says: (who: string, station: string, shown: string): string =>
    `${who} 同意 ${station} 加入本局；已核对两边的六位数字都是 ${inThrees(shown)}。`,
  correction: '加入以后它就能收到本局的账。以后要停用，另行办理。',
  act: (code: string): string => `同意 ${code} 站加入`,
  refuse: '拒绝，不让它加入',
  admitted: (station: string): string => `${station} 已加入，正在把账送过去。`,
} as const;

/** A key on a second station. */
export const KEY_REQUEST = {
  nobodyTitle: '这台电脑上还没有人的钥匙',
  nobodyPurpose: '账已在这台电脑上，办好第一把钥匙就能用。',
  title: '在这台电脑上办钥匙',
  why: '每台电脑上的钥匙是分开的：在这里设一个口令，请保管人或法制办公室的同志在任何一台电脑上同意，就能用了。',
  start: '这台电脑上还没有我的钥匙',
  person: '您是谁',
  choose: '请选您的名字。',
  none: '本局登记的人在这台电脑上都有钥匙了。',
  passphrase: '设一个口令',
  passphraseAgain: '再输一遍口令',
  act: '请求办钥匙',
  asked: (names: readonly string[]): string => `${names.join('、')} 的钥匙已请求，等同意`,
  askedWhy: '请保管人或法制办公室的同志在任何一台已能用的电脑上打开“人员与设置”同意。这一页会自己变。',
  wayOut: '先不办',

  waiting: '等同意的钥匙',
  waitingSub: '有人在别的电脑上请求办钥匙。同意以前，请当面或打电话问清是不是本人。',
  columns: { person: '姓名', station: '在哪台电脑', why: '原因', at: '请求时间' },
  admit: '同意',
  admitOf: (person: string, station: string): string => `同意 ${person} 在 ${station} 的钥匙`,
  says: (who: string, person: string, station: string): string => `${who} 同意 ${person} 在 ${station} 使用新钥匙。`,
  correction: '这位同志在那台电脑上原有的钥匙从此停用，以前签的照样有效。',
  admitAct: '同意办钥匙',
} as const;

export const STATION_REFUSAL: Record<
  'station-code-unfit' | 'station-code-taken' | 'name-missing' | 'request-gone' | 'waits-for-second',
  string
> = {
  'station-code-unfit': '站点代号用一到两个大写字母，例如 B。',
  'station-code-taken': '这个代号已有站点在用，请那边换一个代号再请求。',
  'waits-for-second': '已签名并记入账本，还要另一位（保管人或法制办公室）签名后才接纳。',
  'name-missing': '那边没有填站点名称，请那边填好再请求。',
  'request-gone': '那台电脑已经断开，请它再请求一次。',
};

/** The stations of the bureau, under 人员与设置. */
export const STATIONS = {
  title: '站点',
  columns: { code: '代号', name: '名称', place: '存放地点', at: '加入时间', key: '站点钥匙' },
  here: '（本机）',
  founded: '建立时的站点',
} as const;

/** A link with no server at all: two texts carried between the PCs. */
export const BY_HAND = {
  title: '手工连接',
  purpose: '没有服务时，两台已加入的电脑靠两段文字连上：这边出一段，那边回一段。',
  offerTitle: '这台先来',
  offerWhy: '在这里做一段文字，带到那台电脑，那边会回一段。',
  offer: '做一段连接文字',
  offerText: '连接文字，带到那台电脑',
  answerText: '那边回的文字',
  answerHint: '把那台电脑上的回文整段粘贴在这里。',
  finish: '连上',
  answerTitle: '那台先来的',
  answerWhy: '把那台电脑上的连接文字粘贴在这里，会得到一段回文，再带回去。',
  given: '那边的连接文字',
  answer: '做一段回文',
  back: '回文，带回那台电脑',
  copy: '复制',
  connected: '文字对上了，正在连接。结果看“同步”。',
  keepOpen: '连上以前，两边都不要关这一页。',
  cannot: '这个浏览器不能这样连接，请用本局电脑上的服务。',
} as const;

export const HAND_REFUSAL: Record<
  'not-a-code' | 'other-act' | 'cut-off' | 'damaged' | 'newer-version' | 'other-bureau' | 'other-session' | 'no-way',
  string
> = {
  'no-way': '文字没有问题，但两台电脑之间没有直通的路，可能不在一个网段。请换一个网络，或用本局电脑上的服务。',
  'not-a-code': '这不是连接文字，请整段复制过来。',
  'other-act': '两段文字拿反了：这里要的是那边屏幕上的另一段。',
  'cut-off': '文字少了后面一段，请重新整段复制。',
  damaged: '文字有改动，认不出来，请重新复制。',
  'newer-version': '这段文字来自较新版本的录证，请先换上新版本。',
  'other-bureau': '这段文字是别的局的，不能用。',
  'other-session': '这段回文是回上一次的，请用这一次的连接文字再做一段。',
};
