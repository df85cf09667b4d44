import { RULE_SET_DATA } from './data/rule-set.ts';

export interface RuleSet {
  /** Named by every check and finding, so that an old finding still shows the rule it was made under. */
  readonly version: string;
  /** 发文字号, with its hexagonal brackets 〔〕. */
  readonly docNo: string;
  readonly issuer: string;
  /** The notice's title, joined; the print broke it over three lines. */
  readonly title: string;
  readonly titleAsPrinted: string;
  readonly notice: { readonly addressees: string; readonly text: string };
  readonly regulationTitle: string;
  readonly checklistTitle: string;
  /** The text bears no date of issue and Art. 23 says "from issue": null until the legal affairs office enters it. */
  readonly effectiveFrom: null;
  /** SHA-256 in hex of `data/regulation.zh-CN.txt`, the frozen text everything here is compared with. */
  readonly textSha256: string;
}

export const RULE_SET: RuleSet = RULE_SET_DATA;
