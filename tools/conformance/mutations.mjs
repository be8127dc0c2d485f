// Random damage to query texts, repeatable by its seed.

/** Numbers from 0 to 1 that follow from a seed. */
export const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const TOKENS = /\s+|[A-Za-z_][\w-]*|\d[\w.]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|./gsu;
const tokensOf = (text) => text.match(TOKENS) ?? [];

/** Values that are wrong, huge or strange in most places. */
const ODD = [
  'dynamic(null)',
  'long(null)',
  '9223372036854775807',
  '-1',
  '0',
  '0.0',
  'real(nan)',
  '1e308',
  "''",
  "'\\u0000'",
  "'🙂'",
  'datetime(null)',
  'datetime(9999-12-31)',
  'datetime(0001-01-01)',
  'time(null)',
  '1tick',
  '106751990d',
  'true',
  '*',
  '$left',
  '~',
  '@',
  '\0',
  'range(0, 1000000000)',
  'repeat(1, 1000000000)',
  'strrep("x", 1000000000)',
  'dynamic([1,[2,[3]]])',
  'dynamic({"":{}})',
  'toscalar(print 1)',
];

/** One damage each: `pick(list)` chooses, `other` is another query. */
const DAMAGES = {
  drop: (tokens, pick) => tokens.toSpliced(pick(tokens.keys()), 1),
  swap: (tokens, pick) => {
    const [a, b] = [pick(tokens.keys()), pick(tokens.keys())];
    return tokens.with(a, tokens[b]).with(b, tokens[a]);
  },
  repeat: (tokens, pick) => {
    const at = pick(tokens.keys());
    return tokens.toSpliced(at, 0, tokens[at]);
  },
  odd: (tokens, pick) => tokens.with(pick(tokens.keys()), pick(ODD)),
  splice: (tokens, pick, other) => {
    const theirs = tokensOf(other);
    return [...tokens.slice(0, pick(tokens.keys())), ...theirs.slice(pick(theirs.keys()))];
  },
  pipe: (tokens, pick, other) => [...tokens, '\n| ', ...tokensOf(pick(other.split('|')))],
  bytes: (tokens, pick) =>
    tokens.with(pick(tokens.keys()), String.fromCharCode(pick([0, 7, 127, 160, 0x2028, 0xd800, 0xfeff]))),
  nest: (tokens, pick) => {
    const [open, close] = pick([
      ['(', ')'],
      ['[', ']'],
      ['{', '}'],
      ['not(', ')'],
      ['dynamic([', '])'],
      ['-', ''],
    ]);
    const depth = pick([3, 30, 300, 10_000]);
    const at = pick(tokens.keys());
    return tokens.with(at, open.repeat(depth) + tokens[at] + close.repeat(depth));
  },
};

/** A damaged query. */
export function mutated(queries, next) {
  const pick = (items) => {
    const list = Array.isArray(items) ? items : [...items];
    return list[Math.floor(next() * list.length)];
  };
  let tokens = tokensOf(pick(queries));
  const times = 1 + Math.floor(next() * 3);
  for (let time = 0; time < times && tokens.length > 0; time += 1) {
    const name = next() < 0.03 ? 'nest' : pick(Object.keys(DAMAGES).filter((one) => one !== 'nest'));
    tokens = DAMAGES[name](tokens, pick, pick(queries)).filter((token) => token !== undefined);
  }
  return tokens.join('');
}
