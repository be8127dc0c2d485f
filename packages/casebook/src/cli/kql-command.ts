import type { Command } from './io';
import { usage } from './read-arguments';

const HELP = `casebook kql: reads KQL without asking anything

Usage: casebook kql check PATH... [--workspace SOURCE] [--format text|json|sarif]

check binds the queries of files and folders with Microsoft's own parser and says what is wrong with them, and, as notes,
what the embedded engine would refuse: .kql files, the query of Sentinel rules and hunts, the parsers of Sentinel and
ASIM in YAML, and in notebooks cells of %kql, workspace.kql templates and constant texts of query().

  --workspace SOURCE  knows the tables, functions and watchlists of \`sample\`, a folder or an archive as well
  --format            text (default: file:line:column: severity code message), json, or sarif (2.1.0)

stdout holds the findings only.
Exit codes: 0 nothing found, 1 findings, 2 usage.
`;

/** `casebook kql`. */
export const kqlCommand: Command = {
  name: 'kql',
  summary: 'checks and explains KQL',
  help: HELP,
  run: async ([name, ...rest], io) => {
    if (name === 'check') return (await import('./check/check-command')).checkCommand(rest, io);
    throw usage(
      name === undefined
        ? 'missing command of kql: check'
        : `unknown command of kql: ${name}; there is check`,
    );
  },
};
