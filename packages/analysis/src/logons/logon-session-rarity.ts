import { asc, avg, count, countif, desc, Frame, max, type Column } from '@casebook/core';
import { dbscan } from '../cluster/dbscan';
import { normalizedPoints } from '../cluster/normalized-points';
import { columnTexts } from '../columns/column-texts';
import { firstColumn, requireOneOf } from '../columns/first-column';
import { made, withColumns } from '../columns/with-columns';
import { codePointSum, delimiterCount } from '../features/text-scores';
import { runNow } from '../run/steps';

/** What `processRarity` and `logonSessionRarity` are told; defaults are the columns of 4688 events and of auditd. */
export interface ProcessRarityOptions {
  /** The column of the one who started it; default the first of `Account`, `SubjectLogonName`, `acct`, `uid`. */
  readonly accountColumn?: string;
  /** The column of the command line; default `CommandLine`, `cmdline` or `cmd`. */
  readonly commandColumn?: string;
  /** The column of the image path; default `NewProcessName` or `exe`. */
  readonly pathColumn?: string;
  /** The column of the logon session; default `SubjectLogonId` or `ses`. */
  readonly sessionColumn?: string;
  /** The largest distance of processes that are alike, of rows scaled to unit length; default 0.0001. */
  readonly eps?: number;
}

const HOSTS = ['Computer', 'DeviceName', 'Hostname', 'HostName'];
const SYSTEM_SESSIONS: readonly string[] = ['0x3e7', '-1'];

interface Roles {
  readonly account: string;
  readonly command: string;
  readonly path: string;
  readonly session: string;
}

const rolesOf = (frame: Frame, options: ProcessRarityOptions): Roles => {
  const { accountColumn, commandColumn, pathColumn, sessionColumn } = options;
  const one = (own: string | undefined, names: readonly string[], what: string): string =>
    requireOneOf(frame, own === undefined ? names : [own], what);
  return {
    account: one(accountColumn, ['Account', 'SubjectLogonName', 'acct', 'uid'], 'account'),
    command: one(commandColumn, ['CommandLine', 'cmdline', 'cmd'], 'command line'),
    path: one(pathColumn, ['NewProcessName', 'exe'], 'process'),
    session: one(sessionColumn, ['SubjectLogonId', 'ses'], 'logon session'),
  };
};

/**
 * How rare each process start is among all: the rows with `ClusterId` (long, -1 for noise), `ClusterSize` (long, 1 for noise)
 * and `Rarity` (real, 1 / size). Alike are rows whose features, scaled to unit length, lie within `eps`: the sum of code points of the path, the
 * delimiters of the command line, the sum of code points of the account, and whether the session is the system's.
 * Errors: `UnknownColumn`. Near linear where rows repeat, O(n²) at worst. Source: MSTICNB's LogonSessionsRarity.
 */
export function processRarity(frame: Frame, options: ProcessRarityOptions = {}): Frame {
  const labels = labelsOf(frame, rolesOf(frame, options), options.eps ?? 0.0001);
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const size = Array.from(labels, (label) => (label < 0 ? 1 : (sizes.get(label) as number)));
  return withColumns(frame, [
    made('ClusterId', 'long', [...labels]),
    made('ClusterSize', 'long', size),
    made(
      'Rarity',
      'real',
      size.map((rows) => 1 / rows),
    ),
  ]);
}

/**
 * Logon sessions by the mean rarity of what they started, the rarest first: the account, session and (where the log has one)
 * host columns of the input, then `MeanRarity`, `MaxRarity` (real), `ProcessCount` and `Unclustered` (long, rows alike to no other).
 * Errors and cost: see `processRarity`. Source: MSTICNB's LogonSessionsRarity, which does not part hosts.
 */
export function logonSessionRarity(frame: Frame, options: ProcessRarityOptions = {}): Frame {
  const { account, session } = rolesOf(frame, options);
  const host = firstColumn(frame, HOSTS);
  const keys = [account, session, ...(host === undefined ? [] : [host])];
  return processRarity(frame, options)
    .summarize(
      {
        MeanRarity: avg('Rarity'),
        MaxRarity: max('Rarity'),
        ProcessCount: count(),
        Unclustered: countif({ ClusterId: -1 }),
      },
      keys,
    )
    .sort(desc('MeanRarity'), ...keys.map((key) => asc(key)));
}

function labelsOf(frame: Frame, { account, command, path, session }: Roles, eps: number): Int32Array {
  const scored = (name: string, column: string, score: (text: string) => number): Column =>
    made(name, 'long', columnTexts(frame, column).map(remembered(score)));
  const features = new Frame([
    scored('PathScore', path, codePointSum),
    scored('CommandlineTokensFull', command, delimiterCount),
    scored('AccountNum', account, codePointSum),
    scored('IsSystemSession', session, (text) => (SYSTEM_SESSIONS.includes(text) ? 1 : 0)),
  ]);
  const names = features.columns.map(({ name }) => name);
  return runNow(dbscan(runNow(normalizedPoints(features, names)), { eps, minSamples: 2 }));
}

const remembered = (score: (text: string) => number): ((text: string) => number) => {
  const known = new Map<string, number>();
  return (text) => {
    const found = known.get(text) ?? score(text);
    known.set(text, found);
    return found;
  };
};
