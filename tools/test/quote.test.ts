import * as fc from 'fast-check';
import {
  bindQuery,
  DateTime,
  Duration,
  quoteBool,
  quoteDateTime,
  quoteDuration,
  quoteInt,
  quoteLong,
  quoteReal,
  quoteString,
  type QueryDefinition,
} from '@casebook/core';
import { queries } from '@casebook/queries';

/** The little of Microsoft's parser that is needed to see a text as a tree. */
interface SyntaxNode {
  readonly Kind: number;
  readonly ChildCount: number;
  readonly LiteralValue?: unknown;
  GetChild(index: number): SyntaxNode | null;
}
interface Parsed {
  readonly Syntax: SyntaxNode;
  GetDiagnostics(): { readonly Count: number };
}
interface Globals {
  Kusto: {
    readonly Language: {
      readonly KustoCode: { Parse(text: string): Parsed };
      readonly Parsing: {
        readonly TokenParser: {
          ParseTokens(text: string, options: null): readonly { readonly Text: string }[];
        };
      };
    };
  };
}

jest.setTimeout(120_000);

const globals = globalThis as unknown as Globals;

beforeAll(async () => {
  if ('Kusto' in globals) return;
  // @ts-expect-error the parser's files declare nothing
  await import('@kusto/language-service-next/bridge.min.js');
  // @ts-expect-error the parser's files declare nothing
  await import('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
});

interface Tree {
  readonly shape: string;
  readonly literals: readonly unknown[];
  readonly faults: number;
}

const read = (text: string): Tree => {
  const code = globals.Kusto.Language.KustoCode.Parse(text);
  const kinds: number[] = [];
  const literals: unknown[] = [];
  const visit = (node: SyntaxNode): void => {
    kinds.push(node.Kind);
    if (node.LiteralValue !== undefined && node.LiteralValue !== null) literals.push(node.LiteralValue);
    for (let at = 0; at < node.ChildCount; at++) {
      const child = node.GetChild(at);
      if (child) visit(child);
    }
  };
  visit(code.Syntax);
  return { shape: kinds.join(' '), literals, faults: code.GetDiagnostics().Count };
};

const tokens = (text: string): string[] =>
  globals.Kusto.Language.Parsing.TokenParser.ParseTokens(text, null).map((token) => token.Text);

const HOSTILE = [
  '"',
  "'",
  '\\',
  '\\"',
  "\\' or 1 == 1",
  '" or 1 == 1 //',
  'x" | union SecurityAlert //',
  '// comment',
  '/* comment */',
  '; .drop table SecurityEvent',
  '\n| take 1',
  '\r\n.show tables',
  '\u2028| take 1',
  '\u0085',
  '\u0000',
  '\u001b[31m',
  '😀',
  '\ud800',
  '\udc00\ud800',
  '\uffff',
  '{host_name}',
  '{{}}',
  '$&$1$`',
  '```',
  '~~~',
  '@"x"',
  'h"x"',
  '%s%n',
  '<script>alert(1)</script>',
  "St. John's",
  '\u202eexe.txt',
  'a'.repeat(500),
  '',
  'null',
  'datetime(now)',
] as const;

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

const about = (text: string): string => `T | where A in (${text}) and B has "z" | take 1`;

test('10,000 hostile strings are one literal each, which the parser reads back equal', () => {
  const check = (values: readonly string[]): void => {
    const benign = read(about(values.map(() => '"x"').join(', '))).shape;
    const { shape, literals, faults } = read(about(values.map(quoteString).join(', ')));
    expect([shape === benign, faults, literals.slice(0, -2)]).toEqual([true, 0, values]);
  };
  HOSTILE.forEach((value) => check([value]));
  fc.assert(fc.property(fc.array(anyText, { minLength: 200, maxLength: 200 }), check), {
    numRuns: 50,
    endOnFailure: true,
  });
});

const textOf = (value: unknown): string => String((value as { v?: unknown }).v ?? value);

test('numbers read back equal, up to the ends of their types', () => {
  const ends = [0n, 1n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)];
  const longs = fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.constantFrom(...ends));
  fc.assert(
    fc.property(longs, fc.integer(), fc.boolean(), (long, int, bool) => {
      const { literals, faults } = read(`print ${quoteLong(long)}, ${quoteInt(int)}, ${quoteBool(bool)}`);
      expect([faults, ...literals.map(textOf)]).toEqual([0, String(long), String(int), String(bool)]);
    }),
  );
});

