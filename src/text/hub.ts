/** What the hub says on the terminal of the PC that runs it, and on the page that explains trusting its certificate. */

export interface TrustGuide {
  readonly system: string;
  readonly steps: readonly string[];
}

export const trustPage = {
  title: '录证：先信任证书，再打开',
  lead: '您用 IP 地址或另一个名称打开了这台电脑。录证只在下面这个固定网址上工作，密钥和资料都跟着网址走，换了网址就成了另一个站点。',
  linkLead: '录证的网址',
  firstTime: '这台电脑或手机第一次用，按三步做：',
  acts: [
    '下载证书。',
    '照下面您的系统的做法，让系统信任它。',
    '关掉浏览器再打开，进上面的网址；地址栏不再有警告，就好了。',
  ],
  download: '下载证书（luzheng-ca.crt）',
  check:
    '装之前，请到运行录证的那台电脑上看一眼：它的窗口里印着同一串指纹。两边一样才装；不一样，说明有人在中间，先不要装，请告诉站点负责人。',
  sha256: '指纹 SHA-256',
  sha1: '指纹 SHA-1（Windows 的提示里显示这一串）',
  scope: '这张证书只管这一个名称，不能用来冒充别的网站。',
  trouble: '证书装好了，网址还是打不开',
  troubleSteps: [
    '确认两台机器在同一个网络里，运行录证的电脑没有关。',
    '名称以 .local 结尾时，要靠网络自己找名称；跨网段或较旧的系统找不到。请站点负责人在本单位的名称解析（DNS）里登记这个名称，或在运行录证的电脑上用 LUZHENG_HOST 换成已登记的名称。',
    '运行录证的电脑若开着防火墙，要允许网址里的端口。',
  ],
} as const;

export const trustGuides: readonly TrustGuide[] = [
  {
    system: 'Windows',
    steps: [
      '双击下载的 luzheng-ca.crt，点“安装证书”。',
      '存储位置选“当前用户”，下一步。',
      '选“将所有的证书都放入下列存储”，点“浏览”，选“受信任的根证书颁发机构”，确定，下一步，完成。',
      '出现安全警告时，核对指纹，一样就点“是”。',
      '关掉所有浏览器窗口，再打开。',
    ],
  },
  {
    system: '统信 UOS、银河麒麟',
    steps: [
      '打开浏览器的“设置”，找到“隐私设置和安全性”里的“安全”，点“管理证书”。',
      '选“授权中心”（有的版本叫“证书颁发机构”），点“导入”，选下载的 luzheng-ca.crt。',
      '勾选“信任该证书，以标识网站的身份”，确定。',
      '关掉浏览器，再打开。',
    ],
  },
  {
    system: '安卓手机、平板',
    steps: [
      '打开系统的“设置”，搜索“证书”，进“安装证书”（一般在“安全”下的“加密与凭据”里）。',
      '选“CA 证书”，看过提示后点“仍然安装”。',
      '选下载的 luzheng-ca.crt。没有设锁屏密码的，系统会先要求设一个。',
      '关掉浏览器，再打开。',
    ],
  },
  {
    system: '苹果手机、平板（iOS）',
    steps: [
      '用 Safari 打开本页，下载证书，点“允许”。',
      '打开“设置”，点上方的“已下载描述文件”，点“安装”。',
      '再到“设置”的“通用”“关于本机”“证书信任设置”，打开这张证书的开关。这一步不能省。',
      '回到 Safari，进上面的网址。',
    ],
  },
];

export const settingFaults = {
  'port-not-a-number': (name: string, given: string) => `${name} 写的是“${given}”，要写 1 到 65535 之间的整数。`,
  'ports-equal': (name: string, given: string) => `${name} 和 PORT 都是 ${given}，要写两个不同的端口。`,
  'https-port-missing': () => 'PORT 是 65535，后面没有端口给局域网用了。请另用 HTTPS_PORT 指定一个。',
  'host-not-a-name': (name: string, given: string) =>
    `${name} 写的是“${given}”，要写一个主机名，例如 luzheng.local。不能写 IP 地址，也不能写 localhost：密钥和资料都跟着这个名称走，它要一直不变。`,
} as const;

const safe = '已有的资料没有动。';

export const startFaults = {
  'port-taken': (port: number) =>
    `端口 ${port} 已被别的程序占用，录证没有启动。${safe}\n` +
    '请先关掉占用它的程序，再运行 npm start。\n' +
    '录证不会自己换端口：密钥和资料跟着网址走，换了端口就成了另一个站点。确实要换，用 PORT 指定。',
  'already-running': (port: number) => `录证已经在这台电脑上运行，不用再开一次。请打开 http://localhost:${port}`,
  'port-forbidden': (port: number) =>
    `这台电脑不让录证使用端口 ${port}（1024 以下的端口一般要特别权限），录证没有启动。${safe}\n请用 PORT 或 HTTPS_PORT 指定 1024 以上的端口。`,
  'port-failed': (port: number, code: string) => `端口 ${port} 打不开，录证没有启动。${safe}\n给技术人员：${code}`,
  'app-missing': (dir: string) =>
    `没有找到录证的页面文件，录证没有启动。${safe}\n请取一份完整的程序，再运行 npm start。\n给技术人员：${dir}`,
  'folder-not-writable': (dir: string, code: string) =>
    `存放名称和证书的文件夹写不进去，录证没有启动。${safe}\n请检查磁盘是否已满、这个文件夹是否允许写入：${dir}\n给技术人员：${code}`,
} as const;

export const started = {
  local: (url: string) => `录证已经打开。在这台电脑上请用浏览器打开：${url}`,
  lan: (url: string) => `本单位别的电脑、手机用：${url}`,
  firstVisit: (urls: readonly string[]) =>
    urls.length === 0
      ? '这台电脑现在没有连到局域网。连上后重新运行，这里会写出别的电脑第一次要打开的网址。'
      : `它们第一次用时，先打开 ${urls.join(' 或 ')} ，照页面信任证书。`,
  fingerprint: (sha256: string) => `证书指纹 SHA-256（装之前核对）：\n  ${sha256}`,
  fingerprintSha1: (sha1: string) => `证书指纹 SHA-1（Windows 提示里的）：\n  ${sha1}`,
  newAuthority: '这是一张新证书：每台用局域网网址的电脑、手机都要信任它一次。',
  renewed: '网站证书快到期，已经换新。别的电脑不用再做什么。',
  nameChanged: (before: string, after: string) =>
    `局域网名称从 ${before} 改成了 ${after}。对别的电脑来说这是新网址，也就是新站点；原网址上的资料留在那些电脑的浏览器里，要用原名称才打得开。`,
  damagedAside: (path: string) => `原来的证书读不出来，已改名保留为 ${path}，并另做了一张。`,
  clockBehind: (date: string) => `这台电脑的时间早于证书开始生效的时间（${date}）。请先校时，否则别的电脑打不开网址。`,
  stopHint: '要停下，按 Ctrl+C。已打开过的页面停下后也照样能用。',
  stopped: '录证的服务已停下。',
} as const;
