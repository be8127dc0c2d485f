import { createHash } from 'node:crypto';
import { encodeColumn, Frame, type KqlType } from '@casebook/core';
import type { DecodedItem } from './decoded-item';
import { hexBytes } from './hex-bytes';

const ITEM_COLUMNS: readonly (readonly [string, KqlType])[] = [
  ['reference', 'string'],
  ['original_string', 'string'],
  ['file_name', 'string'],
  ['file_type', 'string'],
  ['input_bytes', 'string'],
  ['decoded_string', 'string'],
  ['encoding_type', 'string'],
  ['file_hashes', 'dynamic'],
  ['md5', 'string'],
  ['sha1', 'string'],
  ['sha256', 'string'],
  ['printable_bytes', 'string'],
];

/** The cells of one item, and those of the row that it came from. */
export type ItemCells = readonly unknown[];

/** The cells of an item in the order of the columns; `original` leaves out the limit and gives the original's reference. */
export function itemCells(item: DecodedItem, original: boolean): ItemCells {
  const hashes = item.bytes && hashesOf(item.bytes);
  const cells = [
    item.reference ?? item.path.join('.'),
    item.original,
    item.name,
    item.type,
    item.bytes && item.bytes.toString('base64'),
    item.text,
    item.encoding,
    hashes,
    hashes && hashes.md5,
    hashes && hashes.sha1,
    hashes && hashes.sha256,
    item.bytes && hexBytes(item.bytes),
  ];
  return original ? cells : [...cells, item.limit];
}

/** A frame of the items' cells with more columns of the caller's. */
export function itemFrame(
  rows: readonly ItemCells[],
  original: boolean,
  more: readonly (readonly [string, KqlType])[] = [],
): Frame {
  const own = ITEM_COLUMNS.map(([name, type]) => [name, name === 'reference' && original ? 'dynamic' : type]);
  const limit = original ? [] : [['limit', 'string']];
  const columns = [...own, ...limit, ...more] as readonly (readonly [string, KqlType])[];
  return new Frame(
    columns.map(([name, type], at) => ({
      name,
      data: encodeColumn(
        type,
        rows.map((cells) => cells[at]),
        name,
      ),
    })),
  );
}

/** The names that the frame of items has of itself. */
export const itemColumnNames = (): string[] => [...ITEM_COLUMNS.map(([name]) => name), 'limit'];

const hashesOf = (bytes: Buffer) => ({
  md5: createHash('md5').update(bytes).digest('hex'),
  sha1: createHash('sha1').update(bytes).digest('hex'),
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
