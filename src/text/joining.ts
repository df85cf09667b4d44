import { commas, inThrees } from './times.ts';

/** Joining a bureau, at the PC that joins. */
export const JOINING = {
  stepsName: '加入步骤',
  steps: { invitation: '邀请', station: '这台电脑', compare: '核对', receive: '收账', person: '您是谁' },
  stepHints: {
    invitation: '扫码、链接、文字或文件',
    station: '站点名称和代号',
    compare: '六位数字',
    receive: '收下本局的账',
    person: '办一把钥匙',
  },
  paste: '邀请文字或链接',
  pasteHint: '把那台电脑上的邀请文字或链接整段粘贴在这里。',
  openFile: '打开邀请文件',
  scan: '用这台电脑的摄像头扫码',
  scanStop: '不扫了',
  scanSees: '摄像头画面',
  scanHow: '把那台电脑上的邀请二维码（可以先用手机拍下来）对准摄像头，认出来会自己停下。',
  scanOther: '看到的不是能用的邀请。请对准那台电脑上“邀请二维码”下面的图。',
  fromLink: '已经从链接里读到邀请。',
  next: '下一步',
  back: '上一步',
  missing: '还差邀请',
  readInvitation: (bureau: string, station: string): string => `${bureau}，由 ${station} 发出的邀请`,
  facts: { bureau: '单位', inviter: '发出邀请的站点', expires: '有效到' },
  stationNameHint: '例如：伊河管理站办公室',
  codeHint: '一到两个大写字母，不能和别的站点重复；印在每一个编号里，定了不能改。',
  ask: '请求加入',
  askWhy: '请求发出后，那台电脑上会出现这台的名称和六位数字，要那边签署同意。',

  connecting: '正在找发出邀请的电脑',
  connectingWhy: '请让那台电脑开着录证、停在“邀请一台电脑加入”。找到以前，这里一直在试。',
  compare: '请和那边核对这六位数字',
  compareWhy: '打电话或当面告诉发出邀请的同志。两边一样，请那边签署同意；不一样，说明中间有人，请停下。',
  waits: '在等那边签署同意。这一页开着就行，不用按什么。',
  digits: inThrees,
  receiving: '正在收下本局的账',
  received: (done: number, total: number): string => `${commas(done)} / ${commas(total)} 条`,
  receivingWhy: '断开了会自己接着收，收过的不会重来。收完就能办您的钥匙。',
  stop: '停下，不加入了',
  enter: '进入录证，办您的钥匙',
  done: '这台电脑已加入',
  doneWhy: (bureau: string, station: string): string =>
    `${bureau} 的账已在这台电脑上，这台是 ${station}。以后开着就会自己核对。`,

  title: '加入本局',
  already: (bureau: string, station: string): string => `这台电脑已经是 ${bureau} 的 ${station}`,
  alreadySame: '不用再加入一次。要加入的是别的电脑，请到那台电脑上打开这份邀请。',
  alreadyOther: (bureau: string): string =>
    `一个网址只能属于一个局。这份邀请是 ${bureau} 的，在这里不能用；请用另一台电脑。`,
  toDesk: '回到今日',
} as const;

/** Why a text is no invitation that can be used. */
export const INVITE_REFUSAL: Record<'not-an-invite' | 'cut-off' | 'damaged' | 'expired' | 'newer-version', string> = {
  'not-an-invite': '这不是录证的邀请。请在那台电脑上按“复制文字”，再整段粘贴过来。',
  'cut-off': '邀请少了后面一段，多半是没有复制全。请按“复制文字”重新复制，或改用邀请文件。',
  damaged: '邀请里有字被改动过，认不出来。请不要手抄，重新复制或改用邀请文件。',
  expired: '这份邀请过了一小时，已经失效。请那边另发一份。',
  'newer-version': '这份邀请是较新版本的录证发出的。请先让这台电脑换上新版本，再打开邀请。',
};

/** Why the camera of this PC shows nothing. */
export const SCAN_REFUSAL: Record<'no-camera' | 'camera-refused' | 'camera-held', string> = {
  'no-camera': '这台电脑没有能用的摄像头。请用链接、文字或邀请文件。',
  'camera-refused':
    '浏览器没有得到使用摄像头的同意。请在地址栏左边的图标里允许，再扫一次；也可以用链接、文字或邀请文件。',
  'camera-held': '摄像头正被别的程序用着，或者没有反应。请关掉那个程序再扫，或者用链接、文字或邀请文件。',
};

/** Why joining came to nothing, in the four parts of every trouble. */
export const JOIN_TROUBLE: Record<
  | 'declined'
  | 'invitation-spent'
  | 'station-code-taken'
  | 'no-server'
  | 'certificate-not-trusted'
  | 'not-there'
  | 'not-recognised'
  | 'link-lost'
  | 'wrong-bureau'
  | 'expired',
  { readonly happened: string; readonly safe: string; readonly toDo: string }
> = {
  declined: {
    happened: '那边没有同意',
    safe: '这台电脑上没有留下本局的任何资料。',
    toDo: '请问清原因；要再试，请那边另发一份邀请。',
  },
  'invitation-spent': {
    happened: '这份邀请已经用过了',
    safe: '这台电脑上没有留下本局的任何资料。',
    toDo: '一份邀请只能让一台电脑加入，请那边另发一份。',
  },
  'station-code-taken': {
    happened: '这个代号已有站点在用',
    safe: '邀请还能用。',
    toDo: '回到上一步换一个代号，再请求一次。',
  },
  'no-server': {
    happened: '本局电脑上的服务没有回应',
    safe: '邀请还能用，这台电脑上什么也没有改。',
    toDo: '看看两台电脑是不是在同一个网络里，运行录证的电脑有没有关。好了会自己接上。',
  },
  'certificate-not-trusted': {
    happened: '浏览器没有信任本局电脑的证书，或者网络不通',
    safe: '邀请还能用，这台电脑上什么也没有改。',
    toDo: '先按本局电脑上的说明信任证书，再打开录证；已经信任的，看看网络。',
  },
  'not-there': {
    happened: '服务通了，但是发出邀请的电脑不在',
    safe: '邀请还能用。',
    toDo: '请那边打开录证，进入以后停在“邀请一台电脑加入”。',
  },
  'not-recognised': {
    happened: '在线的电脑都不认这份邀请',
    safe: '这台电脑上什么也没有改。',
    toDo: '可能那边收回了，或者另发过一份。请问那边，用最新的一份；发出邀请的电脑没有开的，请先打开。',
  },
  'link-lost': {
    happened: '两台电脑之间断开了',
    safe: '已经收到的都在，不会重来。',
    toDo: '不用做什么，正在自己接上。',
  },
  'wrong-bureau': {
    happened: '收到的不是这份邀请里的局',
    safe: '没有采用，这台电脑上什么也没有改。',
    toDo: '请停下，把这件事告诉发出邀请的同志和技术人员。',
  },
  expired: {
    happened: '邀请过了一小时，已经失效',
    safe: '这台电脑上没有留下本局的任何资料。',
    toDo: '请那边另发一份邀请。',
  },
};
