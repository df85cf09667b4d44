import { expect, it } from 'vitest';
import type { MediaType } from '../../domain/records.ts';
import { countText, type F7File, totalBytes } from './f7-data.ts';

const file = (mediaType: MediaType, sizeBytes = 1): F7File => ({
  originalName: 'a',
  recordingNo: null,
  mediaType,
  durationMs: null,
  sizeBytes,
  sha256: '',
  sm3: '',
});

it('counts name the kinds that occur, and their sum', () => {
  expect(countText([file('photo'), file('video'), file('video'), file('sidecar')])).toBe(
    '4 件（视频 2、照片 1、附属文件 1）',
  );
  expect(countText([])).toBe('0 件');
});

it('the amount of data is the sum of all files', () => {
  expect(totalBytes([file('video', 1_984_273_408), file('photo', 3_214_908)])).toBe(1_987_488_316);
  expect(totalBytes([])).toBe(0);
});
