import { argMax, asc, count, dcount, Frame, max, min, type ColumnInfo, type DateTime } from '@casebook/core';
import type { HostSummaryResult } from '../host-summary-result';

/** A program and how often it was started. */
export type ProgramRow = {
  readonly Program: string;
  readonly Times: number;
  readonly Accounts: number;
  readonly First: DateTime | null;
  readonly Last: DateTime | null;
  /** The newest command line. */
  readonly CommandLine: string;
};

const COLUMNS: readonly ColumnInfo[] = [
  { name: 'Program', type: 'string' },
  { name: 'Times', type: 'long' },
  { name: 'Accounts', type: 'long' },
  { name: 'First', type: 'datetime' },
  { name: 'Last', type: 'datetime' },
  { name: 'CommandLine', type: 'string' },
];

/** The programs that were started on the host, the rarest first, then by first start; one row a path. */
export const rarePrograms = ({ sections: { processes } }: HostSummaryResult): Frame<ProgramRow> => {
  if (processes.rows === 0)
    return Frame.fromRows<ProgramRow>(COLUMNS, [], { notices: processes.frame.notices });
  const counted = processes.frame.summarize(
    {
      Times: count(),
      Accounts: dcount('Account'),
      First: min('TimeGenerated'),
      Last: max('TimeGenerated'),
      CommandLine: argMax('TimeGenerated', 'CommandLine'),
    },
    ['NewProcessName'],
  );
  const sorted = counted.sort(asc('Times'), asc('First')).projectRename({ Program: 'NewProcessName' });
  return new Frame<ProgramRow>(sorted.data, { notices: sorted.notices });
};
