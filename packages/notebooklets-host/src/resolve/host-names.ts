/** The names under which logs know one host, by table, each as the table spells it. */
export interface HostNames {
  /** The name as it was asked for. */
  readonly asked: string;
  /** The names that tables hold, longest first, compared in any case; the asked name where no table knows it. */
  readonly all: readonly string[];
  /** The names that each table holds. */
  readonly byTable: ReadonlyMap<string, readonly string[]>;
  /** Whether another host has the same name before its domain; the bare name then tells nothing. */
  readonly shared: boolean;
}

const ADDRESS = /^[\d.]+$/;
const DOTTED = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+$/u;

const hasDomain = (name: string): boolean => DOTTED.test(name) && !ADDRESS.test(name);

/** The part of a host's name before its domain; an address is left whole. */
export const shortName = (name: string): string => (hasDomain(name) ? (name.split('.')[0] as string) : name);

/** Whether two names are equal in any case. */
export const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Each name once, as it was first written. */
export const distinctNames = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.findIndex((other) => sameName(other, name)) === index);

const isPrefix = (short: string, long: string): boolean => hasDomain(long) && long.startsWith(`${short}.`);

/**
 * Whether two names can mean one host: equal in any case, or one is the other without (the rest of) its domain.
 * `HOST` and `host.contoso.com` can; `HOST` and `HOST2`, `HOST.a.com` and `HOST.b.com` cannot.
 */
export const namesAgree = (a: string, b: string): boolean => {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y || isPrefix(x, y) || isPrefix(y, x);
};

/** The names to ask a table for: those that it holds, else all. */
export const namesFor = (names: HostNames, table: string): readonly [string, ...string[]] => {
  const [first = names.asked, ...others] = names.byTable.get(table) ?? names.all;
  return [first, ...others];
};

/** Whether a name means this host; a bare name that several hosts share does not. */
export const meansHost = (name: string, { all, shared }: HostNames): boolean =>
  all.some((known) => (shared ? sameName(known, name) : namesAgree(known, name)));

/** Whether a text mentions the host by one of its names, as a whole name: `HOST` is not mentioned by `HOST2` or `MY-HOST`. */
export const mentionsHost = (text: string, names: HostNames): boolean =>
  (text.match(/[\p{L}\p{N}_.:-]+/gu) ?? [])
    .map((token) => token.replace(/^[.:-]+|[.:-]+$/g, ''))
    .some((token) => token !== '' && meansHost(token, names));
