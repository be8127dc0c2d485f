import * as fc from 'fast-check';
import { quoteName, quoteOperator, quoteString } from '@casebook/core';

const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
const hostile = fc
  .array(
    fc.constantFrom(
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '//',
      '| union',
      ';',
      '`',
      '{',
      '}',
      '$&',
      '😀',
      '\ud800',
      '\0',
      '\u2028',
    ),
  )
  .map((parts) => parts.join(''));

test('10,000 hostile strings become plain ASCII without an unescaped quotation mark and read back equal', () => {
  fc.assert(
    fc.property(fc.oneof(units, hostile, fc.string({ unit: 'binary' })), (value) => {
      const literal = quoteString(value);
      expect(literal).toMatch(/^"(?:[A-Za-z0-9 _.:/@-]|\\["\\nrt]|\\u[0-9a-f]{4})*"$/);
      expect(JSON.parse(literal)).toBe(value);
    }),
    { numRuns: 10_000 },
  );
});

test('a name or operator that is not in its list is never written', () => {
  fc.assert(
    fc.property(fc.oneof(units, hostile), (value) => {
      expect(() => quoteName(value, ['T'])).toThrow('invalid name');
      expect(() => quoteOperator(value, ['has'])).toThrow('invalid operator');
      expect(quoteName(value, [value])).toMatch(/^(?:[A-Z]\w*|\["[^"\n]*(?:\\"[^"\n]*)*"\])$/);
    }),
  );
});
