import type { Article } from '../articles.ts';

/** Verbatim: half-width marks, mixed brackets and the missing full stop of Art. 10 are the document's own. */
export const ARTICLE_DATA: readonly Article[] = [
  {
    number: 1,
    heading: '第一条',
    blocks: [
      {
        kind: 'paragraph',
        text: '为进一步规范执法行为，提高执法人员的工作质量和执法水平，保障每一名执法人员正确使用行政执法音像记录设备、依法履行职责，有效保护当事人和执法工作人员的合法权益，结合工作实际，制定本制度。',
      },
    ],
  },
  {
    number: 2,
    heading: '第二条',
    blocks: [
      {
        kind: 'paragraph',
        text: '本制度所称执法音像记录设备，是指用配备的音像取证设备（包括但不限于照相机、录像机、录音笔、记录仪等，以下简称：执法记录仪）对现场执法全过程同步录音录像，并对现场执法全过程音视频记录的资料进行收集、保存、管理、使用等。',
      },
    ],
    editorNote:
      '本条以“设备”起首，定义落在资料的收集、保存、管理、使用上；“执法记录仪”在本条为各类设备的统称，在清单中仅指其中一种载体。原文如此。',
  },
  {
    number: 3,
    heading: '第三条',
    blocks: [
      {
        kind: 'paragraph',
        text: '执法人员使用执法记录仪对执法全过程进行同步录音录像应遵循同步摄录、集中管理、规范归档、严格保密的原则，确保视听资料的全面、客观、合法、有效。',
      },
    ],
  },
  {
    number: 4,
    heading: '第四条',
    blocks: [
      {
        kind: 'paragraph',
        text: '所配的执法记录仪为执法办案、日常检查、重大执法活动等工作专用，严禁摄录任何与工作无关的内容。',
      },
    ],
  },
  {
    number: 5,
    heading: '第五条',
    blocks: [
      {
        kind: 'paragraph',
        text: '执法人员在执法前，应当对音像记录设备的电池容量、内存空间、系统日期和时间等进行检查，保证音像记录设备能够正常使用。',
      },
    ],
  },
  {
    number: 6,
    heading: '第六条',
    blocks: [
      { kind: 'paragraph', text: '在实施以下可能引发争议的执法管理活动时应佩戴现场执法记录仪，进行现场执法记录。' },
      { kind: 'item', mark: '(一)', text: '日常执法检查;' },
      { kind: 'item', mark: '(二)', text: '处置各类投诉、举报案件;' },
      { kind: 'item', mark: '(三)', text: '违法案件查处过程中, 调查取证活动、先行登记保存;' },
      { kind: 'item', mark: '(四)', text: '证据、执法文书送达;' },
      { kind: 'item', mark: '(五)', text: '实施行政强制措施;' },
      { kind: 'item', mark: '(六)', text: '其他现场执法办案活动。' },
    ],
    editorNote: '各项括号、分号为半角。原文如此。',
  },
  {
    number: 7,
    heading: '第七条',
    blocks: [
      { kind: 'paragraph', text: '下列情形可以不进行现场执法记录:' },
      { kind: 'item', mark: '(一)', text: '涉及国家秘密、商业秘密或者个人隐私的;' },
      { kind: 'item', mark: '(二)', text: '情况紧急, 不能进行执法记录的;' },
      { kind: 'item', mark: '(三)', text: '因客观原因无法进行执法记录的。' },
      {
        kind: 'paragraph',
        text: '对上述情况, 使用人员应在执法和管理活动结束后及时制作工作记录, 写明无法使用的原因和依据, 报局主管领导。',
      },
    ],
    editorNote: '各项括号、分号及末段逗号为半角。原文如此。',
  },
  {
    number: 8,
    heading: '第八条',
    blocks: [
      {
        kind: 'paragraph',
        text: '执法人员在执法过程中, 应当事先告知当事人使用音像记录设备, 告知的规范用语是: 您好, 我们是洛阳市水利局执法人员×××、×××, 为保护您的合法权益, 监督我们的执法行为, 本次执法全程录音录像。',
      },
    ],
    editorNote: '规范用语中的逗号、冒号为半角，且未加引号；告知时用全角标点的规范文本。',
  },
  {
    number: 9,
    heading: '第九条',
    blocks: [
      {
        kind: 'paragraph',
        text: '对执法活动要同步录制。执法人员应对执法全过程的主要环节进行不间断记录, 录制过程应当自执法人员到达现场开展执法检查(办案)时开始, 至执法检查(办案)结束时止。',
      },
    ],
  },
  {
    number: 10,
    heading: '第十条',
    blocks: [
      {
        kind: 'paragraph',
        text: '执法全过程音视频记录应反映执法活动现场的地点、时间、场景、参与人员、违法违规行为、现场痕迹物证等',
      },
      {
        kind: 'paragraph',
        text: '现场有违法行为的，应当对当事人及其工作人员言行、询问情况等摄录。对现场遗留或发现的违法工具、物品等物证及原始痕迹证据应当进行重点摄录。',
      },
    ],
    editorNote: '第一款末无句号，原文如此。',
  },
  {
    number: 11,
    heading: '第十一条',
    blocks: [
      {
        kind: 'paragraph',
        text: '非因技术原因不得中止录制或断续录制，因设备故障、损坏，天气情况恶劣或者电量、存储空间不足，检查场所变化等客观原因而中止记录的，重新开始记录时应当对中断原因进行语音说明。确实无法继续记录的，应当立即向所属部门负责人报告，并在事后书面说明情况。不得任意选择取舍或者事后补录，不得插入其他画面，不得进行任意删改和编辑。',
      },
    ],
  },
  {
    number: 12,
    heading: '第十二条',
    blocks: [
      {
        kind: 'paragraph',
        text: '音像记录设备所记录的声像资料，应配备专门的办公电脑、移动硬盘或采集器，进行统一采集、存储保管。',
      },
    ],
  },
  {
    number: 13,
    heading: '第十三条',
    blocks: [
      {
        kind: 'paragraph',
        text: '执法人员在当天执法活动结束后，须在第一时间将现场执法音视频记录信息导出保存；连续工作、异地执法或者在偏远、交通不便地区执法办案，确实无法及时移交资料的，应当在返回单位后 24 小时内将现场执法音视频记录信息导出保存。',
      },
      { kind: 'paragraph', text: '执法人员不得私自复制、保存现场执法记录。' },
    ],
  },
  {
    number: 14,
    heading: '第十四条',
    blocks: [
      { kind: 'paragraph', text: '执法全过程音视频记录最少保存 1 年，作为证据使用的记录信息随案卷保存时限保存。' },
    ],
  },
  {
    number: 15,
    heading: '第十五条',
    blocks: [
      {
        kind: 'paragraph',
        text: '现场执法记录需要作为证据使用的，从存储设备中复制调取，应当按照有关要求，制作文字说明材料，注明制作人、提取人、提取时间等信息，并将其复制为光盘后附卷。',
      },
    ],
  },
  {
    number: 16,
    heading: '第十六条',
    blocks: [
      {
        kind: 'paragraph',
        text: '因工作需要查阅视听资料的，应当报经法制办公室、主管领导批准，并由保管人对查阅人、查阅事由、查阅时间等情况进行登记后，方可查阅。',
      },
    ],
  },
  {
    number: 17,
    heading: '第十七条',
    blocks: [
      {
        kind: 'paragraph',
        text: '在办理涉法涉诉案件、执法监督、案情研判等工作中，需要调取、查看现场执法记录的，依照第十六条规定执行。',
      },
    ],
  },
  {
    number: 18,
    heading: '第十八条',
    blocks: [
      {
        kind: 'paragraph',
        text: '任何人不得对原始现场执法记录进行删节、修改。除作为证据使用外，未经批准，不得擅自对外提供现场执法记录。',
      },
    ],
  },
  {
    number: 19,
    heading: '第十九条',
    blocks: [{ kind: 'paragraph', text: '涉及国家秘密、商业秘密的现场执法记录，应严格按照保密工作规定进行管理。' }],
  },
  {
    number: 20,
    heading: '第二十条',
    blocks: [
      {
        kind: 'paragraph',
        text: '执法人员在保管、使用音像记录设备时有下列行为之一的，按照有关规定处理，情节严重或造成不良影响的按照有关法律、法规规定追究责任：',
      },
      { kind: 'item', mark: '（一）', text: '故意删除有效证据信息的；' },
      { kind: 'item', mark: '（二）', text: '擅自借给其他人员使用的；' },
      {
        kind: 'item',
        mark: '（三）',
        text: '不按照规定进行现场执法记录，导致发生涉法信访、投诉或引发网络、媒体负面炒作的；',
      },
      { kind: 'item', mark: '（四）', text: '违反规定泄露现场执法摄录的音像资料内容造成后果的；' },
      { kind: 'item', mark: '（五）', text: '故意摄录虚假证据信息或对摄录的音像资料进行删改，弄虚作假的；' },
      { kind: 'item', mark: '(六)', text: '用于非单位工作或违法违纪活动的;' },
      {
        kind: 'item',
        mark: '(七)',
        text: '保管不妥造成现场执法音像记录设备遗失、被盗或不按照规定存储致使摄录的音像资料损毁、丢失, 并造成后果的;',
      },
      { kind: 'item', mark: '(八)', text: '有其他严重违反音像记录设备管理、使用规定行为的。' },
    ],
    editorNote: '第（一）至（五）项用全角括号，第(六)至(八)项用半角括号，原文如此。',
  },
  {
    number: 21,
    heading: '第二十一条',
    blocks: [
      { kind: 'paragraph', text: '执法过错责任追究方式分为:' },
      { kind: 'item', mark: '(一)', text: '责令作出书面检查;' },
      { kind: 'item', mark: '(二)', text: '全局通报批评;' },
      { kind: 'item', mark: '(三)', text: '停止执法工作一个月;' },
      { kind: 'item', mark: '(四)', text: '取消当年评优评先资格;' },
      { kind: 'item', mark: '(五)', text: '情况严重的, 除追究上述责任外, 还可按照相关规定给予责任人行政处分。' },
    ],
    editorNote: '各项括号、分号及逗号为半角。原文如此。',
  },
  {
    number: 22,
    heading: '第二十二条',
    blocks: [
      {
        kind: 'paragraph',
        text: '为保障行政执法音像制度建设, 每年预算并划拨专项保障经费, 用于执法记录仪采购、维护、耗材购买等。',
      },
    ],
  },
  { number: 23, heading: '第二十三条', blocks: [{ kind: 'paragraph', text: '本制度自印发之日起执行。' }] },
];
