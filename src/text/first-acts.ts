/** What a new bureau does first, on pages that are still empty. */
export const FIRST_ACTS = {
  persons: {
    title: '接纳执法人员',
    why: '谁去执法、谁采集，先登记在册，各人自己设口令。',
    act: '接纳人员',
  },
  equipment: {
    title: '登记记录设备和存储介质',
    why: '存储卡插上时靠设备登记认归属；采集的资料要存进登记过的介质。',
    act: '登记设备和介质',
  },
  activity: { title: '新建一次执法活动', why: '出发前建好，文件会按设备和时间自动归进来。', act: '新建执法活动' },
  intake: { title: '插上存储卡，采集', why: '当天活动当天采集；异地的，返回单位后 24 小时内。', act: '去采集' },
} as const;
