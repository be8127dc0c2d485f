import type { Validity } from '@casebook/core';

/** Gathers the validity of consecutive chunks. */
export class ValidityBuilder {
  private readonly chunks: { readonly rows: number; readonly valid: Uint8Array | undefined }[] = [];

  /** Adds the rows of a chunk; nothing where none of them is null. */
  add(rows: number, valid: Uint8Array | undefined): void {
    this.chunks.push({ rows, valid });
  }

  /** The validity of the first rows; nothing where no row is null. */
  finish(rows: number): Validity | undefined {
    if (this.chunks.every(({ valid }) => valid === undefined)) return undefined;
    const all = new Uint8Array(rows).fill(1);
    let at = 0;
    for (const chunk of this.chunks) {
      if (chunk.valid) all.set(chunk.valid.subarray(0, rows - at), at);
      at += chunk.rows;
      if (at >= rows) break;
    }
    return all;
  }
}