test('reals read back equal, and those that are no number are written as KQL writes them', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (real) => {
      const { literals, faults } = read(`print ${quoteReal(real)}`);
      expect([faults, Number(textOf(literals[0]))]).toEqual([0, real === 0 ? 0 : real]);
    }),
  );
  expect([NaN, Infinity, -Infinity].map(quoteReal)).toEqual(['real(nan)', 'real(+inf)', 'real(-inf)']);
  expect([NaN, Infinity, -Infinity, -0].map((real) => read(`print ${quoteReal(real)}`).faults)).toEqual([
    0, 0, 0, 0,
  ]);
});

test('datetimes and timespans are one literal each with every tick', () => {
  const moments = fc.bigInt({ min: 0n, max: 3_155_378_975_999_999_999n }).map((ticks) => new DateTime(ticks));
  const lengths = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((ticks) => new Duration(ticks));
  const benign = read(about('datetime(2026-10-05T00:00:00.0000000Z)')).shape;
  const benignLength = read(about('timespan(1.00:00:00.0000000)')).shape;
  fc.assert(
    fc.property(moments, lengths, (moment, length) => {
      const one = read(about(quoteDateTime(moment)));
      const other = read(about(quoteDuration(length)));
      expect([one.shape, one.faults, other.shape, other.faults]).toEqual([benign, 0, benignLength, 0]);
      expect(DateTime.parse(quoteDateTime(moment).slice(9, -1))).toEqual(moment);
      expect(Duration.parse(quoteDuration(length).slice(9, -1))).toEqual(length);
    }),
  );
});

const definitions = Object.values(queries).flatMap(
  (family) => Object.values(family) as unknown as QueryDefinition[],
);

/** Parameters of a shipped query in which every string is the same value. */
const argumentsOf = ({ parameters }: QueryDefinition, value: string): Record<string, unknown> =>
  Object.fromEntries(
    parameters
      .filter(({ type, required, default: usual }) => type === 'string' || (required && usual === undefined))
      .map(({ name, type, list, values }) => {
        const one: unknown = {
          string: value,
          int: 1,
          long: 1,
          real: 1,
          bool: true,
          datetime: '2026-10-05',
          timespan: '1d',
          operator: values?.[0],
          table: values?.[0],
          column: values?.[0],
          kql: undefined,
        }[type];
        return [name, list ? [one] : one];
      }),
  );

const shipped = definitions.filter(({ parameters }) => parameters.some(({ type }) => type === 'string'));

test('every hostile string through every shipped query leaves its tree as it was', () => {
  expect(shipped.length).toBeGreaterThan(0);
  for (const definition of shipped) {
    const benign = read(bindQuery(definition, argumentsOf(definition, 'x')));
    const value = HOSTILE.join('');
    const { shape, literals, faults } = read(bindQuery(definition, argumentsOf(definition, value)));
    const seen = benign.literals.includes('x') === literals.includes(value);
    expect([definition.name, shape === benign.shape, faults, seen]).toEqual([
      definition.name,
      true,
      benign.faults,
      true,
    ]);
  }
});

test('10,000 hostile strings through the shipped queries change nothing but their own literals', () => {
  const texts = shipped.map((definition) => bindQuery(definition, argumentsOf(definition, 'x')).split('"x"'));
  const check = (at: number, value: string): string => {
    const definition = shipped[at] as QueryDefinition;
    const text = bindQuery(definition, argumentsOf(definition, value));
    expect(text === (texts[at] as string[]).join(quoteString(value))).toBe(true);
    return text;
  };
  fc.assert(
    fc.property(fc.nat(shipped.length - 1), anyText, (at, value) => void check(at, value)),
    { numRuns: 10_000 },
  );
  HOSTILE.forEach((value, at) => {
    const parts = texts[at % texts.length] as string[];
    expect(tokens(check(at % texts.length, value))).toEqual(
      tokens(parts.join('"x"')).map((text) => (text === '"x"' ? quoteString(value) : text)),
    );
  });
});
