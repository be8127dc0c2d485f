const [BASE, T_MIN, T_MAX, SKEW, DAMP, FIRST] = [36, 1, 26, 38, 700, 128];
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Text as Punycode (RFC 3492, without the prefix `xn--`); nothing where it holds half a surrogate pair. */
export function toPunycode(text: string): string | undefined {
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  if (points.some((point) => point >= 0xd800 && point <= 0xdfff)) return undefined;
  const basic = points.filter((point) => point < FIRST);
  let output = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '');
  let [next, delta, bias, done] = [FIRST, 0, 72, basic.length];
  while (done < points.length) {
    const least = Math.min(...points.filter((point) => point >= next));
    delta += (least - next) * (done + 1);
    next = least;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      output += variableLength(delta, bias);
      bias = adapted(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    next += 1;
  }
  return output;
}

/** The text of a Punycode form without its prefix; nothing where it is none. */
export function fromPunycode(code: string): string | undefined {
  if (!/^[\0-\x7f]*$/.test(code)) return undefined;
  const at = code.lastIndexOf('-');
  const points = [...code.slice(0, Math.max(0, at))].map((letter) => letter.charCodeAt(0));
  const digits = [...code.slice(at + 1).toLowerCase()].map((letter) => DIGITS.indexOf(letter)).values();
  let [next, index, bias] = [FIRST, 0, 72];
  for (let step = digits.next(); !step.done; step = digits.next()) {
    const before = index;
    const gained = generalised(step.value, bias, digits);
    if (gained === undefined) return undefined;
    index += gained;
    bias = adapted(index - before, points.length + 1, before === 0);
    next += Math.floor(index / (points.length + 1));
    index %= points.length + 1;
    if (next > 0x10ffff || (next >= 0xd800 && next <= 0xdfff)) return undefined;
    points.splice(index, 0, next);
    index += 1;
  }
  return points.map((point) => String.fromCodePoint(point)).join('');
}

const threshold = (k: number, bias: number): number => Math.min(T_MAX, Math.max(T_MIN, k - bias));

function variableLength(delta: number, bias: number): string {
  let text = '';
  let left = delta;
  for (let k = BASE; ; k += BASE) {
    const t = threshold(k, bias);
    if (left < t) return text + (DIGITS[left] ?? '');
    text += DIGITS[t + ((left - t) % (BASE - t))] ?? '';
    left = Math.floor((left - t) / (BASE - t));
  }
}

function generalised(first: number, bias: number, digits: Iterator<number>): number | undefined {
  let [value, weight, digit] = [0, 1, first];
  for (let k = BASE; ; k += BASE) {
    if (digit < 0 || value > 0x7fffffff) return undefined;
    value += digit * weight;
    const t = threshold(k, bias);
    if (digit < t) return value;
    weight *= BASE - t;
    const step = digits.next();
    if (step.done) return undefined;
    digit = step.value;
  }
}

function adapted(delta: number, count: number, first: boolean): number {
  let left = Math.floor(delta / (first ? DAMP : 2));
  left += Math.floor(left / count);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
