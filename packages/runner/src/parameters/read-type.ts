import type { ParameterType } from './parameter';
import type { TokenReader } from './token-reader';

const WORDS: Readonly<Record<string, ParameterType>> = {
  string: { kind: 'string' },
  number: { kind: 'number' },
  bigint: { kind: 'bigint' },
  boolean: { kind: 'boolean' },
  null: { kind: 'null' },
  undefined: { kind: 'undefined' },
  true: { kind: 'value', value: true },
  false: { kind: 'value', value: false },
};

const ANY: ParameterType = { kind: 'any' };

/** Reads a type annotation up to `=`, `,`, `;` or a closing bracket; what it does not know is `any`. */
export function readType(reader: TokenReader): ParameterType {
  const place = reader.place;
  const type = readUnion(reader);
  if (type && endsType(reader)) return type;
  reader.back(place);
  skipType(reader);
  return ANY;
}

function readUnion(reader: TokenReader): ParameterType | null {
  reader.accept('|');
  const types: ParameterType[] = [];
  do {
    const type = readListed(reader);
    if (!type) return null;
    types.push(type);
  } while (reader.accept('|'));
  const [only] = types;
  return types.length === 1 && only ? only : { kind: 'union', of: types };
}

function readListed(reader: TokenReader): ParameterType | null {
  reader.accept('readonly');
  let type = readOne(reader);
  while (type && reader.accept('[')) type = reader.accept(']') ? { kind: 'list', of: type } : null;
  return type;
}

function readOne(reader: TokenReader): ParameterType | null {
  const token = reader.take();
  if (!token) return null;
  if (token.kind === 'string') return { kind: 'value', value: token.value };
  if (token.kind === 'number') return { kind: 'value', value: Number(token.value.replaceAll('_', '')) };
  if (token.value === '(') {
    const inner = readUnion(reader);
    return reader.accept(')') ? inner : null;
  }
  if ((token.value === 'Array' || token.value === 'ReadonlyArray') && reader.accept('<')) {
    const inner = readUnion(reader);
    return inner && reader.accept('>') ? { kind: 'list', of: inner } : null;
  }
  return Object.hasOwn(WORDS, token.value) ? (WORDS[token.value] ?? null) : null;
}

function endsType(reader: TokenReader): boolean {
  const { next } = reader;
  return next === undefined || next.startsLine || ['=', ',', ';', ')', '>'].some((mark) => reader.sees(mark));
}

function skipType(reader: TokenReader): void {
  let depth = 0;
  for (let next = reader.next; next; next = reader.next) {
    if (next.kind === 'mark') {
      if (depth === 0 && '=,;'.includes(next.value)) return;
      if ('([{<'.includes(next.value)) depth++;
      if (')]}>'.includes(next.value)) depth--;
    }
    reader.take();
  }
}
