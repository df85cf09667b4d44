/** Art. 8 with canonical full-width punctuation; the names stand between the two parts. */
export const STANDARD_PHRASE_TEMPLATE = [
  '您好，我们是洛阳市水利局执法人员',
  '，为保护您的合法权益，监督我们的执法行为，本次执法全程录音录像。',
] as const;

export const NAME_PLACEHOLDER = '×××';
export const NAME_SEPARATOR = '、';
