import * as a01 from './evaluators/article-01.ts';
import * as a02 from './evaluators/article-02.ts';
import * as a04 from './evaluators/article-04.ts';
import * as a05 from './evaluators/article-05.ts';
import * as a06 from './evaluators/article-06.ts';
import * as a07 from './evaluators/article-07.ts';
import * as a08 from './evaluators/article-08.ts';
import * as a09 from './evaluators/article-09.ts';
import * as a10 from './evaluators/article-10.ts';
import * as a11 from './evaluators/article-11.ts';
import * as a13 from './evaluators/article-13.ts';
import * as m1 from './evaluators/matters-01-04.ts';
import * as m5 from './evaluators/matters-05-08.ts';
import * as m9 from './evaluators/matters-09-12.ts';
import type { Code } from './finding.ts';
import { type AnyRule, sealRule } from './rule.ts';

/** Every rule of Arts. 1 to 11 and 13 and of the twelve matters, by its code. Those of Arts. 12 and 14 to 19 come with the vault. */
export const RULES: Readonly<Record<Code, AnyRule>> = {
  'A01-1': sealRule(a01.A01_1),
  'A02-1': sealRule(a02.A02_1),
  'A02-2': sealRule(a02.A02_2),
  'A04-1': sealRule(a04.A04_1),
  'A04-2': sealRule(a04.A04_2),
  'A05-1': sealRule(a05.A05_1),
  'A05-2': sealRule(a05.A05_2),
  'A05-3': sealRule(a05.A05_3),
  'A05-4': sealRule(a05.A05_4),
  'A06-1': sealRule(a06.A06_1),
  'A06-2': sealRule(a06.A06_2),
  'A07-1': sealRule(a07.A07_1),
  'A07-2': sealRule(a07.A07_2),
  'A07-3': sealRule(a07.A07_3),
  'A08-1': sealRule(a08.A08_1),
  'A08-2': sealRule(a08.A08_2),
  'A08-3': sealRule(a08.A08_3),
  'A09-1': sealRule(a09.A09_1),
  'A09-2': sealRule(a09.A09_2),
  'A09-3': sealRule(a09.A09_3),
  'A10-1': sealRule(a10.A10_1),
  'A10-2': sealRule(a10.A10_2),
  'A11-1': sealRule(a11.A11_1),
  'A11-2': sealRule(a11.A11_2),
  'A11-3': sealRule(a11.A11_3),
  'A11-4': sealRule(a11.A11_4),
  'A11-5': sealRule(a11.A11_5),
  'A11-6': sealRule(a11.A11_6),
  'A13-1': sealRule(a13.A13_1),
  'A13-2': sealRule(a13.A13_2),
  'A13-3': sealRule(a13.A13_3),
  'A13-4': sealRule(a13.A13_4),
  'C01-1': sealRule(m1.C01_1),
  'C01-2': sealRule(m1.C01_2),
  'C02-1': sealRule(m1.C02_1),
  'C02-2': sealRule(m1.C02_2),
  'C03-1': sealRule(m1.C03_1),
  'C03-2': sealRule(m1.C03_2),
  'C04-1': sealRule(m1.C04_1),
  'C04-2': sealRule(m1.C04_2),
  'C05-1': sealRule(m5.C05_1),
  'C06-1': sealRule(m5.C06_1),
  'C07-1': sealRule(m5.C07_1),
  'C07-2': sealRule(m5.C07_2),
  'C08-1': sealRule(m5.C08_1),
  'C09-1': sealRule(m9.C09_1),
  'C09-2': sealRule(m9.C09_2),
  'C10-1': sealRule(m9.C10_1),
  'C10-2': sealRule(m9.C10_2),
  'C11-1': sealRule(m9.C11_1),
  'C12-1': sealRule(m9.C12_1),
  'C12-2': sealRule(m9.C12_2),
};

export const CODES = Object.keys(RULES) as readonly Code[];
