import { asc, CasebookError, count, max, min, type Frame } from '@casebook/core';
import { requireOneOf } from '../columns/first-column';
import { requireColumn } from '../columns/require-column';
import { withLeftOut } from '../columns/with-left-out';
import { withoutEmpty } from '../columns/without-empty';

/** What `outlierCountries` is told. */
export interface OutlierCountriesOptions {
  /** The column of the account; default `UserPrincipalName`, `AccountUpn` or `Account`. */
  readonly accountColumn?: string;
  /** The column of the country; default `Location`, `Country` or `CountryCode`. */
  readonly countryColumn?: string;
  /** The datetime column; default `TimeGenerated`. */
  readonly timeColumn?: string;
  /** The largest share of an account's sign-ins that is unusual, inclusive; default 0.1. */
  readonly maxShare?: number;
  /** How many sign-ins an account must have for a share to say something; default 10. */
  readonly minSignIns?: number;
}

/**
 * Countries from which an account signs in unusually seldom: the account and country columns, `Count` (long), `Share` (real, of the
 * account's sign-ins), `AccountSignIns`, `OtherAccounts` (long, how many others sign in from there), `FirstSeen`, `LastSeen`
 * (datetime), the smallest share first, then the country with the fewest others. Accounts with fewer than `minSignIns` (a cold start) are left
 * out, with a notice, as are rows without account or country; filter by result first if failures do not count.
 * Errors: `UnknownColumn`, `TypeMismatch`, `InvalidParameter`. O(n log n).
 * Source: stack counting by account; Sentinel's "anomalous sign-in location by user account" asks the same of a daily series.
 */
export function outlierCountries(frame: Frame, options: OutlierCountriesOptions = {}): Frame {
  const { timeColumn = 'TimeGenerated', maxShare = 0.1, minSignIns = 10 } = options;
  if (!(maxShare > 0 && maxShare <= 1))
    throw new CasebookError('InvalidParameter', `invalid maxShare: ${maxShare}`, {
      help: 'Give a share above 0, up to 1.',
    });
  const one = (own: string | undefined, names: readonly string[], what: string): string =>
    requireOneOf(frame, own === undefined ? names : [own], what);
  const account = one(options.accountColumn, ['UserPrincipalName', 'AccountUpn', 'Account'], 'account');
  const country = one(options.countryColumn, ['Location', 'Country', 'CountryCode'], 'country');
  requireColumn(frame, timeColumn, ['datetime']);
  const known = withoutEmpty(frame, [account, country]);
  const pairs = known.summarize({ Count: count(), FirstSeen: min(timeColumn), LastSeen: max(timeColumn) }, [
    account,
    country,
  ]);
  const totals = totalsOf(known, account);
  const accounts = totalsOf(pairs, country);
  const cold = known.where((row) => (totals.get(row[account]) ?? 0) < minSignIns).rowCount;
  const rated = pairs
    .extend({
      AccountSignIns: { type: 'long', value: (row) => totals.get(row[account] ?? null) ?? 0 },
      Share: { type: 'real', value: (row) => Number(row['Count']) / (totals.get(row[account] ?? null) ?? 1) },
      OtherAccounts: { type: 'long', value: (row) => (accounts.get(row[country] ?? null) ?? 1) - 1 },
    })
    .where(({ AccountSignIns, Share }) => Number(AccountSignIns) >= minSignIns && Number(Share) <= maxShare)
    .sort(asc('Share'), asc('OtherAccounts'), asc(account), asc(country))
    .project(account, country, 'Count', 'Share', 'AccountSignIns', 'OtherAccounts', 'FirstSeen', 'LastSeen');
  return withLeftOut(rated, cold, `is of an account with fewer than ${minSignIns} sign-ins`);
}

/** How many rows each value of a column has. */
const totalsOf = (frame: Frame, name: string): ReadonlyMap<unknown, number> => {
  const totals = new Map<unknown, number>();
  for (const cell of frame.values(name)) totals.set(cell, (totals.get(cell) ?? 0) + 1);
  return totals;
};
