import { charactersOf } from './characters';
import type { DnsNames, Span } from './dns-spans';

const AT = /@|\[at\]/gi;
const USER = charactersOf(
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+/=?^_`{|}~-",
);

/** The addresses of the original's pattern, `user@name` or `user[at]name`, one after the other, in linear time. */
export function emailSpans(text: string, names: DnsNames): readonly Span[] {
  const spans: Span[] = [];
  let done = 0;
  for (const { index, 0: sign } of text.matchAll(AT)) {
    const end = names.endFrom(index + sign.length);
    if (end < 0) continue;
    let start = index;
    while (start > done && USER[text.charCodeAt(start - 1)] === 1) start -= 1;
    if (start === index) continue;
    spans.push({ start, end });
    done = end;
  }
  return spans;
}
