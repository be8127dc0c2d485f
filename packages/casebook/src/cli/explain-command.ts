import { resolve } from 'node:path';
import { DateTime } from '@casebook/core';
import { explain, type Explanation } from '@casebook/kql';
import { EXIT } from './exit-codes';
import type { CommandIo } from './io';
import { readArguments, usage, type Arguments } from './read-arguments';
import { readKql } from './read-kql';

/** `casebook kql explain`: gives the exit code. */
export async function explainCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const given = readArguments(args, {
    query: { type: 'string' },
    workspace: { type: 'string' },
    now: { type: 'string' },
  });
  const kql = await kqlOf(given, io.cwd);
  const now = given.text('now');
  const source = given.text('workspace');
  const moment = DateTime.parse(now ?? '2000-01-01T00:00:00Z');
  const found =
    source === undefined ? explain(kql, moment) : await explainOver(source, kql, now && moment, io.cwd);
  await io.answer(written(found));
  return EXIT.ok;
}

async function kqlOf(given: Arguments, cwd: string): Promise<string> {
  const query = given.text('query');
  const [file, ...others] = given.positionals;
  if (others.length > 0) throw usage('surplus argument: give one file');
  if ((query === undefined) === (file === undefined)) throw usage("give either FILE, - or --query 'KQL'");
  return query ?? readKql(file ?? '', cwd);
}

async function explainOver(
  source: string,
  kql: string,
  now: DateTime | '' | undefined,
  cwd: string,
): Promise<Explanation & { readonly plan: string }> {
  const { openWorkspace } = await import('@casebook/providers');
  const workspace = await openWorkspace(
    source === 'sample' ? source : resolve(cwd, source),
    now ? { now } : {},
  );
  try {
    return await workspace.explain(kql);
  } finally {
    await workspace.close();
  }
}

function written(found: Explanation & { readonly plan?: string }): string {
  const { sql, notices, reads, functions, isDiscovery, plan } = found;
  const parts: [title: string, lines: readonly string[]][] = [
    [isDiscovery ? 'SQL that asks for the columns, which depend on data' : 'SQL', [sql]],
    ['Tables', reads.map(({ table, columns }) => `${table}: ${columns.join(', ') || 'no column'}`)],
    [
      'Bounds that reach the scan',
      reads.flatMap(({ table, bounds }) => bounds.map((bound) => `${table}: ${bound}`)),
    ],
    ['JavaScript functions', functions],
    ['Remarks', notices.map(({ message }) => message)],
    ['Plan', plan === undefined ? [] : [plan]],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `${title}:\n${lines.join('\n').replace(/^/gm, '  ')}\n`)
    .join('\n');
}
