import type { UnlockRefusal } from '../ledger/keyring.ts';
import type { VoidCode } from '../ledger/verdict.ts';
import type { PersonRefusal } from '../usecases/admit-person.ts';
import type { ActivityRefusal } from '../usecases/create-activity.ts';
import type { FoundingRefusal } from '../usecases/found-bureau.ts';
import type { HandoverRefusal } from '../usecases/hand-over.ts';
import type { MarkRefusal } from '../usecases/mark-activity.ts';

/** Why the book would not count an act; nothing was written. */
export const RULE: Record<VoidCode, string> = {
  'body-malformed': '内容不合规定格式，没有签入。请把情况告诉技术人员。',
  'chain-broken': '本机的签名顺序对不上，没有签入。请先核验本机账本。',
  'clock-wrong': '签名次序对不上，没有签入。请刷新后再试一次。',
  'author-kind-wrong': '这件事不能用这把钥匙签。',
  'authority-not-given': '您的身份还没有被接纳，或身份已有变更。请锁定后重新进入。',
  'authority-retired': '您这把钥匙已被新钥匙替换，请用新口令进入。',
  'role-missing': '您现在的职责不能办这件事，请由有该职责的同志办理。',
  'reference-unfit': '所依据的记录已经变了，请刷新后核对再办。',
  'duties-not-separate': '按规定，这件事须由另一位同志办理。',
  'subject-unfit': '所办的对象对不上，没有签入。',
  'founding-unfit': '本局台账只能建立一次。',
  'key-frozen': '这把钥匙在同一序号签过两份记录，不能再用来审批，请办新钥匙。',
  'member-left': '这把钥匙已被撤销，不能再签。',
  'delegation-over': '委托还没有开始，或者已经结束。',
  'delegation-out-of-scope': '受委托的职责不包括这件事。',
  declined: '这件事没有得到同意。',
  forked: '同一把钥匙在同一序号签了两份不同的记录，这一份不算数。',
};

type Code<R extends { readonly code: string }> = Exclude<R['code'], 'rule'>;

const PERSON: Record<Code<PersonRefusal>, string> = {
  'passphrase-unfit': '口令至少 8 个字，并且不能只用一两个字反复。',
  'name-missing': '请填写姓名。',
  'role-none': '请至少选一项职责。',
  'waits-for-second': '已签名并记入账本，还要另一位（保管人或法制办公室）签名后才生效。',
};

const FOUNDING: Record<Code<FoundingRefusal>, string> = {
  'passphrase-unfit': PERSON['passphrase-unfit'],
  'founder-role-missing': '建立人应是保管人或法制办公室的同志，请至少选其中一项职责。',
  'station-code-unfit': '站点代号用一到两个大写字母，例如 A。',
  'name-missing': '请把单位、姓名、站点名称填完整。',
  'division-missing': '请选择建立人所在的科室或单位。',
};

const ACTIVITY: Record<Code<ActivityRefusal>, string> = {
  'title-missing': '请填写活动名称。',
  'officer-missing': '请至少选一名执法人员。',
  'officer-suspended': '所选人员在停止执法期间，不能参加活动（第二十一条）。',
  'division-unknown': '这个科室或单位不在本局名册里，或已停用，请另选。',
};

const MARK: Record<Code<MarkRefusal>, string> = {
  'already-marked': '已经记过了，不用再记。',
  'not-arrived': '还没有记“到达现场”，请先记到达。',
  'not-finished': '活动还没有结束，结束后再登记返回时间。',
  'statement-missing': '请写明为什么确实无法及时移交（第十三条）。',
  'return-impossible': '返回时间应在活动结束之后、现在之前，请核对。',
};

const HANDOVER: Record<Code<HandoverRefusal>, string> = {
  'nothing-chosen': '请至少选一件资料。',
  'too-many': '一张移交单最多 1,000 件，请分几次移交。',
  'not-stored': '有资料还没有存入登记的介质，请先入库再移交。',
  damaged: '有资料校验不一致，请先处理再移交。',
};

const UNLOCK: Record<Exclude<UnlockRefusal['code'], 'passphrase-wrong' | 'locked-out'>, string> = {
  'no-key-here': '您在这台电脑上还没有钥匙，请保管人为您办理。',
};

const worded =
  <R extends { readonly code: string }>(words: Record<Code<R>, string>) =>
  (refusal: R): string =>
    refusal.code === 'rule' && 'rule' in refusal ? RULE[refusal.rule as VoidCode] : words[refusal.code as Code<R>];

export const personRefusal = worded<PersonRefusal>(PERSON);
export const foundingRefusal = worded<FoundingRefusal>(FOUNDING);
export const activityRefusal = worded<ActivityRefusal>(ACTIVITY);
export const markRefusal = worded<MarkRefusal>(MARK);
export const handoverRefusal = worded<HandoverRefusal>(HANDOVER);

export function unlockRefusal(refusal: UnlockRefusal): string {
  switch (refusal.code) {
    case 'passphrase-wrong':
      return refusal.triesLeft > 0 ? `口令不对，还可以试 ${refusal.triesLeft} 次。` : '口令不对，请稍等再试。';
    case 'locked-out':
      return `试得太多了，请等 ${refusal.seconds} 秒再试。口令忘了，请保管人办理新钥匙。`;
    default:
      return UNLOCK[refusal.code];
  }
}
