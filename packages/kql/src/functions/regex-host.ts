import type { Scope } from '../plan/scope';
import type { ReadRegex } from '../regex/read-regex';
import { quoteText } from '../sql/quote-sql';
import { hostCall, type HostFunction } from './host-function';
import { unanswerable } from '../values/unanswerable';

const source = ({ js = '', ignoresCase }: ReadRegex): string => `${ignoresCase ? 'i' : ''}u/${js}`;

const remembered = (): ((text: string) => RegExp) => {
  const known = new Map<string, RegExp>();
  return (text) => {
    const at = text.indexOf('/');
    const regex = known.get(text) ?? new RegExp(text.slice(at + 1), text.slice(0, at));
    known.set(text, regex);
    return regex;
  };
};

/** Whether a text matches, by JavaScript. */
export function testByHost(regex: ReadRegex, text: string, scope: Scope): string {
  const read = remembered();
  const fn: HostFunction = {
    name: 'regex_test',
    takes: ['string', 'string'],
    gives: 'bool',
    call: (value: string, pattern: string) => read(pattern).test(value),
  };
  return hostCall(fn, [text, quoteText(source(regex))], scope);
}

/** The text of a group of the first match, by JavaScript. */
export function extractByHost(regex: ReadRegex, text: string, group: number, scope: Scope): string {
  const read = remembered();
  const fn: HostFunction = {
    name: 'regex_extract',
    takes: ['string', 'string', 'long'],
    gives: 'string',
    call: (value: string, pattern: string, at: bigint) => read(pattern).exec(value)?.[Number(at)] ?? '',
  };
  return hostCall(fn, [text, quoteText(source(regex)), `${group}::BIGINT`], scope);
}

/** The groups of all matches as a JSON list, null where there is none, by JavaScript. */
export function allByHost(regex: ReadRegex, text: string, groups: readonly number[], scope: Scope): string {
  const read = remembered();
  const fn: HostFunction = {
    name: 'regex_all',
    takes: ['string', 'string', 'string'],
    gives: 'dynamic',
    call: (value: string, pattern: string, chosen: string) => {
      const picked = JSON.parse(chosen) as readonly number[];
      const rows = matches(value, read(pattern)).map((match) => picked.map((group) => match[group] ?? ''));
      if (rows.length === 0) return null;
      return JSON.stringify(picked.length === 1 ? rows.map(([only]) => only) : rows);
    },
  };
  return hostCall(fn, [text, quoteText(source(regex)), quoteText(JSON.stringify(groups))], scope);
}

/** The text with all matches replaced, `\\1` standing for the first group, by JavaScript. */
export function replaceByHost(regex: ReadRegex, text: string, rewrite: string, scope: Scope): string {
  const read = remembered();
  const fn: HostFunction = {
    name: 'regex_replace',
    takes: ['string', 'string', 'string'],
    gives: 'string',
    call: (value: string, pattern: string, by: string) => {
      let [result, end] = ['', 0];
      for (const match of matches(value, read(pattern))) {
        const shown = by.replace(/\\(\d)/g, (_, group: string) => match[Number(group)] ?? '');
        result += value.slice(end, match.index) + shown;
        end = match.index + match[0].length;
      }
      return result + value.slice(end);
    },
  };
  return hostCall(fn, [text, quoteText(source(regex)), quoteText(rewrite)], scope);
}

/** How often a pattern matches, by JavaScript. */
export function countByHost(regex: ReadRegex, text: string, scope: Scope): string {
  const read = remembered();
  const fn: HostFunction = {
    name: 'regex_count',
    takes: ['string', 'string'],
    gives: 'long',
    call: (value: string, pattern: string) => BigInt(matches(value, read(pattern)).length),
  };
  return hostCall(fn, [text, quoteText(source(regex))], scope);
}

/** Where the given occurrence of a pattern starts within a stretch of the text, -1 where it does not, by JavaScript. */
export function indexByHost(
  regex: ReadRegex,
  text: string,
  [start = '0', length = '-1', occurrence = '1']: readonly string[],
  scope: Scope,
): string {
  const read = remembered();
  const fn: HostFunction = {
    name: 'regex_index',
    takes: ['string', 'string', 'long', 'long', 'long'],
    gives: 'long',
    call: (value: string, pattern: string, from: bigint, size: bigint, count: bigint) => {
      if (from < 0n || size < -1n || count < 1n) return null;
      const rest = [...value].slice(Number(from));
      const within = placeOf(rest.slice(0, size < 0n ? undefined : Number(size)), read(pattern), count);
      const across = placeOf(rest, read(pattern), count);
      if (size >= 0n && across !== within && across < Number(size))
        unanswerable('ambiguous indexof_regex: a match ends behind the range');
      return within < 0 ? -1n : from + BigInt(within);
    },
  };
  return hostCall(fn, [text, quoteText(source(regex)), start, length, occurrence], scope);
}

function placeOf(signs: readonly string[], regex: RegExp, occurrence: bigint): number {
  const text = signs.join('');
  const match = matches(text, regex)[Number(occurrence) - 1];
  return match ? [...text.slice(0, match.index)].length : -1;
}

/** All matches in order; an empty one right behind another is none. */
function matches(text: string, regex: RegExp): readonly RegExpExecArray[] {
  let end = -1;
  return [...text.matchAll(new RegExp(regex.source, `${regex.flags}g`))].filter((match) => {
    if (match[0] === '' && match.index === end) return false;
    end = match.index + match[0].length;
    return true;
  });
}
