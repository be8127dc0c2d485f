const BACKSLASH = '\\';
const QUOTE = '"';

/**
 * The arguments of a Windows command line, the program first, as `CommandLineToArgvW` parses them: blanks part arguments outside
 * quotes; 2n backslashes and a quote are n backslashes, and the quote opens or closes; 2n + 1 are n backslashes and a quote of the
 * text; two quotes within quotes are one of the text and close (programs of the C runtime since 2008 stay within); other
 * backslashes stand for themselves. The program is what is within its quotes, or all up to a blank. A text that starts with a blank has an empty
 * program; an empty one has no arguments. No errors. Linear.
 * Source: Microsoft, "Parsing C++ command-line arguments" and `CommandLineToArgvW`.
 */
export function windowsArguments(commandLine: string): string[] {
  if (commandLine === '') return [];
  const program = programOf(commandLine);
  const found = [program.text];
  for (let at = afterBlanks(commandLine, program.end); at < commandLine.length;) {
    const argument = argumentAt(commandLine, at);
    found.push(argument.text);
    at = afterBlanks(commandLine, argument.end);
  }
  return found;
}

interface Read {
  readonly text: string;
  /** Where it ends in the command line. */
  readonly end: number;
}

const isBlank = (one: string | undefined): boolean => one === ' ' || one === '\t';

function afterBlanks(line: string, from: number): number {
  let at = from;
  while (isBlank(line[at])) at += 1;
  return at;
}

/** The program: what is within its quotes, or else all up to a blank. */
function programOf(line: string): Read {
  if (line.startsWith(QUOTE)) {
    const close = line.indexOf(QUOTE, 1);
    const end = close < 0 ? line.length : close;
    return { text: line.slice(1, end), end: end + 1 };
  }
  let end = 0;
  while (end < line.length && !isBlank(line[end])) end += 1;
  return { text: line.slice(0, end), end };
}

function argumentAt(line: string, from: number): Read {
  const parts: string[] = [];
  /** 1 within quotes, 0 outside. */
  let quotes = 0;
  let at = from;
  while (at < line.length && (quotes > 0 || !isBlank(line[at]))) {
    const slashes = backslashesAt(line, at);
    if (line[at + slashes] !== QUOTE) {
      parts.push(line.slice(at, at + slashes) || (line[at] ?? ''));
      at += slashes || 1;
      continue;
    }
    parts.push(BACKSLASH.repeat(slashes >> 1));
    if (slashes % 2 === 1) parts.push(QUOTE);
    else quotes += 1;
    at += slashes + 1;
    for (; line[at] === QUOTE; at += 1) {
      quotes += 1;
      if (quotes < 3) continue;
      parts.push(QUOTE);
      quotes = 0;
    }
    if (quotes === 2) quotes = 0;
  }
  return { text: parts.join(''), end: at };
}

function backslashesAt(line: string, from: number): number {
  let at = from;
  while (line[at] === BACKSLASH) at += 1;
  return at - from;
}
