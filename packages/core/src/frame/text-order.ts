const SURROGATE = /[\ud800-\udfff]/;

/** Moves surrogates above the rest of the plane, so that units compare as code points do. */
const weight = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Compares texts by code point, as KQL and SQL do; JavaScript's `<` compares UTF-16 units. */
export const compareText = (one: string, other: string): number => {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const difference = weight(one.charCodeAt(at)) - weight(other.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
};

/** The texts in order of their code points. */
export const sortTexts = (texts: readonly string[]): string[] =>
  texts.some((text) => SURROGATE.test(text)) ? [...texts].sort(compareText) : [...texts].sort();
