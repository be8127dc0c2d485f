/**
 * The one-sided periodogram of a series, less its mean: powers at frequencies k / n cycles a sample for k = 0 … ⌊n / 2⌋. No errors; an empty series
 * has no powers. O(n log n) for any n. Source: `scipy.signal.periodogram` (density, constant detrend); Bluestein's transform for n that are no power of 2.
 */
export function periodogram(series: Float64Array): Float64Array {
  const n = series.length;
  if (n === 0) return new Float64Array(0);
  const mean = series.reduce((sum, value) => sum + value, 0) / n;
  const [real, imaginary] = bluestein(series.map((value) => value - mean));
  const half = Math.floor(n / 2);
  return Float64Array.from({ length: half + 1 }, (_, k) => {
    const power = ((real[k] as number) ** 2 + (imaginary[k] as number) ** 2) / n;
    return k === 0 || 2 * k === n ? power : 2 * power;
  });
}

type Complex = readonly [real: Float64Array, imaginary: Float64Array];

/** The discrete Fourier transform of any length, as a convolution of a power of 2. */
function bluestein(input: Float64Array): Complex {
  const n = input.length;
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * n - 1)));
  const [a, b]: readonly [Complex, Complex] = [zeros(size), zeros(size)];
  const chirp = chirpOf(n);
  const turns = turnsOf(size);
  for (let at = 0; at < n; at += 1) {
    const cos = chirp[0][at] as number;
    const sin = chirp[1][at] as number;
    a[0][at] = (input[at] as number) * cos;
    a[1][at] = -(input[at] as number) * sin;
    b[0][at] = cos;
    b[1][at] = sin;
    b[0][(size - at) % size] = cos;
    b[1][(size - at) % size] = sin;
  }
  transform(a, turns);
  transform(b, turns);
  for (let at = 0; at < size; at += 1) {
    const p = a[0][at] as number;
    const q = a[1][at] as number;
    const r = b[0][at] as number;
    const s = b[1][at] as number;
    // Conjugated on the way in: the transform of it is the inverse.
    a[0][at] = p * r - q * s;
    a[1][at] = -(p * s + q * r);
  }
  transform(a, turns);
  const [real, imaginary] = zeros(n);
  for (let at = 0; at < n; at += 1) {
    const x = (a[0][at] as number) / size;
    const y = -(a[1][at] as number) / size;
    const cos = chirp[0][at] as number;
    const sin = chirp[1][at] as number;
    real[at] = x * cos + y * sin;
    imaginary[at] = y * cos - x * sin;
  }
  return [real, imaginary];
}

const zeros = (length: number): Complex => [new Float64Array(length), new Float64Array(length)];

/** e^(iπ k² / n), with k² taken modulo 2n so that it stays exact. */
function chirpOf(n: number): Complex {
  const chirp = zeros(n);
  let square = 0;
  for (let k = 0; k < n; k += 1) {
    const angle = (Math.PI * square) / n;
    chirp[0][k] = Math.cos(angle);
    chirp[1][k] = Math.sin(angle);
    square = (square + 2 * k + 1) % (2 * n);
  }
  return chirp;
}

/** The fast Fourier transform of a power of 2 (Cooley and Tukey, 1965), in place; turns are e^(-2πi k / size) for the first half. */
function transform([real, imaginary]: Complex, [cosines, sines]: Complex): void {
  const size = real.length;
  reorder([real, imaginary]);
  for (let span = 1; span < size; span *= 2) {
    const stride = size / (2 * span);
    for (let start = 0; start < size; start += 2 * span) {
      for (let k = 0; k < span; k += 1) {
        const cos = cosines[k * stride] as number;
        const sin = sines[k * stride] as number;
        const at = start + k;
        const to = at + span;
        const x = (real[to] as number) * cos - (imaginary[to] as number) * sin;
        const y = (real[to] as number) * sin + (imaginary[to] as number) * cos;
        real[to] = (real[at] as number) - x;
        imaginary[to] = (imaginary[at] as number) - y;
        real[at] = (real[at] as number) + x;
        imaginary[at] = (imaginary[at] as number) + y;
      }
    }
  }
}

function turnsOf(size: number): Complex {
  const turns = zeros(size / 2);
  for (let k = 0; k < size / 2; k += 1) {
    const angle = (-2 * Math.PI * k) / size;
    turns[0][k] = Math.cos(angle);
    turns[1][k] = Math.sin(angle);
  }
  return turns;
}

function reorder([real, imaginary]: Complex): void {
  const size = real.length;
  let reversed = 0;
  for (let at = 1; at < size; at += 1) {
    let bit = size >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (at >= reversed) continue;
    const x = real[at] as number;
    const y = imaginary[at] as number;
    real[at] = real[reversed] as number;
    imaginary[at] = imaginary[reversed] as number;
    real[reversed] = x;
    imaginary[reversed] = y;
  }
}
