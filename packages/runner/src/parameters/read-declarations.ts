import type { NotebookParameter, ParameterType, ParameterValue } from './parameter';
import { readLiteral, type Literal } from './read-literal';
import { readType } from './read-type';
import { tokenize } from './token';
import { TokenReader } from './token-reader';

/**
 * The `const`, `let` and `var` declarations of single names at the top of a cell's source, such as
 * `const host: string = 'A', days = 7;`. Other statements are passed over.
 */
export function readDeclarations(source: string): NotebookParameter[] {
  const reader = new TokenReader(tokenize(source));
  const found: NotebookParameter[] = [];
  while (reader.next) {
    const keyword = (['const', 'let', 'var'] as const).find((word) => reader.accept(word));
    if (keyword) found.push(...readDeclarators(reader, keyword));
    else skip(reader, ';');
  }
  return found;
}

function readDeclarators(reader: TokenReader, keyword: NotebookParameter['keyword']): NotebookParameter[] {
  const found: NotebookParameter[] = [];
  do {
    const name = reader.take();
    if (name?.kind !== 'word') {
      skip(reader, ',');
      continue;
    }
    const annotated = reader.accept(':') ? readType(reader) : undefined;
    const literal = reader.accept('=') ? readInitial(reader) : null;
    skip(reader, ',');
    found.push({
      name: name.value,
      keyword,
      type: annotated ?? (literal ? typeOf(literal.value) : { kind: 'any' }),
      ...(annotated ? { annotation: describeType(annotated) } : {}),
      ...(literal ? { default: literal.value } : {}),
    });
  } while (reader.accept(','));
  reader.accept(';');
  return found;
}

function readInitial(reader: TokenReader): Literal | null {
  const place = reader.place;
  const literal = readLiteral(reader);
  const { next } = reader;
  if (literal && (!next || next.startsLine || reader.sees(',') || reader.sees(';'))) return literal;
  reader.back(place);
  return null;
}

/** Goes to the end of the statement, or before a comma on its level where `stop` is one. */
function skip(reader: TokenReader, stop: ',' | ';'): void {
  let depth = 0;
  for (let next = reader.next, isFirst = true; next; next = reader.next, isFirst = false) {
    const isMark = next.kind === 'mark';
    if (depth === 0) {
      if (isMark && stop === ',' && (next.value === ',' || next.value === ';')) return;
      const startsStatement = next.startsLine && (!isFirst || stop === ',') && next.kind === 'word';
      if (startsStatement) return;
    }
    reader.take();
    if (isMark && depth === 0 && next.value === ';') return;
    if (isMark && '([{'.includes(next.value)) depth++;
    if (isMark && ')]}'.includes(next.value)) depth--;
  }
}

function typeOf(value: ParameterValue): ParameterType {
  if (value === null || value === undefined) return { kind: 'any' };
  if (Array.isArray(value)) return { kind: 'list', of: commonType(value) };
  return { kind: typeof value as 'string' | 'number' | 'bigint' | 'boolean' | 'object' };
}

function commonType(items: readonly ParameterValue[]): ParameterType {
  const types = items.map(typeOf);
  const [first] = types;
  return first && types.every((type) => describeType(type) === describeType(first)) ? first : { kind: 'any' };
}

/** A parameter type as TypeScript writes it. */
export function describeType(type: ParameterType): string {
  switch (type.kind) {
    case 'value':
      return JSON.stringify(type.value);
    case 'list':
      return type.of.kind === 'union' ? `(${describeType(type.of)})[]` : `${describeType(type.of)}[]`;
    case 'union':
      return type.of.map(describeType).join(' | ');
    default:
      return type.kind;
  }
}
