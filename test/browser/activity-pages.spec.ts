import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { pagesUrl } from './harness/pages.ts';

/** Today, activities and the field pages over a bureau in memory that is founded, signed and folded for real. */
const base = pagesUrl('office');

test.describe.configure({ mode: 'parallel' });

const MORNING = '2026-03-05T08:55:00%2B08:00';
const thrown: string[] = [];

async function open(page: Page, path: string, more = ''): Promise<void> {
  thrown.length = 0;
  page.on('pageerror', (error) => thrown.push(error.message));
  await page.goto(`${base}?path=${path}${more}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

test.afterEach(() => expect(thrown).toEqual([]));

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const dialog = (page: Page) => page.getByRole('dialog');
const sign = (page: Page) => dialog(page).getByRole('button', { name: /^签署/ });

test('a new activity: faults are listed, the type proposes matters, what is typed is put in form, advice does not block', async ({
  page,
}) => {
  await open(page, '/activities/new');
  await page.getByRole('button', { name: '建立活动' }).click();
  const list = page.getByRole('alert').filter({ hasText: '有 2 处要改' });
  await expect(list).toBeFocused();
  await list.getByRole('link', { name: '活动名称' }).click();
  await expect(page.getByLabel('活动名称')).toBeFocused();
  await page.getByLabel('活动类别').selectOption('complaintHandling');
  await expect(page.getByRole('checkbox', { name: '现场检查' }).first()).toBeChecked();
  await page.getByLabel('活动名称').fill('  瀍河投诉核实 ');
  await page.getByRole('textbox', { name: /^案号/ }).fill('洛水罚[2026]8号');
  await page.getByRole('textbox', { name: /^计划出发时间/ }).fill('2026.3.6 9:00');
  await page.getByRole('textbox', { name: /^备注/ }).focus();
  await expect(page.getByRole('textbox', { name: /^案号/ })).toHaveValue('洛水罚〔2026〕8号');
  await expect(page.getByRole('textbox', { name: /^计划出发时间/ })).toHaveValue('2026-03-06 09:00');
  await expect(page.getByText('只选了 1 名执法人员')).toBeVisible();
  await page.getByRole('checkbox', { name: /刘伟/ }).check();
  await expect(page.getByText('刘伟的执法证 2026-02-28 到期')).toBeVisible();
  await page.getByRole('button', { name: '建立活动' }).click();
  await expect(heading(page, '瀍河投诉核实')).toBeVisible();
  await expect(page.getByText('洛水罚〔2026〕8号')).toBeVisible();
  await expect(page.getByText('1 现场检查、2 调查取证')).toBeVisible();
});

test('what the person ticked stays when the type changes; off the list is said', async ({ page }) => {
  await open(page, '/activities/new');
  await page.getByLabel('活动类别').selectOption('service');
  await page.getByRole('checkbox', { name: '邮寄送达' }).uncheck();
  await page.getByLabel('活动类别').selectOption('compulsoryMeasure');
  await expect(page.getByRole('checkbox', { name: '留置送达' })).toBeChecked();
  await page.getByRole('button', { name: '改用建议' }).click();
  await expect(page.getByText('清单中无行政强制措施事项')).toBeVisible();
  // The fault that appears as the field is left does not move the box away from under the press.
  await page.getByLabel('活动名称').fill('名称'.repeat(60));
  await page.getByRole('checkbox', { name: '现场检查' }).first().check();
  await expect(page.getByText('最多 100 个字，请写短一些。')).toBeVisible();
});

test('what is typed is not lost: leaving asks, and locking keeps it', async ({ page }) => {
  await open(page, '/activities/new');
  await page.getByLabel('活动名称').fill('没有写完的活动');
  await page.getByRole('navigation').getByRole('link', { name: '今日' }).click();
  await page.getByRole('button', { name: '留在这里' }).click();
  await expect(page.getByLabel('活动名称')).toHaveValue('没有写完的活动');
  await expect(dialog(page)).toHaveCount(0);
  // A press that reads who sits here must not live on behind the lock.
  await page.getByRole('button', { name: '建立活动' }).click();
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByRole('button', { name: 'unlock' }).click();
  await expect(page.getByLabel('活动名称')).toHaveValue('没有写完的活动');
  await page.getByRole('button', { name: '不建了' }).click();
  await page.getByRole('button', { name: '离开，不保存' }).click();
  await expect(heading(page, '执法活动')).toBeVisible();
});

test('a change is signed, and an unchanged form is not', async ({ page }) => {
  await open(page, '/activities/:done/edit');
  const save = page.getByRole('button', { name: '签署修改' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('活动名称').fill('改过名的活动');
  await save.click();
  await expect(heading(page, '改过名的活动')).toBeVisible();
});

test.describe('on a phone, on site', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  const fits = (page: Page) =>
    page.evaluate(
      () =>
        document.documentElement.scrollHeight <= window.innerHeight &&
        document.documentElement.scrollWidth <= window.innerWidth,
    );

  test('arrived, taken back, arrived again by a double tap, told, ended by holding; nothing scrolls', async ({
    page,
  }) => {
    await open(page, '/field/:today', `&offline&at=${MORNING}`);
    await expect(page.getByText('无网络，记在本机')).toBeVisible();
    const arrive = page.getByRole('button', { name: /^到达现场/ });
    const noticed = page.getByRole('button', { name: /^已告知/ });
    await arrive.click();
    await page.getByRole('button', { name: '撤销“到达现场”' }).click();
    await expect(page.getByText('已撤销').first()).toBeVisible();
    await expect(async () => {
      await arrive.dblclick({ timeout: 1000 });
      await expect(noticed).toBeVisible({ timeout: 1000 });
    }).toPass();
    expect(await fits(page)).toBe(true);
    await expect(page.getByRole('button', { name: /^撤销/ })).toHaveCount(1);
    await page.evaluate(() => window.skipTime(10_000));
    await expect(page.getByRole('button', { name: /^撤销/ })).toHaveCount(0);

    await page.getByRole('button', { name: /^提示卡/ }).click();
    await expect(page.locator('em')).toHaveText('张建国、李敏');
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: /^已念完/ }).click();

    // Steps come one by one; an interruption goes before them until recording goes on (Art. 11).
    await page.getByRole('button', { name: /^进入检查场所/ }).click();
    await expect(page.getByRole('button', { name: '撤销“进入检查场所”' })).toBeVisible();
    await page.getByRole('button', { name: /^中断/ }).click();
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: '电量不足' }).click();
    const resume = page.getByRole('button', { name: /^恢复记录/ });
    await expect(async () => {
      await resume.click({ timeout: 1000 });
      await expect(page.getByText('请当场说出中断的原因')).toBeVisible({ timeout: 1000 });
    }).toPass();
    expect(await fits(page)).toBe(true);
    await page.getByRole('button', { name: /^环节/ }).click();
    await expect(page.getByRole('button', { name: /^进入检查场所 张建国/ })).toBeVisible();
    await page.getByRole('button', { name: '返回现场' }).click();
    const end = page.getByRole('button', { name: /^结束/ });
    await end.click();
    await expect(page.getByText('结束要按住 2 秒才算')).toBeAttached();
    await expect(end).toBeVisible();
    expect(await fits(page)).toBe(true);
    await end.hover();
    await page.mouse.down();
    await expect(page.getByRole('button', { name: /^去采集/ })).toBeVisible();
    await page.mouse.up();
    await expect(page.getByText('今日 24:00 截止，第十三条')).toBeVisible();
    expect(await fits(page)).toBe(true);
  });

  test('who is not an officer of the activity cannot mark, and is told why', async ({ page }) => {
    await open(page, '/field/:today', `&who=wang&at=${MORNING}`);
    const arrive = page.getByRole('button', { name: /^到达现场/ });
    await expect(arrive).toHaveAttribute('aria-disabled', 'true');
    await arrive.click({ force: true });
    await expect(page.getByText('您不是执法人员').first()).toBeVisible();
    await expect(page.getByText('还没有记')).toBeVisible();
  });
});

test('Art. 13 on the desk: not today, with ground and statement; back; then 24 hours run', async ({ page }) => {
  await open(page, '/');
  const urgent = page.getByRole('region', { name: '最急的一件' });
  await expect(urgent).toContainText('今日 24:00 截止，第十三条');
  await urgent.getByRole('button', { name: '今天来不及移交' }).click();
  await expect(sign(page)).toHaveAttribute('aria-disabled', 'true');
  await dialog(page).getByRole('radio', { name: '异地执法' }).check();
  await expect(dialog(page).getByText('请写明为什么确实无法及时移交')).toBeVisible();
  await dialog(page).getByLabel('为什么确实无法及时移交').fill('在嵩县连续检查两天');
  await sign(page).click();
  await expect(dialog(page)).toHaveCount(0);

  const row = page.getByRole('listitem').filter({ hasText: '伊河龙门段河道采砂现场检查' });
  await expect(row).toContainText('返回时间未登记');
  await row.getByRole('button', { name: /^已返回单位/ }).click();
  const at = dialog(page).getByRole('textbox', { name: '返回时间' });
  await expect(at).toHaveValue(/^2026-03-05 16:4\d$/);
  await at.fill('2026-03-05 10:00');
  await expect(dialog(page).getByText('返回时间应在活动结束')).toBeVisible();
  await at.fill('2026-03-05 15:00');
  await sign(page).click();
  await expect(urgent).toContainText('伊河龙门段河道采砂现场检查');
  await expect(urgent).toContainText('明日 15:00 截止');
});

test('a mark is withdrawn on the activity’s page: it stays, struck, and the deadline is what it was', async ({
  page,
}) => {
  await open(page, '/activities/:away');
  await page.getByRole('button', { name: '撤回“当天来不及移交”' }).click();
  await sign(page).click();
  await expect(page.getByText('已撤回', { exact: true })).toBeVisible();
  await expect(page.getByText('昨日 24:00 截止')).toBeVisible();
  await expect(page.getByText('不符合第十三条（待说明）')).toBeVisible();
});

test('the list is filtered by words, state and date, and opened by keyboard', async ({ page }) => {
  await open(page, '/activities');
  await page.getByLabel(/^找编号/).fill('陆浑');
  await expect(page.getByText('共 8 件，筛出 1 件')).toBeVisible();
  await page.getByRole('button', { name: '去掉 含“陆浑”' }).click();
  await page.getByLabel('日期从', { exact: true }).fill('2026-3-4');
  await page.getByLabel('状态', { exact: true }).selectOption('away');
  await expect(page.getByText('筛出 1 件')).toBeVisible();
  await page.getByRole('button', { name: '全部清除' }).click();
  await expect(page.getByLabel('日期从', { exact: true })).toHaveValue('');
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(heading(page, '洛河瀍河口涉河建设项目检查')).toBeVisible();
});

test('an address that leads nowhere says so', async ({ page }) => {
  await open(page, '/activities/nosuchactivity');
  await expect(page.getByText('这台电脑上没有这次活动').first()).toBeVisible();
});

test('at the desk a gap is stated, a finding answered and a step marked; each stands at once, and the head reads the statement', async ({
  page,
}) => {
  await open(page, '/activities/:gaps');
  await expect(page.getByText('缺 3 分 26 秒，电量不足')).toBeVisible();
  await page.getByRole('button', { name: '看文字' }).click();
  await expect(page.getByRole('grid', { name: '时间线的文字' })).toBeVisible();
  await page.getByRole('button', { name: /^写说明/ }).click();
  await dialog(page).getByLabel('原因').selectOption('lowBattery');
  await dialog(page).getByLabel('书面说明').fill('电池耗尽，就近换电池后继续录');
  await sign(page).click();
  await expect(page.getByText('电池耗尽，就近换电池后继续录')).toBeVisible();
  await page.getByRole('button', { name: /^说明情况，记录仪 03/ }).click();
  await dialog(page).getByLabel('说明').fill('出发前看过，没有签检查单');
  await sign(page).click();
  await expect(page.getByText(/张建国 .* 说明：出发前看过/)).toBeVisible();
  await page.getByRole('button', { name: '标记，当事人拒绝检查' }).click();
  await dialog(page).getByText('未发生').click();
  await dialog(page).getByRole('textbox', { name: '理由' }).fill('当事人配合');
  // Small dialogs keep what was typed as well.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '锁定' }).click();
  await page.getByRole('button', { name: 'unlock' }).click();
  await page.getByRole('button', { name: '标记，当事人拒绝检查' }).click();
  await expect(dialog(page).getByText('接着写还没有签的草稿。')).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: '理由' })).toHaveValue('当事人配合');
  await sign(page).click();
  await expect(page.getByText('理由：当事人配合')).toBeVisible();

  // A minute that passes takes no open form away, and Esc nothing that was typed.
  await page.getByRole('button', { name: '填写本项内容，现场检查' }).click();
  const inspected = dialog(page).getByLabel('检查事项');
  await inspected.fill('采砂许可');
  await page.evaluate(() => window.skipTime(61_000));
  await expect(inspected).toHaveValue('采砂许可');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await page.getByRole('button', { name: '填写本项内容，现场检查' }).click();
  await expect(dialog(page).getByText('接着写还没有签的草稿。')).toBeVisible();
  await sign(page).click();
  await expect(page.getByText('检查事项 采砂许可')).toBeVisible();
});

test('before setting out: a slow clock asks for what was done about it, then the check is signed', async ({ page }) => {
  await open(page, '/check/:tomorrow');
  await expect(page.getByRole('img', { name: /^对时二维码/ })).toBeVisible();
  await page.getByLabel(/^设备显示的时间/).fill('16:30:00');
  await page.getByRole('button', { name: '此刻按下' }).click();
  await expect(page.getByText('请先校时')).toBeVisible();
  await page.getByRole('radio', { name: '有图有声' }).check();
  await page.getByRole('radio', { name: '干净' }).check();
  await page.getByRole('radio', { name: '通过，可以带走', exact: true }).check();
  await page.getByRole('button', { name: /^签署/ }).click();
  await expect(page.getByText('时钟偏差过大，请选处理措施').first()).toBeVisible();
  await page.getByRole('radio', { name: '已校时' }).check();
  await page.getByRole('button', { name: /^签署/ }).click();
  await expect(page.getByRole('button', { name: /通过，16:4/ })).toBeInViewport();
  await expect(page.getByRole('group', { name: '设备', exact: true })).toBeFocused();
  await expect(page.getByRole('radio', { name: '有图有声' })).not.toBeChecked();
});

test('the legal affairs office filters findings and opens one; nothing can be decided before it is answered', async ({
  page,
}) => {
  await open(page, '/findings', '&who=zhou');
  await page.getByLabel('条款').selectOption('9');
  await expect(page.getByText(/^共 \d+ 件，筛出 \d+ 件/)).toBeVisible();
  await page.getByRole('grid', { name: '提示列表' }).getByText('不符合第九条').first().click();
  await expect(page.getByText('还没有人说明')).toBeVisible();
  await page.getByRole('button', { name: /^记录对账/ }).click();
  await expect(page.getByRole('grid', { name: '记录对账' }).getByText('无说明')).toBeVisible();
});

for (const [name, path, more] of [
  ['today', '/', ''],
  ['an empty desk', '/', '&empty'],
  ['activities', '/activities', ''],
  ['the form', '/activities/new', ''],
  ['an activity', '/activities/:done', ''],
  ['a late activity', '/activities/:late', '&theme=dark'],
  ['an activity with a gap', '/activities/:gaps', ''],
  ['a check card', '/check/:tomorrow', ''],
  ['findings', '/findings', '&who=zhou'],
  ['the field page', '/field/:today', `&at=${MORNING}`],
  ['the cue card', '/cue/:today', `&at=${MORNING}`],
] as const) {
  test(`${name} has no accessibility fault that a machine finds`, async ({ page }) => {
    await open(page, path, more);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}
