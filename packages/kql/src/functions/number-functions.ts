import { DISTRIBUTION_FUNCTIONS } from './distribution-functions';
import type { FunctionRow } from './function-row';
import { unanswerable } from '../values/unanswerable';

const real = (name: string, js: (x: number) => number | null): FunctionRow => ({
  name,
  takes: ['real'],
  gives: 'real',
  js,
});

const bits = (name: string, js: (a: bigint, b: bigint) => bigint): FunctionRow => ({
  name,
  takes: ['long', 'long'],
  gives: 'long',
  js: (a: bigint, b: bigint) => BigInt.asIntN(64, js(a, b)),
});

/** A shift by the remainder of 64; null by a negative number. */
const shift = (name: string, js: (a: bigint, b: bigint) => bigint): FunctionRow => ({
  name,
  takes: ['long', 'long'],
  gives: 'long',
  js: (a: bigint, b: bigint) => (b < 0n ? null : BigInt.asIntN(64, js(a, b % 64n))),
});

/** Rounds half away from zero; where the digits of a real and its binary value round to different sides, it ends the query. */
function rounded(x: number, digits = 0n): number {
  if (!Number.isFinite(x)) return x;
  const [size, places] = [Math.abs(x), Number(digits)];
  const binary = places < 0 ? Math.round(size / 10 ** -places) : Math.round(size * 10 ** places);
  const scaled = Number(`${size}e${places}`);
  const whole = Number.isNaN(scaled) ? binary : Math.round(scaled);
  if (whole !== binary && Number.isFinite(binary)) unanswerable(`round of ${x} to ${places} digits`);
  const back = Number(`${whole}e${-places}`);
  return Math.sign(x) * (Number.isNaN(back) ? whole / 10 ** places : back);
}

/** `asin` and `acos`: documented as null outside of -1..1, as `sqrt` is below 0, which yet is NaN. */
const arc = (name: 'asin' | 'acos'): FunctionRow => ({
  ...real(name, (x) => (Math.abs(x) > 1 ? unanswerable(`${name} of ${x}`) : Math[name](x))),
  note: 'a number outside of -1..1 ends the query',
});

const onesIn = (value: bigint): bigint =>
  BigInt([...BigInt.asUintN(64, value).toString(2)].filter((digit) => digit === '1').length);

const logarithm =
  (of: (x: number) => number) =>
  (x: number): number | null =>
    x < 0 ? null : of(x);

/** Functions over numbers. */
export const NUMBER_FUNCTIONS: readonly FunctionRow[] = [
  ...DISTRIBUTION_FUNCTIONS,
  {
    name: 'round',
    takes: ['real', 'long?'],
    gives: 'real',
    js: rounded,
    note: 'where the digits and the binary value round to different sides, it ends the query',
  },
  real('ceiling', Math.ceil),
  real('exp', Math.exp),
  real('exp2', (x) => 2 ** x),
  real('exp10', (x) => 10 ** x),
  real('sqrt', Math.sqrt),
  real('sin', Math.sin),
  real('cos', Math.cos),
  real('tan', Math.tan),
  arc('asin'),
  arc('acos'),
  real('atan', Math.atan),
  real('cot', (x) => 1 / Math.tan(x)),
  real('degrees', (x) => (x / Math.PI) * 180),
  real('radians', (x) => (x / 180) * Math.PI),
  real('log', logarithm(Math.log)),
  real('log2', logarithm(Math.log2)),
  real('log10', logarithm(Math.log10)),
  { name: 'atan2', takes: ['real', 'real'], gives: 'real', js: (y: number, x: number) => Math.atan2(y, x) },
  { name: 'pow', takes: ['real', 'real'], gives: 'real', js: (x: number, y: number) => x ** y },
  { name: 'pi', takes: [], gives: 'real', js: () => Math.PI },
  {
    name: 'isnan',
    takes: ['real'],
    gives: 'bool',
    sql: (x) => `coalesce(isnan(${x}), false)`,
    js: (x: number | null) => x !== null && Number.isNaN(x),
    nulls: true,
  },
  {
    name: 'isinf',
    takes: ['real'],
    gives: 'bool',
    sql: (x) => `coalesce(isinf(${x}), false)`,
    js: (x: number | null) => x === Infinity || x === -Infinity,
    nulls: true,
  },
  {
    name: 'isfinite',
    takes: ['real'],
    gives: 'bool',
    sql: (x) => `coalesce(isfinite(${x}), false)`,
    js: (x: number | null) => Number.isFinite(x),
    nulls: true,
  },
  bits('binary_and', (a, b) => a & b),
  bits('binary_or', (a, b) => a | b),
  bits('binary_xor', (a, b) => a ^ b),
  shift('binary_shift_left', (a, b) => a << b),
  shift('binary_shift_right', (a, b) => a >> b),
  { name: 'binary_not', takes: ['long'], gives: 'long', sql: (a) => `(~${a})`, js: (a: bigint) => ~a },
  { name: 'bitset_count_ones', takes: ['long'], gives: 'long', js: onesIn },
];
