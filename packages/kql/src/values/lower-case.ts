/** A text in lower case, sign by sign as the engine's `lower` has it: no sign becomes two, no sigma is final. */
export const lowerCase = (text: string): string =>
  /^[\0-\x7f]*$/.test(text)
    ? text.toLowerCase()
    : [...text].map((sign) => (sign === '\u0130' ? 'i' : sign.toLowerCase())).join('');
