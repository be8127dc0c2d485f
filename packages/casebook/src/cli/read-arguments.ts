import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CasebookError } from '@casebook/core';

/** An option: whether it takes a text, and whether it may come several times. */
export interface OptionShape {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
}

/** Arguments as read: texts and flags by option name, and what stands alone. */
export interface Arguments {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  flag(name: string): boolean;
  readonly positionals: readonly string[];
}

/** Reads arguments strictly: unknown options, missing values, and repeated single options are `Usage` errors. */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, OptionShape>>,
): Arguments {
  const { values, positionals } = parse(args, options);
  const all = (name: string): readonly (string | boolean)[] => values[name] ?? [];
  return {
    text: (name) => all(name).find((value): value is string => typeof value === 'string'),
    texts: (name) => all(name).filter((value): value is string => typeof value === 'string'),
    flag: (name) => all(name).includes(true),
    positionals,
  };
}

function parse(
  args: readonly string[],
  options: Readonly<Record<string, OptionShape>>,
): { values: Record<string, (string | boolean)[]>; positionals: string[] } {
  const shapes: ParseArgsConfig['options'] = Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [
      name,
      { type, multiple: true, ...(short === undefined ? {} : { short }) },
    ]),
  );
  const parsed = refuse(() =>
    parseArgs({ args: [...args], options: shapes, allowPositionals: true, strict: true }),
  );
  const values = parsed.values as Record<string, (string | boolean)[]>;
  for (const [name, given] of Object.entries(values)) {
    if (given.length > 1 && options[name]?.multiple !== true) throw usage(`repeated option: --${name}`);
  }
  return { values, positionals: parsed.positionals };
}

function refuse<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw usage(`unreadable arguments: ${message}`, cause);
  }
}

/** A `Usage` error that points to the help. */
export function usage(message: string, cause?: unknown): CasebookError {
  return new CasebookError('Usage', message, { help: 'See `casebook --help`.', cause });
}
