const SAFE_HIGH = 2 ** 20;

/** 64-bit values as doubles where each of them is within ±2^52, else nothing; bits under nulls count too. */
export const longNumbers = (values: BigInt64Array): Float64Array | undefined => {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const high = words[2 * row + 1] as number;
    if (high >= SAFE_HIGH || high < -SAFE_HIGH) return undefined;
    numbers[row] = high * 2 ** 32 + ((words[2 * row] as number) >>> 0);
  }
  return numbers;
};
