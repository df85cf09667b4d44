import type { RuleSet } from '../rule-set.ts';

export const RULE_SET_DATA: RuleSet = {
  version: 'luoyang-water-2020-22',
  docNo: '洛水政〔2020〕22号',
  issuer: '洛阳市水利局',
  title: '洛阳市水利局关于印发执法音像记录管理制度及音像记录事项清单的通知',
  titleAsPrinted: '洛阳市水利局 关于印发执法音像记录管理制度 及音像记录事项清单的通知',
  notice: {
    addressees: '机关各科室、局属各单位：',
    text: '为进一步落实行政执法“三项制度”，推进服务型执法，规范行政执法全过程管理，结合我局实际修订完善《洛阳市水利局执法音像记录管理制度》和《洛阳市水利局音像记录事项清单》，现印发你们，请遵照执行。',
  },
  regulationTitle: '洛阳市水利局执法音像记录管理制度',
  checklistTitle: '洛阳市水利局音像记录事项清单',
  effectiveFrom: null,
  textSha256: 'f4f413969bd691b29df47951c3f26da855b37562174436f3f62acdbdebd35623',
};
