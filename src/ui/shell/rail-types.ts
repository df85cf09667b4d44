export interface RailPage {
  readonly id: string;
  /** Two to five characters, so that words fit where other languages need icons. */
  readonly name: string;
  readonly href: string;
  /** Items due there; nothing stands for none. */
  readonly due?: number | undefined;
}

/** Always in sight, in one fixed place, so that nobody hunts for the state of things. Every line opens its page. */
export interface FootState {
  readonly job: {
    readonly href: string;
    /** 采集, 采集已停住; undefined: nothing runs. */
    readonly words?: string | undefined;
    /** 62%，约剩 4 分 */
    readonly detail?: string | undefined;
    /** 0 to 1. */
    readonly fraction?: number | undefined;
    readonly stopped?: boolean | undefined;
  };
  /** 3 台一致，1 台落后 */
  readonly sync: { readonly href: string; readonly words: string };
  /** A 局机关采集室 */
  readonly station: { readonly href: string; readonly words: string };
  readonly person: { readonly href: string; readonly role: string; readonly name: string } | undefined;
}
