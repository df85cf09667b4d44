/** The locked desk. */
export const LOCK = {
  title: '已锁定',
  purpose: '请选您的名字，输入口令。正在运行的作业不受影响。',
  person: '您是谁',
  passphrase: '口令',
  unlock: '进入',
  choose: '请先选您的名字。',
  empty: '请输入您的口令。',
  wait: (seconds: number): string => `还要等 ${seconds} 秒`,
  waitOver: '可以再试了。',
  nobody: '这台电脑上还没有人的钥匙',
  nobodyWhy:
    '浏览器里存的钥匙找不到了，可能清除过网站数据。账本若还在，请用恢复单或别的电脑办理；先不要再清除任何数据，并告诉技术人员。',
  forgotten: '口令忘了',
  forgottenWhy: '口令找不回来，只能办一把新钥匙。以前签的照样有效。',
  helpers: (names: readonly string[]): string => `请 ${names.join('、')} 进入后，在“人员与设置”里给您办。`,
  noHelpers: '能办理的同志（保管人、法制办公室）在这台电脑上都没有别人了，请取出封存的恢复单，找技术人员办理。',
  running: '正在运行，锁定以后照样进行',
} as const;
