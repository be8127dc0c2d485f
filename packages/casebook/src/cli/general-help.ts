import { COMMANDS } from './commands';

/** What `casebook --help` says. */
export function generalHelp(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(7)}${summary}`);
  return `casebook: security investigation over log files

Usage: casebook <command> [options]

${lines.join('\n')}

  casebook <command> --help   what a command takes
  casebook --version

Exit codes: 0 ok, 1 a cell or query failed, 2 usage, 3 kernel, 4 time-out, 130 interrupted.
`;
}
