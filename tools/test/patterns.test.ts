import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ORIGINAL_PATTERNS } from '../../packages/analysis/src/ioc/original/original-patterns';
import { PATTERNS } from '../../packages/analysis/src/ioc/patterns';
import { patternsIn } from '../src/patterns-in';

const MEGABYTE = 1_000_000;
/** What a megabyte takes on a quiet machine, in milliseconds; a pattern that is not linear takes minutes. */
const LONGEST = 100;
/** How much slower a busy machine may be. */
const BUSY = 15;
const RUNS = 3;

/** Files that make patterns of texts: of their own, listed here as a table, or of the caller's. */
const MADE = [
  'ioc/custom-indicators.ts',
  'ioc/original/find-original.ts',
  'ioc/original/original-patterns.ts',
  'ioc/patterns.ts',
];

/** What is repeated to a megabyte: what begins a match, what nearly ends it, what may be split in many ways. */
const ATTACKS: readonly string[] = [
  ...['a', 'a.', '@', '/', '\\', 'c:\\ ', '%41', 'http://', ':', 'f', 'f:', 'a@', '-.', '[.]', '1.', ' \\'],
  ...[
    '..\\a ',
    'www.',
    'a.a@',
    'hxxp',
    'hxxp[:]//',
    '.@',
    '%a%\\',
    '[at]',
    '\\\\a\\',
    '[dot',
    '(',
    '1',
    '.a',
  ],
  ...[
    `c:\\${' \\'.repeat(22)}|`,
    'a@a.',
    'a@a[.',
    '/a',
    '/a/',
    '~/a ',
    'a'.repeat(33),
    '::',
    '%a',
    '\u00a1.',
    '(http://a',
    "'http://a",
    'http://a(',
    'c:\\a(',
    'c:\\(((',
    'http://%41%',
    'http://x.com#',
    '\u{1F600}',
    'x.exe-',
    '&lt;',
  ],
];

const written = patternsIn(join(__dirname, '../../packages/analysis/src'));
const named = [PATTERNS, ORIGINAL_PATTERNS].flatMap((table, at) =>
  Object.entries(table).map(([name, pattern]) => ({
    name: at === 0 ? name : `${name} of the original`,
    pattern,
  })),
);
const inTable = new Set(named.map(({ pattern }) => String(pattern)));
const literals = written.literals
  .filter(({ pattern }) => !inTable.has(String(pattern)))
  .map(({ file, pattern }) => ({ name: `${file} ${String(pattern)}`, pattern }));

/** What the checker says of each pattern, in a process of its own. */
const verdicts = JSON.parse(
  execFileSync(process.execPath, [join(__dirname, '../check/redos.mjs')], {
    encoding: 'utf8',
    input: JSON.stringify(
      [...named, ...literals].map(({ pattern: { source, flags } }) => ({ source, flags })),
    ),
  }),
) as readonly Verdict[];

/**
 * A verdict of the automaton checker is proof; one of the fuzzer is a suspicion, with the text that it suspects, and the time of
 * that text decides. Unknown is what took too long to check: there the attacks of the list decide.
 */
interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  readonly complexity: string;
  readonly checker: 'automaton' | 'fuzz';
  readonly attack?: {
    readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
    readonly suffix: string;
  };
}

/** The text that the checker suspects, grown to a megabyte. */
function grown({ pumps, suffix }: NonNullable<Verdict['attack']>): string {
  const unit = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.ceil(MEGABYTE / unit);
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

/** Milliseconds to look through a text: the least of some runs, by the clock or the processor, for the machine may be busy. */
function timeOf(pattern: RegExp, text: string): number {
  let least = Infinity;
  for (let run = 0; run < RUNS && (run === 0 || least > LONGEST / 2); run += 1) {
    const [start, processor] = [performance.now(), process.cpuUsage()];
    text.replace(pattern, '');
    const { user, system } = process.cpuUsage(processor);
    least = Math.min(least, performance.now() - start, (user + system) / 1000);
  }
  return least;
}

function slowest(
  pattern: RegExp,
  suspected: Verdict['attack'],
): { readonly attack: string; readonly milliseconds: number } {
  const texts = ATTACKS.map((attack) => attack.repeat(Math.ceil(MEGABYTE / attack.length)));
  return [...texts, ...(suspected ? [grown(suspected)] : [])]
    .map((text) => ({ attack: text.slice(0, 12), milliseconds: timeOf(pattern, text) }))
    .reduce((worst, one) => (one.milliseconds > worst.milliseconds ? one : worst));
}

test('patterns are found in the sources', () => {
  expect(literals.length).toBeGreaterThan(20);
  expect(written.makers).toEqual(MADE);
});

const cases = [...named, ...literals].map((one, at) => ({ ...one, verdict: verdicts[at] as Verdict }));

test.each(cases)(
  '$name',
  ({ name, pattern, verdict: { status, complexity, checker, attack } }) => {
    const worst = slowest(pattern, attack);
    const time = `${worst.milliseconds.toFixed(1).padStart(6)} ms for 1 MB of ${JSON.stringify(worst.attack)}`;
    process.stdout.write(
      `${(status === 'safe' ? status : `${status}?`).padEnd(11)} ${complexity.padEnd(7)} ${checker.padEnd(10)} ${time.padEnd(36)} ${name}\n`,
    );
    expect(worst.milliseconds).toBeLessThan(BUSY * LONGEST);
    if (checker === 'automaton') expect(status).not.toBe('vulnerable');
  },
  60_000,
);
