const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Where a record ends and what it is. Offsets are those of the buffer that was scanned. */
export interface CsvRecord {
  /** The end of the record, before its line break. */
  readonly end: number;
  /** Where the next record begins. */
  readonly next: number;
  readonly fields: number;
  /** Whether a quote stands within a field that does not begin with one. */
  readonly stray: boolean;
  /** Why it cannot be split; `cut` where it goes on behind the buffer. */
  readonly fault?: 'cut' | 'text behind a closing quote';
}

/** Where a line break at an offset ends; the offset itself where there is none. */
const breakEnd = (bytes: Uint8Array, at: number): number => {
  if (bytes[at] === LF) return at + 1;
  if (bytes[at] !== CR) return at;
  return bytes[at + 1] === LF ? at + 2 : at + 1;
};

/** The offset behind the closing quote of a field that begins at an offset; -1 where it goes on behind the buffer. */
const behindQuoted = (bytes: Uint8Array, start: number, end: number): number => {
  for (let at = start + 1; at < end; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] === QUOTE && at + 1 < end) at += 1;
    else return at + 1;
  }
  return -1;
};

/** Scans one RFC 4180 record; a quote is an ordinary character within a field that does not begin with one. */
export const scanRecord = (bytes: Uint8Array, start: number, end: number, delimiter: number): CsvRecord => {
  let fields = 1;
  let stray = false;
  let at = start;
  for (;;) {
    if (bytes[at] === QUOTE && at < end) {
      const behind = behindQuoted(bytes, at, end);
      if (behind < 0) return { end, next: end, fields, stray, fault: 'cut' };
      at = behind;
      const byte = bytes[at];
      if (at < end && byte !== delimiter && byte !== LF && byte !== CR)
        return { end: at, next: at, fields, stray, fault: 'text behind a closing quote' };
    }
    while (at < end) {
      const byte = bytes[at];
      if (byte === delimiter || byte === LF || byte === CR) break;
      if (byte === QUOTE) stray = true;
      at += 1;
    }
    if (at >= end) return { end, next: end, fields, stray };
    if (bytes[at] !== delimiter) return { end: at, next: breakEnd(bytes, at), fields, stray };
    fields += 1;
    at += 1;
  }
};

/** The end of the physical line at an offset, and where the next begins. */
export const lineEnd = (bytes: Uint8Array, start: number, end: number): { end: number; next: number } => {
  for (let at = start; at < end; at += 1)
    if (bytes[at] === LF || bytes[at] === CR) return { end: at, next: breakEnd(bytes, at) };
  return { end, next: end };
};

/** The texts of a record's fields. */
export const recordFields = (record: string, delimiter: string): string[] => {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    let text = '';
    if (record[at] === '"') {
      let close = record.indexOf('"', at + 1);
      while (record[close + 1] === '"') close = record.indexOf('"', close + 2);
      text = record.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    const next = record.indexOf(delimiter, at);
    fields.push(text + record.slice(at, next < 0 ? undefined : next));
    if (next < 0) return fields;
    at = next + 1;
  }
};

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The delimiter of a file, by its header: the candidate that splits it into most fields, a comma where none does. */
export const delimiterOf = (header: Uint8Array): string => {
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    fields: scanRecord(header, 0, header.length, delimiter.charCodeAt(0)).fields,
  }));
  return counted.reduce((best, one) => (one.fields > best.fields ? one : best)).delimiter;
};
