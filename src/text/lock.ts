/** The locked desk. */
export const LOCK = {
  title: '已锁定',
  purpose: '请选您的名字，输入口令。正在运行的作业不受影响。',
  person: '您是谁',
  passphrase: '口令',
  unlock: '进入',
  choose: '请先选您的名字。',
  nobody: '这台电脑上还没有人的钥匙。',
  forgotten: '口令忘了',
  forgottenWhy: '口令找不回来。请保管人或法制办公室的同志进入后，在“人员与设置”里给您办一把新钥匙。以前签的照样有效。',
  running: (words: string): string => `正在运行：${words}`,
} as const;
