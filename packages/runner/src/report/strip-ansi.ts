const ANSI = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;

/** A text without a terminal's escape sequences. */
export function stripAnsi(text: string): string {
  return text.replace(ANSI, '');
}
