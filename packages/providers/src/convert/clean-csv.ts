import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { delimiterOf, lineEnd, recordFields, scanRecord } from './csv-records';

const BLOCK = 4 * 2 ** 20;
const MAX_RECORD = 8 * 2 ** 20;
const EXAMPLES = 3;
const LF = 0x0a;

/** A CSV file of which every record has as many fields as the header. */
export interface CleanCsv {
  readonly path: string;
  readonly temporary: boolean;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly records: number;
  readonly rejected: number;
  readonly examples: readonly string[];
}

interface State {
  delimiter: string;
  header: string[];
  lines: number;
  records: number;
  rejected: number;
  examples: string[];
  lineBreak: string;
  /** Where in the file the current buffer begins. */
  base: number;
  copy?: FileHandle;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const countBreaks = (bytes: Uint8Array, start: number, end: number): number => {
  let count = 0;
  for (let at = bytes.indexOf(LF, start); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
};

/**
 * Reads a CSV file once and gives one that splits everywhere: the file itself where it already does, else a copy without
 * the lines that do not split (each counted, the first ones told) and without blank lines. Where a record fails, its first
 * line is rejected and the next line begins anew, so that a quote that never closes costs one line.
 */
export const cleanCsv = async (path: string, copyPath: string): Promise<CleanCsv> => {
  const state: State = {
    delimiter: ',',
    header: [],
    lines: 0,
    records: -1,
    rejected: 0,
    examples: [],
    lineBreak: '',
    base: 0,
  };
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of createReadStream(path, { highWaterMark: BLOCK })) {
      const block = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
      const used = await scanBlock(state, block, false, path, copyPath);
      state.base += used;
      rest = block.subarray(used);
    }
    await scanBlock(state, rest, true, path, copyPath);
  } finally {
    await state.copy?.close();
  }
  const { delimiter, header, rejected, examples } = state;
  const records = Math.max(0, state.records);
  const temporary = state.copy !== undefined;
  return { path: temporary ? copyPath : path, temporary, delimiter, header, records, rejected, examples };
};

/** Scans the whole records of a block and tells how many bytes they are. */
const scanBlock = async (
  state: State,
  block: Buffer,
  last: boolean,
  path: string,
  copyPath: string,
): Promise<number> => {
  let at = 0;
  const output: Buffer[] = [];
  const dirty = async (): Promise<void> => {
    if (state.copy) return;
    state.copy = await open(copyPath, 'w');
    await copyHead(path, state.copy, state.base + at);
  };
  while (at < block.length) {
    if (state.records < 0)
      state.delimiter = delimiterOf(block.subarray(at, lineEnd(block, at, block.length).end));
    const record = scanRecord(block, at, block.length, state.delimiter.charCodeAt(0));
    const open = record.fault === 'cut' || record.next === block.length;
    if (open && !last && block.length - at < MAX_RECORD) break;
    const breakText = block.toString('latin1', record.end, record.next);
    const verdict = judge(state, record.fault, record.fields, record.end === at);
    if (verdict !== 'keep' || record.stray || !sameBreak(state, breakText)) await dirty();
    const next = verdict === 'reject' ? lineEnd(block, at, block.length) : record;
    if (verdict === 'reject') reject(state, block.toString('utf8', at, Math.min(next.end, at + 400)), record);
    else if (verdict === 'keep') {
      const text = keep(state, block, at, record);
      if (state.copy) output.push(text);
    }
    state.lines += Math.max(1, countBreaks(block, at, next.next));
    at = next.next;
  }
  if (state.copy && output.length > 0) await state.copy.appendFile(Buffer.concat(output));
  return at;
};

const judge = (
  state: State,
  fault: string | undefined,
  fields: number,
  blank: boolean,
): 'keep' | 'reject' | 'drop' => {
  if (blank && fields === 1) return 'drop';
  if (fault) return 'reject';
  return state.records >= 0 && fields !== state.header.length ? 'reject' : 'keep';
};

const sameBreak = (state: State, text: string): boolean => {
  if (state.lineBreak === '') state.lineBreak = text;
  return text !== '\r' && (text === state.lineBreak || text === '');
};

const reject = (state: State, line: string, { fault, fields }: { fault?: string; fields: number }): void => {
  state.rejected += 1;
  if (state.examples.length >= EXAMPLES) return;
  const why =
    fault === 'cut'
      ? 'a quote that never closes'
      : (fault ?? `${fields} fields instead of ${state.header.length}`);
  state.examples.push(`line ${state.lines + 1}: ${why}: ${line.slice(0, 120)}`);
};

const keep = (
  state: State,
  block: Buffer,
  start: number,
  record: { end: number; stray: boolean },
): Buffer => {
  state.records += 1;
  const lineBreak = state.lineBreak === '\r\n' ? '\r\n' : '\n';
  if (state.records > 0 && !record.stray)
    return state.copy ? Buffer.concat([block.subarray(start, record.end), Buffer.from(lineBreak)]) : block;
  const fields = recordFields(block.toString('utf8', start, record.end), state.delimiter);
  if (state.records === 0) state.header = fields;
  return Buffer.from(fields.map(quoted).join(state.delimiter) + lineBreak);
};

const copyHead = async (path: string, copy: FileHandle, length: number): Promise<void> => {
  if (length === 0) return;
  for await (const chunk of createReadStream(path, { end: length - 1, highWaterMark: BLOCK }))
    await copy.appendFile(chunk as Buffer);
};
