import { hexBytes } from '../hex-bytes';
import type { OriginalItem } from './original-content';

/** What the original puts in the place of a candidate. */
export function fragmentOf(
  items: readonly OriginalItem[],
  prefix: string,
  number: number,
  depth: number,
): string {
  const [only] = items;
  if (only && items.length === 1) return itemText(only, `${prefix}${number}`, depth);
  const inner = items.map((item, at) => itemText(item, `${prefix}${prefix}${number}.${at + 1}`, depth + 1));
  return `<decoded value='multiple binary' type='multiple' index='${prefix}${number}' depth='${depth}'>${inner.join('')}</decoded>`;
}

function itemText({ shown, type, text, bytes }: OriginalItem, index: string, depth: number): string {
  const at = `index='${index}' depth='${depth}'`;
  if (text !== null) return `<decoded type='string' name='${shown}' ${at}>${text}</decoded>`;
  return `<decoded value='binary'  name='${shown}' type='${type ?? 'None'}' ${at}>${bytes ? hexBytes(bytes) : ''}</decoded>`;
}
