import type { Frame, TextColumn } from '@casebook/core';
import { requireColumn } from '../columns/require-column';
import { Budget } from './budget';
import { decodeItems } from './decode-items';
import { decodeSettings, type DecodeBase64Options, type DecodeTextOptions } from './decode-options';
import type { DecodedText } from './decoded-item';
import { itemCells, itemColumnNames, itemFrame, type ItemCells } from './item-frame';
import { decodeOriginal, padOriginal } from './original/decode-original';

/**
 * Decodes the base64 values in a column, and what is packed in them: base64 in decoded text, zip, gzip, tar, zlib and bare
 * deflate. One row an item, outer before inner, in the order of the rows:
 *
 * - `reference` (string): the item's number within the items it is in, `2.1` the first in the second of the cell
 * - `original_string` (string): the base64 as it stands; of a part of an archive, the archive's
 * - `file_name` (string): of a part of an archive as the archive has it, never a path to trust; else `unknown`
 * - `file_type` (string): what the first bytes tell (`exe`, `dll`, `sys`, `zip`, `gz`, `pdf`, `ole` …), else empty
 * - `input_bytes` (string): the bytes, in base64
 * - `decoded_string` (string): the text, where the bytes are text
 * - `encoding_type` (string): `utf-8`, `utf-16`, `binary`; or why there are no bytes: `encrypted`, `damaged`, `limit`
 * - `file_hashes` (dynamic), `md5`, `sha1`, `sha256`, `printable_bytes` (string, hexadecimal)
 * - `limit` (string): which limit stopped the item: `depth`, `bytes`, `totalBytes`, `ratio`, `items`; else empty
 * - `src_index` (long): the row, from 0; the source column (numbered where its name is taken); `full_decoded_string` (string):
 *   the cell with what was decoded in its place, each in a `<decoded>` element; of binary items the first 256 bytes
 *
 * Values of 16 characters and more count where they decode to text, to a known kind of file or to a stream (of streams without a
 * signature as many are tried as `maxItems`); others from 30
 * characters on where they are mixed as encoded bytes are, so that paths and digests are not. UTF-16 without a mark is seen
 * where it is of one script. Folders in archives are no rows. Nothing is written to disk; memory stays within the limits.
 *
 * MSTICPy's `base64unpack` takes words and line ends into the value, leaves UTF-16 full of zeros, pads the whole text, passes by
 * what another call failed at, and unpacks without limit. `compatibility: 'msticpy'` gives its candidates (from 30 characters on,
 * binary ones too), numbers, kinds and columns (`reference` as a list of three, no `limit`); even there `input_bytes` is base64,
 * failed values are remembered for one call only, damaged archives are items instead of errors, and the limits hold.
 *
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`. Linear in the text and what is unpacked of it; a repeated text is
 * decoded once.
 */
export function decodeBase64(frame: Frame, options: DecodeBase64Options): Frame {
  const { column, compatibility } = options;
  const original = compatibility === 'msticpy';
  const { data } = requireColumn(frame, column, ['string', 'dynamic']);
  const { codes, dictionary, validity } = data as TextColumn;
  const decode = decoder(options);
  const byCode = new Map<number, Decoded>();
  const rows: ItemCells[] = [];
  codes.forEach((code, row) => {
    if (validity && !validity[row]) return;
    const source = dictionary[code] ?? '';
    const decoded = byCode.get(code) ?? decode(source);
    if (decoded.repeats) byCode.set(code, decoded);
    for (const item of decoded.items) rows.push([...itemCells(item, original), row, source, decoded.text]);
  });
  return itemFrame(rows, original, [
    ['src_index', 'long'],
    [freeName(column), 'string'],
    ['full_decoded_string', 'string'],
  ]);
}

/** What `decodeBase64Text` answers with. */
export interface DecodedBase64 {
  /** The text with what was decoded in its place, each in a `<decoded>` element. */
  readonly text: string;
  /** The items, as `decodeBase64` gives them without the columns of the row. */
  readonly items: Frame;
}

/** Decodes the base64 values in one text, and what is packed in them, as `decodeBase64` does; errors: `InvalidParameter`. */
export function decodeBase64Text(text: string, options: DecodeTextOptions = {}): DecodedBase64 {
  const original = options.compatibility === 'msticpy';
  const decoded = decoder(options)(original ? padOriginal(text) : text);
  return {
    text: decoded.text,
    items: itemFrame(
      decoded.items.map((item) => itemCells(item, original)),
      original,
    ),
  };
}

/** A decoded text, and whether the same text comes to the same again: not where the original learnt what does not decode. */
interface Decoded extends DecodedText {
  readonly repeats: boolean;
}

/** A function that decodes one text after the other, all within the limits of one call. */
function decoder(options: DecodeTextOptions): (text: string) => Decoded {
  const settings = decodeSettings(options);
  const purse = { left: settings.maxTotalBytes };
  if (options.compatibility !== 'msticpy')
    return (text) => ({ ...decodeItems(text, new Budget(settings, purse)), repeats: true });
  const failed = new Set<string>();
  return (text) => {
    const before = failed.size;
    const decoded = decodeOriginal(text, new Budget(settings, purse), failed);
    return { ...decoded, repeats: failed.size === before };
  };
}

function freeName(name: string): string {
  const taken = [...itemColumnNames(), 'src_index', 'full_decoded_string'];
  let free = name;
  for (let number = 1; taken.includes(free); number += 1) free = `${name}${number}`;
  return free;
}
