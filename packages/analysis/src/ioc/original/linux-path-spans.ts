import { charactersOf, endOfOthers, isOther } from './characters';
import type { Span } from './dns-spans';

const NO_FOLDER = charactersOf('\\:*?<>|\r\n');
const NO_FILE = charactersOf('/\0<>|\r\n ');
const SLASH = 0x2f;
const DOT = 0x2e;

/** The paths of the original's pattern (slashes, nothing or dots; folders; a file), one after the other, in linear time. */
export function linuxPathSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  if (!text.includes('/')) return spans;
  const files = fileStarts(text);
  for (let start = 0; start < text.length;) {
    const root = text.charCodeAt(start);
    let end = start + 1;
    const isRoot = root === SLASH || root === DOT;
    if (isRoot) while (text.charCodeAt(end) === root) end += 1;
    const folder = root === SLASH ? end - 1 : end;
    const file = isRoot && text.charCodeAt(folder) === SLASH ? (files[folder] as number) : -1;
    if (file >= 0) {
      end = endOfOthers(text, file, NO_FILE);
      spans.push({ start, end });
    }
    start = end;
  }
  return spans;
}

/** For each slash where the file behind its last folder starts; -1 where there is none. */
function fileStarts(text: string): Int32Array {
  const starts = new Int32Array(text.length).fill(-1);
  let slash = -1;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const code = text.charCodeAt(at);
    if (code !== SLASH) {
      if (NO_FOLDER[code] === 1) slash = -1;
      continue;
    }
    const further = slash > at + 1 ? (starts[slash] as number) : -1;
    starts[at] = further < 0 && isOther(text, at + 1, NO_FILE) ? at + 1 : further;
    slash = at;
  }
  return starts;
}
