import type { ColumnData, TextColumn } from '@casebook/core';
import type { ColumnBuilder } from './column-builder';
import { validityOf, type RawVector } from './raw-vector';
import { ValidityBuilder } from './validity-builder';

const SLOTS = 8192;

/** What a null row's code stands for; it is never shown. */
const NULL_TEXT = { string: '', decimal: '', guid: '', dynamic: 'null' } as const;

/** Digits behind the point of an exact decimal, without the zeros that its storage adds. */
const trimDecimal = (text: string): string =>
  text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

/**
 * Gathers a column of texts. DuckDB holds a text in sixteen bytes: length, then up to twelve bytes of it, or four and an
 * address; equal sixteen bytes within a chunk are the same text, so that each is decoded once.
 */
export class TextBuilder implements ColumnBuilder {
  bytes = 0;
  private readonly type: TextColumn['type'];
  private readonly known = new Map<string, number>();
  private readonly dictionary: string[] = [];
  private readonly chunks: Uint32Array[] = [];
  private readonly validity = new ValidityBuilder();
  private readonly slots = new Int32Array(SLOTS);

  /** @param type how the texts are to be read. */
  constructor(type: TextColumn['type']) {
    this.type = type;
  }

  /** Adds a chunk's rows. */
  add(vector: RawVector, rows: number): void {
    const valid = validityOf(vector, rows);
    const codes = new Uint32Array(rows);
    const view = vector.dataView as DataView;
    const words = new Uint32Array(view.buffer, view.byteOffset, rows * 4);
    this.slots.fill(0);
    for (let row = 0; row < rows; row += 1)
      codes[row] =
        valid && valid[row] === 0 ? this.codeOf(NULL_TEXT[this.type]) : this.read(vector, words, codes, row);
    this.validity.add(rows, valid);
    this.chunks.push(codes);
    this.bytes += codes.byteLength + (valid ? rows : 0);
  }

  /** The column, cut to the given number of rows. */
  finish(rows: number): ColumnData {
    const codes = new Uint32Array(rows);
    let at = 0;
    for (const chunk of this.chunks) {
      if (at >= rows) break;
      codes.set(chunk.subarray(0, rows - at), at);
      at += chunk.length;
    }
    const validity = this.type === 'string' ? undefined : this.validity.finish(rows);
    return { type: this.type, codes, dictionary: this.dictionary, ...(validity ? { validity } : {}) };
  }

  /** The code of a row's text, from an earlier row of the chunk with the same sixteen bytes where there is one. */
  private read(vector: RawVector, words: Uint32Array, codes: Uint32Array, row: number): number {
    const at = row * 4;
    let slot =
      (Math.imul(words[at] as number, 0x9e3779b1) ^
        Math.imul(words[at + 1] as number, 0x85ebca6b) ^
        Math.imul(words[at + 2] as number, 0xc2b2ae35) ^
        Math.imul(words[at + 3] as number, 0x27d4eb2f)) >>>
      19;
    for (; ; slot = (slot + 1) & (SLOTS - 1)) {
      const held = (this.slots[slot] as number) - 1;
      if (held < 0) break;
      const other = held * 4;
      if (
        words[other] === words[at] &&
        words[other + 1] === words[at + 1] &&
        words[other + 2] === words[at + 2] &&
        words[other + 3] === words[at + 3]
      )
        return codes[held] as number;
    }
    this.slots[slot] = row + 1;
    const text = vector.getItem(row) as string;
    return this.codeOf(this.type === 'decimal' ? trimDecimal(text) : text);
  }

  private codeOf(text: string): number {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    const code = this.dictionary.length;
    this.known.set(text, code);
    this.dictionary.push(text);
    this.bytes += text.length * 2 + 16;
    return code;
  }
}
