import type { RunningJobKind } from '../usecases/job-kind.ts';

/** Names of long acts, as the rail's foot shows them. */
export const JOB: Record<RunningJobKind, string> = {
  planning: '看卡上有什么',
  intake: '采集',
  storing: '入库',
  checking: '复核',
  exporting: '导出',
};
