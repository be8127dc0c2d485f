import type { Budget } from '../budget';
import type { DecodedItem, DecodedText } from '../decoded-item';
import { originalContent } from './original-content';
import { fragmentOf } from './original-fragment';

const CANDIDATE = /[A-Za-z0-9+/\n\r]{30,}={0,2}/g;
const MOST_FRAGMENTS = 50;

/** Fills the whole of a text up to groups of four with `A`, as the original does with a text of its own. */
export function padOriginal(text: string): string {
  if (text.length % 4 === 0) return text;
  const bare = text.replace(/(?<!=)=+$/, '');
  return bare + 'A'.repeat(4 - (bare.length % 4));
}

/**
 * Decodes a text with the candidates, numbers and replacements of MSTICPy 3.0.2's `base64unpack`: from level to level over the
 * whole text with what was decoded in its place, at most 51 candidates a level, and none that `failed` before.
 */
export function decodeOriginal(text: string, budget: Budget, failed: Set<string>): DecodedText {
  const items: DecodedItem[] = [];
  let decoded = text;
  let prefix = '';
  for (let depth = 1; depth <= budget.settings.maxDepth + 1; depth += 1) {
    const level = decodeLevel(decoded, { depth, prefix, budget, failed });
    items.push(...level.items);
    decoded = level.text;
    if (!level.more || budget.exhausted) break;
    prefix = prefix === '' ? `${level.count}.` : `${prefix}.${level.count}.`;
  }
  return { text: decoded, items };
}

interface Level {
  readonly depth: number;
  readonly prefix: string;
  readonly budget: Budget;
  readonly failed: Set<string>;
}

interface DecodedLevel extends DecodedText {
  readonly count: number;
  readonly more: boolean;
}

function decodeLevel(text: string, { depth, prefix, budget, failed }: Level): DecodedLevel {
  const items: DecodedItem[] = [];
  let decoded = text;
  let count = 0;
  let more = false;
  let from = 0;
  while (count <= MOST_FRAGMENTS && !budget.exhausted) {
    CANDIDATE.lastIndex = from;
    const match = CANDIDATE.exec(decoded);
    if (!match) break;
    const [candidate] = match;
    if (failed.has(candidate)) {
      from = match.index + candidate.length;
      continue;
    }
    count += 1;
    const found = originalContent(candidate, budget);
    more = found !== undefined;
    budget.settings.trace?.(
      `${prefix}${count}: ${candidate.slice(0, 80)}: ${more ? 'decoded' : 'not decodable'}`,
    );
    if (!found) {
      failed.add(candidate);
      from = match.index + candidate.length;
      continue;
    }
    const reference = [prefix, `${depth}.`, `${count}`];
    items.push(...found.map((item) => ({ ...item, path: [count], reference, original: candidate })));
    const fragment = fragmentOf(found, prefix, count, depth);
    decoded = decoded.split(candidate).join(fragment);
    from += fragment.length;
  }
  return { text: decoded, items, count, more };
}
