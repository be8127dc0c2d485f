import { DateTime, Duration, Frame, type KqlType, type LongColumn } from '@casebook/core';
import { columnTexts } from '../columns/column-texts';
import { made } from '../columns/with-columns';
import { sudoCommands, type SudoCommandsOptions } from './sudo-commands';

/** What `sudoSessions` is told. */
export interface SudoSessionsOptions extends SudoCommandsOptions {
  /** The longest pause within a session; default `'15m'`, for which sudo asks for no password again. */
  readonly maxPause?: Duration | string;
}

interface Session {
  readonly rows: number[];
  readonly burst: boolean;
}

/** So many commands within so long are no typing. */
const BURST = { commands: 10, ticks: 50_000_000n };

/**
 * Runs of sudo commands of one user on one terminal of one host, by start: `Computer`, `User`, `Tty`, `Start`, `End` (datetime),
 * `Commands`, `Refused` (long), `RunAs`, `CommandList` (dynamic), `Risks` (dynamic, the names of all risks of its commands, and `burst`
 * where ten commands began within five seconds), `RiskyCommands` (dynamic). A risky session is one whose `Risks` are not empty.
 * Input, notices and errors: see `sudoCommands`. O(n log n).
 * Source: MSTICPy's `risky_sudo_sessions` and `cmd_speed`, which ask only whether a session was open at the time of a risky command.
 */
export function sudoSessions(frame: Frame, options: SudoSessionsOptions = {}): Frame {
  const { maxPause = '15m' } = options;
  const pause = (typeof maxPause === 'string' ? Duration.parse(maxPause) : maxPause).ticks;
  const commands = sudoCommands(frame, options);
  const sessions = sessionsOf(commands, pause);
  const ticks = (commands.column('TimeGenerated').data as LongColumn).values;
  const texts = (name: string): ((row: number) => string) => {
    const cells = columnTexts(commands, name);
    return (row) => cells[row] as string;
  };
  const [refused, runAs, command] = [texts('Refused'), texts('RunAs'), texts('Command')];
  const risks = commands.values('Risks') as readonly (readonly string[])[];
  const first = (name: string): readonly [string, KqlType, (session: Session) => unknown] => {
    const cell = texts(name);
    return [name, 'string', ({ rows }) => cell(rows[0] as number)];
  };
  const time = (row: number | undefined): DateTime => new DateTime(ticks[row as number] as bigint);
  const columns: readonly (readonly [string, KqlType, (session: Session) => unknown])[] = [
    ...['Computer', 'User', 'Tty'].map(first),
    ['Start', 'datetime', ({ rows }) => time(rows[0])],
    ['End', 'datetime', ({ rows }) => time(rows.at(-1))],
    ['Commands', 'long', ({ rows }) => rows.length],
    ['Refused', 'long', ({ rows }) => rows.filter((row) => refused(row) === 'true').length],
    ['RunAs', 'dynamic', ({ rows }) => [...new Set(rows.map(runAs))]],
    ['CommandList', 'dynamic', ({ rows }) => rows.map(command)],
    [
      'Risks',
      'dynamic',
      ({ rows, burst }) => [
        ...new Set([...rows.flatMap((row) => risks[row] ?? []), ...(burst ? ['burst'] : [])]),
      ],
    ],
    ['RiskyCommands', 'dynamic', ({ rows }) => rows.filter((row) => risks[row]?.length).map(command)],
  ];
  return new Frame(
    columns.map(([name, type, cell]) => made(name, type, sessions.map(cell))),
    { notices: commands.notices },
  );
}

function sessionsOf(commands: Frame, pause: bigint): readonly Session[] {
  const ticks = (commands.column('TimeGenerated').data as LongColumn).values;
  const [hosts, users, terminals] = ['Computer', 'User', 'Tty'].map((name) => columnTexts(commands, name));
  const latest = new Map<string, number[]>();
  const sessions: number[][] = [];
  ticks.forEach((tick, row) => {
    const key = JSON.stringify([hosts?.[row], users?.[row], terminals?.[row]]);
    const rows = latest.get(key);
    const last = rows?.at(-1);
    if (rows && last !== undefined && tick - (ticks[last] as bigint) <= pause) {
      rows.push(row);
      return;
    }
    latest.set(key, [row]);
    sessions.push(latest.get(key) as number[]);
  });
  return sessions.map((rows) => ({
    rows,
    burst: rows.some((row, at) => {
      const start = rows[at - BURST.commands + 1];
      return start !== undefined && (ticks[row] as bigint) - (ticks[start] as bigint) <= BURST.ticks;
    }),
  }));
}
