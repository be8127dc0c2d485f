import { unanswerable } from './unanswerable';

/**
 * A real as `tostring` writes it: `1.0` for whole numbers, `1E+15` from there on. The digits are those of Grisu2 without
 * its last step (Loitsch 2010): the fewest that the upper border of all reals that round to this one begins with and that
 * still read back equal, so 0.1 + 0.2 is `0.30000000000000007`.
 */
export function realText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', power = '0'] = fromAbove(value).split('e');
  const exponent = Number(power);
  if (exponent >= 15 || exponent < -5) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}E${exponent < 0 ? '-' : '+'}${size}`;
  }
  return pointed(mantissa, exponent);
}

/**
 * A real as text. Errors: KqlUnsupported for sizes of 1E+15 and more or below 0.0001, which Kusto may write with an
 * exponent: no document says from where on and how.
 */
export function textOfReal(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && Number.isFinite(value) && (size >= 1e15 || size < 1e-4))
    unanswerable(`text of a real as large or small as ${value}`);
  return realText(value);
}

/** Digits with the point at its place. */
function pointed(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/** In the notation of `toExponential`, the largest number of the fewest digits that reads back equal. */
function fromAbove(value: number): string {
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  let digits = BigInt(mantissa.replace(/[-.]/g, ''));
  const places = String(digits).length - 1;
  const read = (whole: bigint): number => Number(`${sign}${whole}e${Number(power) - places}`);
  while (places >= 15 && read(digits + 1n) === value) digits += 1n;
  const text = String(digits);
  const exponent = Number(power) + text.length - 1 - places;
  const tail = text.slice(1).replace(/0+$/, '');
  return `${sign}${text[0]}${tail && '.'}${tail}e${exponent}`;
}

/** Reads a real as `toreal` does; nothing where the text is not one. Errors: KqlUnsupported beyond the greatest one. */
export function parseReal(text: string): number | null {
  const plain = text.trim();
  if (/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain)) {
    const value = Number(plain);
    return Number.isFinite(value) ? value : unanswerable(`real beyond the greatest one: ${plain}`);
  }
  if (/^nan$/i.test(plain)) return Number.NaN;
  if (/^\+?(inf|infinity|∞)$/i.test(plain)) return Number.POSITIVE_INFINITY;
  return /^-(inf|infinity|∞)$/i.test(plain) ? Number.NEGATIVE_INFINITY : null;
}
