/** A piece of TypeScript source; `value` is the text itself, or the meaning of a string. */
export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'template' | 'mark';
  readonly value: string;
  /** Whether a line break lies before it. */
  readonly startsLine: boolean;
}

const PATTERN =
  /(?<space>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<word>[\p{ID_Start}$_][\p{ID_Continue}$]*)|(?<number>(?:0[xob][\da-f_]+|\d[\d_]*(?:\.[\d_]*)?(?:e[+-]?\d+)?|\.\d[\d_]*(?:e[+-]?\d+)?)n?)|(?<string>'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")|(?<template>`(?:[^`\\]|\\[\s\S])*`)|(?<mark>=>|[\s\S])/giuy;

/** Splits source into tokens; comments and blanks are left out. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let startsLine = true;
  for (const { groups = {} } of source.matchAll(PATTERN)) {
    const { space, word, number, string, template, mark } = groups;
    if (space !== undefined) {
      startsLine ||= space.includes('\n') || space.startsWith('//');
      continue;
    }
    if (word !== undefined) tokens.push({ kind: 'word', value: word, startsLine });
    else if (number !== undefined) tokens.push({ kind: 'number', value: number, startsLine });
    else if (string !== undefined) tokens.push({ kind: 'string', value: unescape(string), startsLine });
    else if (template !== undefined) tokens.push(templateToken(template, startsLine));
    else tokens.push({ kind: 'mark', value: mark ?? '', startsLine });
    startsLine = false;
  }
  return tokens;
}

function templateToken(text: string, startsLine: boolean): Token {
  const isPlain = !/(^|[^\\])(\\\\)*\$\{/.test(text);
  return isPlain
    ? { kind: 'string', value: unescape(text), startsLine }
    : { kind: 'template', value: text, startsLine };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

function unescape(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(
      /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi,
      (_, point?: string, unit?: string, byte?: string, single?: string) => {
        const code = point ?? unit ?? byte;
        if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
        if (single === undefined || /^[\r\n]/.test(single)) return '';
        return ESCAPES[single] ?? single;
      },
    );
}
