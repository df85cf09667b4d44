import type { JSX } from 'solid-js';
import { durationCell, MEDIA_WORDS, shortDigest, textCell, thousands, visibleName } from '../house/format.ts';
import { List } from '../house/List.tsx';
import type { F7File } from './f7-data.ts';

const COLUMNS = ['序号', '原文件名', '资料编号', '类型', '时长', '大小（字节）', 'SHA-256\nSM3\n（各前16位）'] as const;

/** The list may run over many pages. `children` close the form. */
export function F7Files(props: { readonly files: readonly F7File[]; readonly children: JSX.Element }): JSX.Element {
  return (
    <List name="files" columns={COLUMNS} rows={props.files} row={(file, no) => <FileRow file={file} no={no} />}>
      {props.children}
    </List>
  );
}

function FileRow(props: { readonly file: F7File; readonly no: number }): JSX.Element {
  const { file } = props;
  return (
    <tr>
      <td>{props.no}</td>
      <td class="left file-name">{visibleName(file.originalName)}</td>
      <td>{textCell(file.recordingNo)}</td>
      <td>{MEDIA_WORDS[file.mediaType]}</td>
      <td class="number">{durationCell(file.durationMs)}</td>
      <td class="right number">{thousands(file.sizeBytes)}</td>
      {/* Which line is which stands in the head, repeated on each page: names need the width. */}
      <td class="left digest">
        <span>{shortDigest(file.sha256)}</span>
        <span>{shortDigest(file.sm3)}</span>
      </td>
    </tr>
  );
}
