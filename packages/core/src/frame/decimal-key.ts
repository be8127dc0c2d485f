const DECIMAL = /^(-?)0*(\d*?)(?:\.(\d*?)0*)?$/;

/** A decimal's text such that equal numbers have equal texts: no zeros at its ends, no minus before zero. */
export const decimalKey = (text: string): string => {
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  const digits = `${whole || '0'}${fraction ? `.${fraction}` : ''}`;
  return digits === '0' ? '0' : `${sign}${digits}`;
};

/** A decimal as a whole number of 10^-scale; exact, as long as no text has more digits than that. */
export const scaledDecimal = (text: string, scale: number): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(scale, '0')}`);
};

/** The digits that a decimal has after its point. */
export const decimalScale = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

/** The text of a whole number of 10^-scale, without zeros at the end. */
export const decimalText = (scaled: bigint, scale: number): string => {
  const size = scaled < 0n ? -scaled : scaled;
  const digits = size.toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return decimalKey(
    `${scaled < 0n ? '-' : ''}${digits.slice(0, cut)}${scale ? `.${digits.slice(cut)}` : ''}`,
  );
};
