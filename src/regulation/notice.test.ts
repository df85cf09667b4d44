import { expect, it } from 'vitest';
import { articleByNumber } from './articles.ts';
import { renderNotice, STANDARD_PHRASE } from './notice.ts';

it('two officers are named, joined by 、', () => {
  expect(renderNotice(['张三', '李四'])).toBe(
    '您好，我们是洛阳市水利局执法人员张三、李四，为保护您的合法权益，监督我们的执法行为，本次执法全程录音录像。',
  );
});

it('the canonical phrase is that of Art. 8 with full-width punctuation', () => {
  const printed = articleByNumber(8).blocks[0]?.text.split('告知的规范用语是: ')[1];
  expect(printed?.replaceAll(', ', '，')).toBe(STANDARD_PHRASE);
  expect(STANDARD_PHRASE).not.toMatch(/[,.:;]/);
});

it('three officers and one officer are rendered, blank names are dropped', () => {
  expect(renderNotice(['张三', ' 李四 ', '王五'])).toContain('执法人员张三、李四、王五，为保护');
  expect(renderNotice(['张三', '  '])).toContain('执法人员张三，为保护');
});

it('without names the printed placeholders stand', () => {
  expect(renderNotice([])).toBe(STANDARD_PHRASE);
  expect(renderNotice([' '])).toContain('执法人员×××、×××，为保护');
});
