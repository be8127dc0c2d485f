import type { Command } from './io';
import { usage } from './read-arguments';

const HELP = `casebook kql: reads KQL without asking anything

Usage: casebook kql check PATH... [--workspace SOURCE] [--format text|json|sarif]
       casebook kql explain (FILE | - | --query 'KQL') [--workspace SOURCE] [--now TIME]

check binds the queries of files and folders with Microsoft's own parser and says what is wrong with them, and, as notes,
what the embedded engine would refuse: .kql files, the query of Sentinel rules and hunts, the parsers of Sentinel and
ASIM in YAML, and in notebooks cells of %kql, kql templates and constant texts of query(), in Python's %kql and %%kql.

explain says how a query is answered: SQL, remarks, tables and columns read, time bounds that reach the files; with
--workspace also DuckDB's plan.

  --workspace SOURCE  knows the tables, functions and watchlists of \`sample\`, a folder or an archive as well
  --format            text (default: file:line:column: severity code message), json, or sarif (2.1.0), of check
  --now TIME          what now() is, without a workspace of its own time; by default 2000-01-01

stdout holds the answer only.
Exit codes: 0 ok, 1 findings, refused or failed, 2 usage.
`;

/** `casebook kql`. */
export const kqlCommand: Command = {
  name: 'kql',
  summary: 'checks and explains KQL',
  help: HELP,
  run: async ([name, ...rest], io) => {
    if (name === 'check') return (await import('./check/check-command')).checkCommand(rest, io);
    if (name === 'explain') return (await import('./explain-command')).explainCommand(rest, io);
    throw usage(
      name === undefined
        ? 'missing command of kql: check or explain'
        : `unknown command of kql: ${name}; there is check, explain`,
    );
  },
};
