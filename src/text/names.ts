/** Shown where the name is a detail that this station does not hold. */
export const UNKNOWN_NAME = '（本机未存姓名）';
