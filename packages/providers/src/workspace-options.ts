import { homedir, totalmem } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { CasebookError, DateTime, type ReportProgress } from '@casebook/core';
import type { Workspace } from './workspace';

/** How a workspace is opened; everything has a default. */
export interface WorkspaceOptions {
  /** What `now()` is; by default one tick after the newest row. A text is ISO 8601. */
  readonly now?: DateTime | Date | string;
  /** Whether converted text files are kept for the next time; true by default. */
  readonly cache?: boolean;
  /** Where they are kept; by default `casebook` in the user's cache folder. */
  readonly cacheFolder?: string;
  /** Milliseconds after which a query ends with `QueryTimeout`; 300,000 by default. */
  readonly deadline?: number;
  /** The most rows of an answer; 500,000 by default. */
  readonly maxRows?: number;
  /** The most bytes of an answer, as it is stored; 100 MiB by default. */
  readonly maxBytes?: number;
  /** The memory of the engine, such as `2GB`; by default half of the machine's, at most 8 GiB. */
  readonly memoryLimit?: string;
  /** A folder of stored functions (`.kql`, or parsers in YAML), beside those in the source. */
  readonly functions?: string;
  /** A folder of watchlists, CSV files called after their alias, beside those in `watchlists/` of the source. */
  readonly watchlists?: string;
  /** Files that stand for addresses of `externaldata`; `*` in an address stands for anything. Nothing is ever fetched. */
  readonly externalData?: Readonly<Record<string, string>>;
  /** A CSV file of networks for `geo_info_from_ip_address`: network, country, state, city, latitude, longitude. */
  readonly geo?: string;
  /** Whether a known table without data answers empty with a notice, as by default, or is an error. */
  readonly missingTables?: 'empty' | 'error';
  /** Other open workspaces of files, by the names that `workspace()` and `app()` call them; they must stay open. */
  readonly workspaces?: Readonly<Record<string, Workspace>>;
  /** Is told what is being read. */
  readonly report?: ReportProgress;
}

/** Options with their defaults filled in. */
export interface ResolvedOptions {
  readonly now?: DateTime;
  readonly cache: boolean;
  readonly cacheFolder: string;
  readonly deadline: number;
  readonly maxRows: number;
  readonly maxBytes: number;
  readonly memoryLimit: string;
  readonly functions?: string;
  readonly watchlists?: string;
  readonly externalData: Readonly<Record<string, string>>;
  readonly geo?: string;
  readonly missingTables: 'empty' | 'error';
  readonly workspaces: Readonly<Record<string, Workspace>>;
  readonly report: ReportProgress;
}

const MIB = 2 ** 20;
const NAMES = [
  'now',
  'cache',
  'cacheFolder',
  'deadline',
  'maxRows',
  'maxBytes',
  'memoryLimit',
  'functions',
  'watchlists',
  'externalData',
  'geo',
  'missingTables',
  'workspaces',
  'report',
];

const userCache = (): string => {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg && isAbsolute(xdg)) return xdg;
  if (process.platform === 'win32' && local) return local;
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
};

const usualMemory = (): string => `${Math.round(Math.min(totalmem() / 2, 8 * 2 ** 30) / MIB)}MiB`;

const momentOf = (now: NonNullable<WorkspaceOptions['now']>): DateTime => {
  if (typeof now === 'string') return DateTime.parse(now);
  if ('ticks' in now) return new DateTime(now.ticks);
  if (Number.isNaN(now.getTime()))
    throw new CasebookError('InvalidParameter', 'invalid now: not a date', {
      help: 'Give ISO 8601 or a Date.',
    });
  return DateTime.fromDate(now);
};

const positive = (name: string, value: number): number => {
  if (value > 0) return value;
  throw new CasebookError('InvalidParameter', `invalid ${name}: ${value}`, {
    help: 'Give a number above 0.',
  });
};

const memory = (text: string): string => {
  if (/^\d+(\.\d+)?\s?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/i.test(text)) return text;
  throw new CasebookError('InvalidParameter', `invalid memoryLimit: ${text}`, {
    help: 'Write it as 2GB or 512MiB.',
  });
};

const missing = (value: string): 'empty' | 'error' => {
  if (value === 'empty' || value === 'error') return value;
  throw new CasebookError('InvalidParameter', `invalid missingTables: ${value}`, {
    help: "Give 'empty' or 'error'.",
  });
};

/** Fills in defaults; an unknown option or an unfit value is an `UnknownOption` or `InvalidParameter` error. */
export const resolveOptions = (options: WorkspaceOptions): ResolvedOptions => {
  const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    throw new CasebookError('UnknownOption', `unknown option: ${unknown}`, {
      help: `Options: ${NAMES.join(', ')}.`,
    });
  return {
    ...(options.now === undefined ? {} : { now: momentOf(options.now) }),
    cache: options.cache ?? true,
    cacheFolder: options.cacheFolder ?? join(userCache(), 'casebook'),
    deadline: Math.min(positive('deadline', options.deadline ?? 300_000), 2 ** 31 - 1),
    maxRows: Math.floor(positive('maxRows', options.maxRows ?? 500_000)),
    maxBytes: positive('maxBytes', options.maxBytes ?? 100 * MIB),
    memoryLimit: memory(options.memoryLimit ?? usualMemory()),
    ...(options.functions === undefined ? {} : { functions: options.functions }),
    ...(options.watchlists === undefined ? {} : { watchlists: options.watchlists }),
    ...(options.geo === undefined ? {} : { geo: options.geo }),
    externalData: options.externalData ?? {},
    missingTables: missing(options.missingTables ?? 'empty'),
    workspaces: options.workspaces ?? {},
    report: options.report ?? (() => undefined),
  };
};
