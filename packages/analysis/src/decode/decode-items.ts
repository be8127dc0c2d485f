import type { Budget, DecodeLimit } from './budget';
import { contentOfBytes, type Content } from './content-of-bytes';
import { NO_NAME, type DecodedItem, type DecodedText, type ItemEncoding } from './decoded-item';
import { findEncoded } from './find-encoded';
import { hexBytes } from './hex-bytes';
import { membersOf } from './unpack/members-of';
import type { Member, Unpacked } from './unpack/unpacked';

/** Where an item stands. */
interface Place {
  readonly path: readonly number[];
  readonly original: string;
  readonly name: string;
}

/** How many bytes of a binary item the decoded text shows. */
const SHOWN = 256;

/** Decodes a text and what is in it, depth first, within the budget. */
export function decodeItems(text: string, budget: Budget): DecodedText {
  const items: DecodedItem[] = [];
  return { text: new Decoding(budget, items).text(text, []), items };
}

class Decoding {
  readonly #budget: Budget;
  readonly #items: DecodedItem[];

  constructor(budget: Budget, items: DecodedItem[]) {
    this.#budget = budget;
    this.#items = items;
  }

  /** The text with each encoded part replaced by what it holds. */
  text(text: string, path: readonly number[]): string {
    const parts: string[] = [];
    let from = 0;
    let number = 0;
    for (const { start, end, bytes, content } of findEncoded(text, this.#budget)) {
      number += 1;
      const original = text.slice(start, end);
      const place = { path: [...path, number], original, name: NO_NAME };
      const shown = this.#mayEnter(place) ? this.#content(place, bytes, content) : undefined;
      this.#budget.settings.trace?.(
        `${place.path.join('.')}: ${original.slice(0, 80)}: ${shown === undefined ? 'left as it stands' : kindOf(content)}`,
      );
      parts.push(text.slice(from, start), shown ?? original);
      from = end;
      if (this.#budget.exhausted) break;
    }
    return parts.join('') + text.slice(from);
  }

  #content(place: Place, bytes: Buffer, content: Content): string {
    if (content.kind === 'text') {
      this.#add(place, { bytes, text: content.text, encoding: content.encoding });
      return wrap(place, 'string', null, this.text(content.text, place.path));
    }
    const type = content.kind === 'binary' ? null : content.type;
    this.#add(place, { bytes, type, encoding: 'binary' });
    const members =
      content.kind === 'stream'
        ? [{ name: NO_NAME, folder: false, content: content.unpacked }]
        : membersOf(bytes, type, this.#budget);
    const inner = this.#members(place, members);
    return wrap(place, inner === undefined ? 'binary' : 'packed', type, inner ?? shownBytes(bytes));
  }

  /** What the members of an archive come to; nothing where there are none. */
  #members(place: Place, members: Iterable<Member>): string | undefined {
    const parts: string[] = [];
    let number = 0;
    for (const { name, folder, content } of members) {
      if (folder) continue;
      number += 1;
      const inner = { path: [...place.path, number], original: place.original, name };
      if (!this.#mayEnter(inner)) break;
      parts.push(this.#member(inner, content));
      if (this.#budget.exhausted) break;
    }
    return number === 0 ? undefined : parts.join('');
  }

  #member(place: Place, content: Unpacked): string {
    if ('bytes' in content)
      return this.#content(place, content.bytes, contentOfBytes(content.bytes, this.#budget));
    if ('limit' in content) return this.#limit(place, content.limit);
    this.#add(place, { encoding: content.fault });
    return wrap(place, content.fault, null, '');
  }

  /** Takes an item off the budget; where that or the depth is at its end, says so in a row. */
  #mayEnter(place: Place): boolean {
    const deep = place.path.length > this.#budget.settings.maxDepth;
    if (!this.#budget.takeItem()) return false;
    if (!deep && !this.#budget.exhausted) return true;
    this.#limit(place, deep ? 'depth' : 'items');
    return false;
  }

  #limit(place: Place, limit: DecodeLimit): string {
    this.#add(place, { encoding: 'limit', limit });
    return wrap(place, `limit ${limit}`, null, '');
  }

  #add(place: Place, found: Partial<DecodedItem> & { readonly encoding: ItemEncoding }): void {
    this.#items.push({ ...place, type: null, limit: null, bytes: null, text: null, ...found });
  }
}

const kindOf = (content: Content): string =>
  content.kind === 'text' ? content.encoding : content.kind === 'binary' ? 'binary' : content.type;

const MARKUP: Readonly<Record<string, string>> = { "'": '&#39;', '<': '&lt;', '>': '&gt;', '&': '&amp;' };

function wrap({ path, name }: Place, kind: string, type: string | null, inner: string): string {
  const label = (name === NO_NAME ? `[${type ?? 'None'}]` : name).replace(
    /['<>&]/g,
    (one) => MARKUP[one] ?? '',
  );
  const typed = type === null ? '' : ` file='${type}'`;
  const at = `index='${path.join('.')}' depth='${path.length}'`;
  return `<decoded type='${kind}' name='${label}'${typed} ${at}>${inner}</decoded>`;
}

const shownBytes = (bytes: Buffer): string =>
  bytes.length <= SHOWN ? hexBytes(bytes) : `${hexBytes(bytes.subarray(0, SHOWN))} …`;
