import { CasebookError, DateTime, Duration, Frame, type KqlType, type LongColumn } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { keepRows } from '../columns/keep-rows';
import { made } from '../columns/with-columns';
import { withLeftOut } from '../columns/with-left-out';
import { knownLogons } from './known-logons';
import type { ReadLogonsOptions } from './read-logons';

/** What `failedThenSuccess` is told. */
export interface FailedThenSuccessOptions extends ReadLogonsOptions {
  /** The longest time from the last failure to the success; default `'1d'`. */
  readonly window?: Duration | string;
  /** How many failures must come before; default 1. */
  readonly minFailures?: number;
}

interface Logon {
  readonly row: number;
  readonly tick: bigint;
  readonly failed: boolean;
}

interface Pair {
  readonly success: number;
  readonly failures: readonly number[];
}

/**
 * Successes that follow failures of the same account on the same host: a run of failures since the account's last success, whose
 * last one lies within `window` of the success (of failures and successes at one time the failures come first). One row each, by time:
 * `Account`, `Computer`, `LogonTypeName`, `SourceIP`, `SuccessTime`, `FirstFailure`, `LastFailure`, `Failures` (long),
 * `FailureSources` (dynamic, their addresses), `SameSource` (bool, the success came from one of them).
 * Rows without account, time or known result are left out, with notices. Input and errors: see `readLogons`. O(n log n).
 * MSTICNB's `failed_success` asks for no order in time: `mixedLogons` gives that.
 */
export function failedThenSuccess(frame: Frame, options: FailedThenSuccessOptions = {}): Frame {
  const { window = '1d', minFailures = 1 } = options;
  if (!Number.isInteger(minFailures) || minFailures < 1)
    throw new CasebookError('InvalidParameter', `invalid minFailures: ${minFailures}`, {
      help: 'Give a whole number from 1.',
    });
  const longest = (typeof window === 'string' ? Duration.parse(window) : window).ticks;
  const logons = pairable(knownLogons(frame, options));
  const { values } = logons.column('TimeGenerated').data as LongColumn;
  const pairs = [...logonsByAccount(logons, values).values()].flatMap((list) =>
    pairsOf(list, longest, minFailures),
  );
  return pairFrame(
    logons,
    values,
    pairs.sort((a, b) => order(values, a.success, b.success)),
  );
}

/**
 * All logons of accounts that have both a success and a failure, in form (see `readLogons`): the successes alone are
 * `failed_success` of MSTICNB's HostLogonsSummary. Rows without account or known result are left out, with notices.
 * Input and errors: see `readLogons`. O(n).
 */
export function mixedLogons(frame: Frame, options: ReadLogonsOptions = {}): Frame {
  const known = knownLogons(frame, options);
  const [accounts, results] = [columnTexts(known, 'Account'), columnTexts(known, 'LogonResult')];
  const having = (wanted: string): ReadonlySet<string> =>
    new Set(accounts.filter((account, row) => account !== '' && results[row] === wanted));
  const [succeeded, failed] = [having('Success'), having('Failure')];
  return keepRows(
    known,
    Uint8Array.from(accounts, (account) => (succeeded.has(account) && failed.has(account) ? 1 : 0)),
  );
}

function pairable(known: Frame): Frame {
  const { validity } = known.column('TimeGenerated').data as LongColumn;
  const named = Uint8Array.from(columnTexts(known, 'Account'), (account, row) =>
    account !== '' && (!validity || validity[row]) ? 1 : 0,
  );
  const kept = keepRows(known, named);
  return withLeftOut(kept, known.rowCount - kept.rowCount, 'has no account or no time');
}

const order = (ticks: BigInt64Array, a: number, b: number): number => {
  const difference = (ticks[a] as bigint) - (ticks[b] as bigint);
  return difference < 0n ? -1 : difference > 0n ? 1 : a - b;
};

function logonsByAccount(frame: Frame, ticks: BigInt64Array): Map<string, Logon[]> {
  const [accounts, hosts] = [columnTexts(frame, 'Account'), columnTexts(frame, 'Computer')];
  const results = columnTexts(frame, 'LogonResult');
  const byKey = new Map<string, Logon[]>();
  const rows = [...accounts.keys()].sort((a, b) => {
    const inTime = (ticks[a] as bigint) === (ticks[b] as bigint) ? 0 : order(ticks, a, b);
    return inTime || Number(results[a] === 'Success') - Number(results[b] === 'Success') || a - b;
  });
  for (const row of rows) {
    const key = `${accounts[row]?.toLowerCase()}\n${hosts[row]?.toLowerCase()}`;
    const list = byKey.get(key) ?? [];
    byKey.set(key, list);
    list.push({ row, tick: ticks[row] as bigint, failed: results[row] === 'Failure' });
  }
  return byKey;
}

function pairsOf(logons: readonly Logon[], longest: bigint, minFailures: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let failures: Logon[] = [];
  for (const logon of logons) {
    if (logon.failed) {
      failures.push(logon);
      continue;
    }
    const last = failures.at(-1);
    if (last && failures.length >= minFailures && logon.tick - last.tick <= longest)
      pairs.push({ success: logon.row, failures: failures.map(({ row }) => row) });
    failures = [];
  }
  return pairs;
}

function pairFrame(frame: Frame, ticks: BigInt64Array, pairs: readonly Pair[]): Frame {
  const sources = columnTexts(frame, 'SourceIP');
  const time = (row: number | undefined): DateTime => new DateTime(ticks[row as number] as bigint);
  const from = ({ failures }: Pair): readonly string[] => [
    ...new Set(failures.map((row) => sources[row] as string).filter((source) => source !== '')),
  ];
  const own = ['Account', 'Computer', 'LogonTypeName', 'SourceIP'].map((name) => {
    const cells = columnTexts(frame, name);
    return [name, 'string', ({ success }: Pair) => cells[success]] as const;
  });
  const columns: readonly (readonly [string, KqlType, (pair: Pair) => unknown])[] = [
    ...own,
    ['SuccessTime', 'datetime', ({ success }) => time(success)],
    ['FirstFailure', 'datetime', ({ failures }) => time(failures[0])],
    ['LastFailure', 'datetime', ({ failures }) => time(failures.at(-1))],
    ['Failures', 'long', ({ failures }) => failures.length],
    ['FailureSources', 'dynamic', from],
    ['SameSource', 'bool', (pair) => from(pair).includes(sources[pair.success] as string)],
  ];
  return new Frame(
    columns.map(([name, type, cell]) => made(name, type, pairs.map(cell))),
    { notices: frame.notices },
  );
}
