const DIGITS = 2 ** 16;

/** The index, sorted stably by 16 bits of a word; the same index where all rows have the same bits. */
const sortByDigit = (index: Uint32Array, words: Uint32Array, shift: number, flip: number): Uint32Array => {
  const counts = new Uint32Array(DIGITS);
  for (let at = 0; at < index.length; at++) {
    const digit = (((words[index[at] as number] as number) ^ flip) >>> shift) & 0xffff;
    counts[digit] = (counts[digit] as number) + 1;
  }
  const some = (((words[index[0] as number] as number) ^ flip) >>> shift) & 0xffff;
  if (counts[some] === index.length) return index;
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit] as number;
    counts[digit] = sum;
    sum += count;
  }
  const sorted = new Uint32Array(index.length);
  for (let at = 0; at < index.length; at++) {
    const row = index[at] as number;
    const digit = (((words[row] as number) ^ flip) >>> shift) & 0xffff;
    const place = counts[digit] as number;
    sorted[place] = row;
    counts[digit] = place + 1;
  }
  return sorted;
};

/** The rows of the index in the order of an unsigned word, stably; `descending` turns the order, not that of equal rows. */
export const radixSort = (index: Uint32Array, words: Uint32Array, descending: boolean): Uint32Array => {
  if (index.length < 2) return index;
  const flip = descending ? -1 : 0;
  return sortByDigit(sortByDigit(index, words, 0, flip), words, 16, flip);
};
