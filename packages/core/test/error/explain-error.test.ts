import { CasebookError, explainError, pointAt } from '../../src';

const at = (line: number, column: number, length = 1): { line: number; column: number; length: number } => ({
  line,
  column,
  length,
});

describe('pointAt', () => {
  test('marks the place under its line', () => {
    expect(pointAt('T\n| where x == 1', at(2, 9, 1))).toEqual(['  | where x == 1', '          ^']);
    expect(pointAt('abc', at(1, 4, 0))).toEqual(['  abc', '     ^']);
    expect(pointAt('abc', at(3, 1))).toEqual([]);
    expect(pointAt('ab\r\ncd', at(2, 1, 2))).toEqual(['  cd', '  ^^']);
  });

  test('keeps tabs, and counts the room that signs take', () => {
    expect(pointAt('\tx\ty', at(1, 4))).toEqual(['  \tx\ty', '  \t \t^']);
    expect(pointAt('"日本" x', at(1, 6))).toEqual(['  "日本" x', '         ^']);
    expect(pointAt('"e\u0301" x', at(1, 6))).toEqual(['  "e\u0301" x', '      ^']);
    expect(pointAt('"🙂" x', at(1, 6))).toEqual(['  "🙂" x', '       ^']);
  });

  test('cuts a long line around the place', () => {
    const [line = '', mark = ''] = pointAt(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, at(1, 501, 4));
    expect(line.length).toBeLessThan(170);
    expect(line).toMatch(/^ {2}…a{60}HEREb{96}…$/);
    expect(line.slice(mark.indexOf('^'), mark.indexOf('^') + 4)).toBe('HERE');
  });

  test('shows no sign that a terminal obeys', () => {
    expect(pointAt('a\u001b[2Jb', at(1, 1))[0]).toBe('  a\ufffd[2Jb');
  });
});

describe('explainError', () => {
  const position = { line: 1, column: 3, offset: 2, length: 1 };

  test('tells a single mistake with the way out', () => {
    const error = new CasebookError('KqlUnsupported', 'unsupported x', {
      query: 'T x',
      position,
      help: 'Leave it.',
    });
    expect(explainError(error)).toEqual([
      'KqlUnsupported: unsupported x (line 1, column 3)',
      '  T x',
      '    ^',
      '  Leave it.',
    ]);
  });

  test('tells all remarks, and counts those over twenty', () => {
    const one = { severity: 'error', code: 'K', message: 'bad', position } as const;
    const error = new CasebookError('KqlSyntax', 'bad', {
      query: 'T x',
      position,
      diagnostics: Array.from({ length: 23 }, () => one),
    });
    const lines = explainError(error);
    expect(lines.slice(0, 6)).toEqual([
      'KqlSyntax: bad (line 1, column 3)',
      '  T x',
      '    ^',
      'KqlSyntax: bad (line 1, column 3)',
      '  T x',
      '    ^',
    ]);
    expect([lines.length, lines.at(-1)]).toEqual([61, 'and 3 more']);
  });
});
