import type { ParameterValue } from './parameter';
import type { TokenReader } from './token-reader';

/** A literal that was read. */
export interface Literal {
  readonly value: ParameterValue;
}

const WORDS: ReadonlyMap<string, ParameterValue> = new Map<string, ParameterValue>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

/** Reads a literal, a list or an object of literals; null where something else stands there. */
export function readLiteral(reader: TokenReader): Literal | null {
  const token = reader.take();
  if (!token) return null;
  if (token.kind === 'string') return { value: token.value };
  if (token.kind === 'number') return { value: toNumber(token.value) };
  if (token.kind === 'word') return WORDS.has(token.value) ? { value: WORDS.get(token.value) } : null;
  if (token.value === '-') return readNegative(reader);
  if (token.value === '[') return readList(reader);
  return token.value === '{' ? readObject(reader) : null;
}

function readNegative(reader: TokenReader): Literal | null {
  const token = reader.take();
  if (token?.kind !== 'number') return null;
  const value = toNumber(token.value);
  return { value: -value };
}

function readList(reader: TokenReader): Literal | null {
  const items: ParameterValue[] = [];
  while (!reader.accept(']')) {
    const item = readLiteral(reader);
    if (!item || !(reader.accept(',') || reader.sees(']'))) return null;
    items.push(item.value);
  }
  return { value: items };
}

function readObject(reader: TokenReader): Literal | null {
  const entries: [string, ParameterValue][] = [];
  while (!reader.accept('}')) {
    const key = reader.take();
    if (!key || key.kind === 'mark' || key.kind === 'template' || !reader.accept(':')) return null;
    const item = readLiteral(reader);
    if (!item || !(reader.accept(',') || reader.sees('}'))) return null;
    entries.push([key.value, item.value]);
  }
  return { value: Object.fromEntries(entries) };
}

function toNumber(text: string): number | bigint {
  const digits = text.replaceAll('_', '');
  return /^[\d]+n$|^0[xob].*n$/i.test(digits) ? BigInt(digits.slice(0, -1)) : Number(digits);
}
