/**
 * Names that editing and conversion programs leave in what they write (Art. 11). Recorders with such a program inside exist, so a
 * mark is a reason to ask, never a finding of its own.
 */
const MARKS: readonly RegExp[] = [
  /\b(?:Lavf|Lavc)\d+/,
  /\bFFmpeg\b/i,
  /\bx26[45] (?:- core|\(build)/,
  /\bHandBrake\b/i,
  /\bAdobe (?:Premiere|Photoshop|After Effects|Media Encoder|Lightroom|Audition)/i,
  /\b(?:Final Cut|iMovie|DaVinci Resolve|EDIUS|Camtasia|Filmora|Wondershare|PowerDirector|Movavi|VideoStudio)\b/i,
  /\b(?:CapCut|JianYing|LVEditor|KineMaster|InShot|VivaVideo|Bandicut|LosslessCut|Avidemux|VirtualDub\w*)\b/i,
  /\b(?:VEGAS (?:Pro|Movie)|Sony Vegas|Kdenlive|Shotcut|OpenShot|Shutter Encoder|FormatFactory|MediaCoder|MEncoder)\b/i,
  /\b(?:GPAC|MP4Box|mkvmerge|MKVToolNix|GoldWave|Audacity|GStreamer)\b/i,
  /\b(?:GIMP|Snapseed|ACDSee|PicsArt|VSCO|Meitu|Paint\.NET|Pixelmator|Xingtu)\b/i,
  // 剪映, 格式工厂, 美图, 快剪辑, 爱剪辑, 必剪, 醒图
  /\u526a\u6620|\u683c\u5f0f\u5de5\u5382|\u7f8e\u56fe|\u5feb\u526a\u8f91|\u7231\u526a\u8f91|\u5fc5\u526a|\u9192\u56fe/,
];

/** Shorter names would be found in any text. */
export const LEAST_WRITER_LETTERS = 4;

/** A name a custodian may state as a model's own writer: one that holds a mark, or the look would not change. */
export const isOwnWriter = (name: string): boolean =>
  name.trim().length >= LEAST_WRITER_LETTERS && editorMarkIn(name) !== null;

/** Neither a longer number nor a longer word: another version may well be the desk's. */
const exactly = (name: string): RegExp =>
  new RegExp(`(?<![A-Za-z])${name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?!\\.?[A-Za-z0-9])`, 'g');

/** What a program writes after the mark in its name: the rest of the word, a version behind a space, a revision and its short hash. */
const REST = /^[\w.]*(?: \d[\w.]*)?(?: r\d+)?(?: [\da-f]{7}M?\b)?/;
const MOST_REST = 40;
const MOST_WRITERS = 8;

/** Names with a mark as they stand in a text, versions included, each once: what a custodian may state as a model's own. */
export function writersIn(written: string): readonly string[] {
  const found = MARKS.flatMap((mark) =>
    [...written.matchAll(new RegExp(mark.source, `${mark.flags}g`))].map(({ 0: name, index }) => {
      const after = index + name.length;
      return name + (REST.exec(written.slice(after, after + MOST_REST))?.[0] ?? '');
    }),
  );
  return [...new Set(found.map((name) => name.replace(/\.+$/, '')))].filter(isOwnWriter).slice(0, MOST_WRITERS);
}

/**
 * The first mark in a text or in bytes read as Latin-1; null: none. `ownWriters`: what the encoder inside this model writes;
 * nothing but exactly that is passed over.
 */
export function editorMarkIn(written: string, ownWriters: readonly string[] = []): string | null {
  const text = ownWriters.reduce((rest, name) => rest.replace(exactly(name), ' '), written);
  for (const mark of MARKS) {
    const found = mark.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}
