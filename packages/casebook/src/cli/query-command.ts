import { resolve } from 'node:path';
import { DateTime, TimeSpan, type Clock, type Frame } from '@casebook/core';
import { EXIT } from './exit-codes';
import { formatFrame, FORMATS, type FrameFormat } from './format-frame';
import type { Command, CommandIo } from './io';
import { showProgress } from './show-progress';
import { readKql } from './read-kql';
import { readArguments, usage, type Arguments } from './read-arguments';

const HELP = `casebook query: asks log files with KQL

Usage: casebook query --data SOURCE [--format table|json|csv] [--timespan SPAN] [--now TIME] [--no-cache] ('KQL' | --file F)

  --data SOURCE      \`sample\`, a folder of logs, or an archive
  --format           table (default), json ({columns, rows} as Log Analytics sends them) or csv
  --timespan SPAN    cuts each table to a window: 2h, 7d, start/end
  --now TIME         what now() is; by default one tick after the newest row
  --no-cache         converts text files anew
  --file F           reads the KQL from a file; - is stdin

stdout holds the answer only; notices and errors go to stderr.
Exit codes: 0 ok, 1 refused or failed, 2 usage, 4 time-out, 130 interrupted.
`;

/** `casebook query`. */
export const queryCommand: Command = {
  name: 'query',
  summary: 'asks log files with KQL',
  help: HELP,
  run: execute,
};

async function execute(args: readonly string[], io: CommandIo): Promise<number> {
  const given = readArguments(args, {
    data: { type: 'string' },
    format: { type: 'string' },
    timespan: { type: 'string' },
    now: { type: 'string' },
    file: { type: 'string' },
    'no-cache': { type: 'boolean' },
  });
  const data = given.text('data');
  if (data === undefined) throw usage('missing option: --data');
  const format = readFormat(given.text('format'));
  const kql = await kqlOf(given, io.cwd);
  const { openWorkspace } = await import('@casebook/providers');
  const now = given.text('now');
  const workspace = await openWorkspace(data === 'sample' ? data : resolve(io.cwd, data), {
    ...(now === undefined ? {} : { now: DateTime.parse(now) }),
    ...(given.flag('no-cache') ? { cache: false } : {}),
    ...(io.isTerminal ? { report: showProgress(io) } : {}),
  });
  try {
    const timeSpan = readTimeSpan(given.text('timespan'), workspace.clock);
    const frame = await workspace.query(kql, { signal: io.signal, ...(timeSpan ? { timeSpan } : {}) });
    await io.answer(formatFrame(frame, format));
    sayNotices(frame, io);
    return EXIT.ok;
  } finally {
    await workspace.close();
  }
}

function sayNotices(frame: Frame, io: CommandIo): void {
  for (const notice of frame.notices) io.notice(`${notice.partial ? 'partial: ' : ''}${notice.message}\n`);
}

function readFormat(text = 'table'): FrameFormat {
  const found = FORMATS.find((format) => format === text);
  if (!found) throw usage(`unknown format: ${text}; there is ${FORMATS.join(', ')}`);
  return found;
}

async function kqlOf(given: Arguments, cwd: string): Promise<string> {
  const file = given.text('file');
  const [kql, ...others] = given.positionals;
  if (others.length > 0) throw usage('surplus argument: put the KQL into one pair of quotes');
  if ((kql === undefined) === (file === undefined)) throw usage("give either 'KQL' or --file F");
  return file === undefined ? (kql ?? '') : readKql(file, cwd);
}

function readTimeSpan(text: string | undefined, clock: Clock): TimeSpan | undefined {
  if (text === undefined) return undefined;
  return TimeSpan.parse(text, clock.now());
}
