import { unanswerable } from './unanswerable';

/** A text in lower case, sign by sign as the engine's `lower` has it: no sign becomes two, no sigma is final. */
export const lowerCase = (text: string): string =>
  /^[\0-\x7f]*$/.test(text)
    ? text.toLowerCase()
    : [...text].map((sign) => (sign === '\u0130' ? 'i' : sign.toLowerCase())).join('');

/** A text in upper case, sign by sign. Errors: KqlUnsupported for a letter whose capital is several letters, as `ß`. */
export const upperCase = (text: string): string =>
  [...text]
    .map((sign) => {
      const capital = sign.toUpperCase();
      return [...capital].length > 1 ? unanswerable(`toupper of ${sign}`) : capital;
    })
    .join('');
