/** A real as `tostring` writes it: shortest digits that read back equal, `1.0` for whole numbers, `1E+15` from there on. */
export function realText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= 15 || exponent < -5) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}E${exponent < 0 ? '-' : '+'}${size}`;
  }
  const plain = String(value);
  return /[.]/.test(plain) ? plain : `${plain}.0`;
}

/** Reads a real as `toreal` does; nothing where the text is not one. */
export function parseReal(text: string): number | null {
  const plain = text.trim();
  if (/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(plain)) return Number(plain);
  if (/^nan$/i.test(plain)) return Number.NaN;
  if (/^\+?(inf|infinity|∞)$/i.test(plain)) return Number.POSITIVE_INFINITY;
  return /^-(inf|infinity|∞)$/i.test(plain) ? Number.NEGATIVE_INFINITY : null;
}
