import { asc, DateTime, Frame, type KqlType, type LongColumn } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { firstColumn } from '../columns/first-column';
import { requireColumn } from '../columns/require-column';
import { made } from '../columns/with-columns';
import { withoutEmpty } from '../columns/without-empty';
import { continuedCommand, sudoMessage, type SudoMessage } from './sudo-message';
import { SUDO_RISKS, type SudoRisk } from './sudo-risks';

/** What `sudoCommands` is told. */
export interface SudoCommandsOptions {
  /** The datetime column; default `TimeGenerated`. */
  readonly timeColumn?: string;
  /** The column of the message; default `SyslogMessage`. */
  readonly messageColumn?: string;
  /** What makes a command risky; default `SUDO_RISKS`. */
  readonly risks?: readonly SudoRisk[];
}

interface SudoCommand extends SudoMessage {
  readonly tick: bigint;
  readonly host: string;
}

const HOSTS = ['Computer', 'HostName', 'Hostname'];

/**
 * Commands that sudo logged, by time: `TimeGenerated` (datetime), `Computer`, `User`, `RunAs`, `Tty`, `Cwd`, `Command`, `Reason` (string, why it
 * was refused), `Refused` (bool), `Ambiguous` (bool, the directory or command holds the text that parts fields), `Risks` (dynamic, names of
 * `SUDO_RISKS`). Other messages are no commands and do not count; a command that went on in further messages is one.
 * Rows without a time are left out, with a notice. Errors: `UnknownColumn`, `TypeMismatch`. O(n log n).
 * Source: MSTICPy's `risky_cmd_line`, whose rules match anywhere.
 */
export function sudoCommands(frame: Frame, options: SudoCommandsOptions = {}): Frame {
  const { timeColumn = 'TimeGenerated', messageColumn = 'SyslogMessage', risks = SUDO_RISKS } = options;
  requireColumn(frame, timeColumn, ['datetime']);
  requireColumn(frame, messageColumn, ['string']);
  const sorted = withoutEmpty(frame, [timeColumn]).sort(asc(timeColumn));
  const columns: readonly (readonly [string, KqlType, (command: SudoCommand) => unknown])[] = [
    ['TimeGenerated', 'datetime', ({ tick }) => new DateTime(tick)],
    ['Computer', 'string', ({ host }) => host],
    ['User', 'string', ({ user }) => user],
    ['RunAs', 'string', ({ runAs }) => runAs],
    ['Tty', 'string', ({ tty }) => tty],
    ['Cwd', 'string', ({ cwd }) => cwd],
    ['Command', 'string', ({ command }) => command],
    ['Reason', 'string', ({ reason }) => reason],
    ['Refused', 'bool', ({ reason }) => reason !== ''],
    ['Ambiguous', 'bool', ({ ambiguous }) => ambiguous],
    ['Risks', 'dynamic', ({ command }) => risks.filter(({ test }) => test(command)).map(({ name }) => name)],
  ];
  const commands = commandsIn(sorted, timeColumn, messageColumn);
  return new Frame(
    columns.map(([name, type, cell]) => made(name, type, commands.map(cell))),
    { notices: sorted.notices },
  );
}

function commandsIn(sorted: Frame, timeColumn: string, messageColumn: string): readonly SudoCommand[] {
  const ticks = (sorted.column(timeColumn).data as LongColumn).values;
  const hosts = columnTexts(sorted, firstColumn(sorted, HOSTS));
  const commands: SudoCommand[] = [];
  const pieces: string[][] = [];
  const latest = new Map<string, string[]>();
  columnTexts(sorted, messageColumn).forEach((message, row) => {
    const host = hosts[row] as string;
    const more = continuedCommand(message);
    if (more) latest.get(`${host}\n${more.user}`)?.push(more.rest);
    const read = more ? undefined : sudoMessage(message);
    if (!read) return;
    const texts = [read.command];
    pieces.push(texts);
    latest.set(`${host}\n${read.user}`, texts);
    commands.push({ ...read, tick: ticks[row] as bigint, host });
  });
  return commands.map((command, at) => ({ ...command, command: (pieces[at] ?? []).join(' ') }));
}
