import { alignText } from '../../src';

const places = (source: string, text: string, escapes: 'none' | 'doubled' | 'backslash'): number[] => [
  ...alignText(source, { start: 0, end: source.length }, text, escapes),
];

test('passes over indentation and folded line ends', () => {
  expect(places('  ab\n\n  c', 'ab\nc', 'none')).toEqual([2, 3, 4, 8, 9]);
});

test('counts escapes as what they stand for', () => {
  expect(places("a''b", "a'b", 'doubled')).toEqual([0, 1, 3, 4]);
  expect(places('\\x41\\n\\u0042c', 'A\nBc', 'backslash')).toEqual([0, 4, 6, 12, 13]);
  expect(places('\\u{1F600}x', '😀x', 'backslash')).toEqual([0, 0, 9, 10]);
  expect(places('\\U0001F600x', '😀x', 'backslash')).toEqual([0, 0, 10, 11]);
  expect(places('\\ud83d\\ude00x', '😀x', 'backslash')).toEqual([0, 6, 12, 13]);
  expect(places('😀x', '😀x', 'none')).toEqual([0, 1, 2, 3]);
});

test('passes over escaped line ends', () => {
  expect(places('a \\\n   b', 'a b', 'backslash')).toEqual([0, 1, 7, 8]);
  expect(places('a\\\r\nb', 'ab', 'backslash')).toEqual([0, 4, 5]);
});
