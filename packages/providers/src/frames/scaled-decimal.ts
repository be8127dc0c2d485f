import { CasebookError } from '@casebook/core';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const SCALE = 17;
const LIMIT = 10n ** 38n;

/** A decimal's text as a whole number of 10^-17, as the engine holds it; one that does not fit is an `InvalidValue` error. */
export const scaledDecimal = (text: string, column: string): bigint => {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  const digits = fraction.replace(/0+$/, '');
  const size = BigInt(`${whole}${digits.padEnd(SCALE, '0')}`);
  if (whole === '' || digits.length > SCALE || size >= LIMIT)
    throw new CasebookError('InvalidValue', `no exact decimal in column ${JSON.stringify(column)}: ${text}`, {
      help: 'The engine holds 21 digits before the point and 17 behind it.',
    });
  return sign === '-' ? -size : size;
};
