import type { DateTime, LogProvider } from '@casebook/core';
import { HostSummary, type HostSummaryResult } from '../src';

type IsAny<T> = 0 extends 1 & T ? true : false;
type Process = ReturnType<HostSummaryResult['sections']['processes']['frame']['rows']>[number];

/** Never called: the compiler reads it. */
export const typed = async (logs: LogProvider): Promise<readonly [string, DateTime | null, string]> => {
  const { sections } = await HostSummary.run(
    { host: 'x', timeSpan: '1d', options: ['+processTi'] },
    { logs },
  );
  const [process] = sections.processes.frame.rows();
  const [action] = sections.accountActions.frame.rows();
  const notAny: IsAny<Process['CommandLine']> = false;
  // @ts-expect-error a column that process creations do not have
  void process?.NoSuchColumn;
  // @ts-expect-error a section that a host summary does not have
  void sections.process;
  return [process?.CommandLine ?? String(notAny), process?.TimeGenerated ?? null, action?.Action ?? ''];
};

test('sections and their rows are typed by name', () => {
  expect(typeof typed).toBe('function');
});
