import { charactersOf, endOfOthers, isOther } from './characters';
import type { Span } from './dns-spans';

const NO_FOLDER = charactersOf('/:*?"\'<>|\r\n');
const NO_FILE = charactersOf('\\/*?"<>|\r\n ');
const SERVER = charactersOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.$-');
const BACKSLASH = 0x5c;
const DOT = 0x2e;
const COLON = 0x3a;

/**
 * The paths of the original's pattern (a drive, server, nothing or dots; folders; a file), one after the other, in linear time
 * where the pattern itself takes exponential.
 */
export function windowsPathSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  if (!text.includes('\\')) return spans;
  const paths = new Paths(text);
  for (let start = 0; start < text.length;) {
    const end = paths.endFrom(start);
    if (end >= 0) spans.push({ start, end });
    start = end >= 0 ? end : paths.nextFrom(start);
  }
  return spans;
}

/** Finds where paths end. */
class Paths {
  #from = 0;
  #to = 0;
  #last = -1;

  constructor(private readonly text: string) {}

  /** The end of a path that starts at a place; -1 where none does. */
  endFrom(start: number): number {
    const { text } = this;
    const first = text.charCodeAt(start);
    if (first === BACKSLASH) {
      const behindServer = this.behindServer(start);
      const end = behindServer < 0 ? -1 : this.endOfFolders(behindServer);
      return end >= 0 ? end : this.endOfFolders(start);
    }
    if (first === DOT) {
      const end = this.nextFrom(start);
      return text.charCodeAt(end) === BACKSLASH ? this.endOfFolders(end) : -1;
    }
    const isDrive = text.charCodeAt(start + 1) === COLON && text.charCodeAt(start + 2) === BACKSLASH;
    return isDrive && (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a ? this.endOfFolders(start + 2) : -1;
  }

  /** Where to look next if no path starts at a place: of a run of dots any start is like the first. */
  nextFrom(start: number): number {
    let end = start + 1;
    if (this.text.charCodeAt(start) === DOT) while (this.text.charCodeAt(end) === DOT) end += 1;
    return end;
  }

  private behindServer(start: number): number {
    const { text } = this;
    if (text.charCodeAt(start + 1) !== BACKSLASH) return -1;
    let end = start + 2;
    while (SERVER[text.charCodeAt(end)] === 1) end += 1;
    return end > start + 2 && text.charCodeAt(end) === BACKSLASH ? end : -1;
  }

  /** The end of the path whose first folder starts at a place; -1 where no file follows. */
  private endOfFolders(folder: number): number {
    const last = this.lastFolder(folder);
    const start = last >= folder + 2 ? last + 1 : folder + 1;
    const end = endOfOthers(this.text, start, NO_FILE);
    return end > start ? end : -1;
  }

  /** The last backslash with a file behind it, within the characters of folders around a place. */
  private lastFolder(at: number): number {
    if (at >= this.#from && at < this.#to) return this.#last;
    this.#from = at;
    this.#to = endOfOthers(this.text, at, NO_FOLDER);
    this.#last = -1;
    for (let back = this.#to - 1; back > at && this.#last < 0; back -= 1)
      if (this.text.charCodeAt(back) === BACKSLASH && isOther(this.text, back + 1, NO_FILE))
        this.#last = back;
    return this.#last;
  }
}
