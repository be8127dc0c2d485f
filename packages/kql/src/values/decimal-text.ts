import { unanswerable } from './unanswerable';

/** Digits after the point that a stored decimal holds. */
const PLACES = 17;
/** Digits that a quotient must hold to be told apart from its neighbours. */
const LEAST_DIGITS = 12;

/**
 * Divides decimals given as text, to 17 digits after the point, rounded half away from zero.
 * Throws KqlUnsupported by zero, and RangeError where an endless quotient is so small that 17 digits say too little of it.
 */
export function divideDecimals(a: string, b: string): string {
  const [x, y] = [scaledDecimal(a), scaledDecimal(b)];
  if (y === 0n) unanswerable('decimal divided by zero');
  return rounded(x * 10n ** BigInt(PLACES), y);
}

/** Multiplies decimals given as text, to 17 digits after the point, rounded half away from zero. Throws like `divideDecimals`. */
export const multiplyDecimals = (a: string, b: string): string =>
  rounded(scaledDecimal(a) * scaledDecimal(b), 10n ** BigInt(PLACES));

function rounded(x: bigint, y: bigint): string {
  const [quotient, rest] = [abs(x) / abs(y), abs(x) % abs(y)];
  if (rest !== 0n && quotient.toString().length < LEAST_DIGITS)
    throw new RangeError('unsupported decimal: too small for 17 digits after the point');
  const nearest = quotient + (rest * 2n >= abs(y) ? 1n : 0n);
  return plain(x < 0n !== y < 0n ? -nearest : nearest);
}

/** Writes a real as a plain decimal with the shortest digits that read back equal; null where it is not finite. */
export function decimalOfReal(value: number): string | null {
  return Number.isFinite(value) ? (plainDecimal(value.toExponential()) ?? null) : null;
}

/**
 * Reads a decimal with or without an exponent and writes it without, its last zeros kept; nothing where the text is none.
 * Throws RangeError where a small one has more than the 17 digits after the point that are stored.
 */
export function plainDecimal(text: string): string | undefined {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,4}))?$/.exec(text.trim());
  const [, sign = '', before = '', after = '', power = '0'] = match ?? [];
  if (!match || before + after === '') return undefined;
  const digits = (before + after).replace(/^0+(?=\d)/, '');
  const point = digits.length - after.length + Number(power);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  if (Number(whole) === 0 && fraction.replace(/0+$/, '').length > PLACES)
    throw new RangeError('unsupported decimal: more than 17 digits after the point');
  return `${sign === '-' ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function scaledDecimal(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  const size = BigInt(whole.replace(/^[-+]/, '') + fraction.slice(0, PLACES).padEnd(PLACES, '0'));
  return text.startsWith('-') ? -size : size;
}

function plain(scaled: bigint): string {
  const digits = abs(scaled)
    .toString()
    .padStart(PLACES + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`;
}
