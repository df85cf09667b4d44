import { describe, expect, it } from 'vitest';
import { treeSha256 } from './tree-sha256.ts';

const leaves = (count: number) => Array.from({ length: count }, (_, i) => new Uint8Array(32).fill(i));

describe('tree-sha256', () => {
  // Made once with Python's hashlib, after the recursive definition of RFC 6962 §2.1.
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '7f9c9e31ac8256ca2f258583df262dbc7d6f68f2a03043d5c99a4ae5a7396ce9'],
    [2, '28fb81e496897e0ce886f08602392e9239b65c659041e5202163e58ad898f444'],
    [3, 'ba8d94b7fbcecae7b81c4c80574fe24734a6917bf9c1ecd66ff3e0c34ead4620'],
    [4, 'fdea52008cdae79fa8bf806261959e23f5e11681646a2fa2bc9b5e56b32030a2'],
    [5, '85e20cac1f02fda7bcdb2fc3f908568c57018c77815f1fa361acad13994f08bf'],
    [7, '7318881c41fce3c1de3640df8e8c110c93f43f686b74204a9d1ad5b8c71c2047'],
    [8, 'f907f23f76aa01b755a614d31ef9832909f44638b4590073301e61e6d01f9a1d'],
    [9, '57a92667ebb7ab5e021d0d10dce29b3111769aff9ef206339797bea4494d09f3'],
    [513, '12b691c6dbce8f15c0e12fe01b9cf7bc5fd4d9c6d4ad80f838fbcf62ac2b3e9c'],
  ])('of %i leaves', async (count, root) => {
    expect(await treeSha256(leaves(count))).toBe(root);
  });
});
