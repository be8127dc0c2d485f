import { CasebookError } from '@casebook/core';
import { describeError } from './describe-error';
import { EXIT, exitCode } from './exit-codes';
import { generalHelp } from './general-help';
import type { CommandIo } from './io';
import { COMMANDS } from './commands';
import { processIo } from './process-io';
import { readArguments, usage } from './read-arguments';
import { version } from './version';

/** Runs the `casebook` command on the arguments after its name and ends the process with its exit code. */
export function main(args: readonly string[]): void {
  const io = processIo();
  dispatch(args, io)
    .catch((error: unknown) => {
      io.notice(describeError(error));
      return CasebookError.is(error) ? exitCode(error.code) : EXIT.failed;
    })
    .then((code) => io.end(code));
}

async function dispatch(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-')) return general(args, io);
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    throw usage(`unknown command: ${name}; there is ${COMMANDS.map((one) => one.name).join(', ')}`);
  }
  const end = rest.indexOf('--');
  const own = end < 0 ? rest : rest.slice(0, end);
  if (own.includes('--help') || own.includes('-h')) {
    await io.answer(command.help);
    return EXIT.ok;
  }
  return command.run(rest, io);
}

async function general(args: readonly string[], io: CommandIo): Promise<number> {
  const given = readArguments(args, {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  });
  if (given.flag('version')) await io.answer(`${version()}\n`);
  else if (given.flag('help')) await io.answer(generalHelp());
  else {
    io.notice(generalHelp());
    return EXIT.usage;
  }
  return EXIT.ok;
}
