/** What one message of sudo says. */
export interface SudoMessage {
  readonly user: string;
  readonly runAs: string;
  readonly tty: string;
  readonly cwd: string;
  readonly command: string;
  /** Why it was refused; empty where it was not. */
  readonly reason: string;
  /** Whether the directory or the command holds what parts the fields, so that they may be other than they seem. */
  readonly ambiguous: boolean;
}

const WHO = /^(?:sudo(?:\[\d{1,10}\])?: )?\s{0,16}(\S{1,256}) : /;
const COMMAND = ' ; COMMAND=';
const CONTINUED = '(command continued) ';

/**
 * Reads `user : [reason ; ]TTY=… ; PWD=… ; USER=… ; [GROUP=…, ENV=… ; ]COMMAND=…`; nothing where it is none. Linear.
 * Source: the log format of the sudo manual, "Log format".
 */
export function sudoMessage(message: string): SudoMessage | undefined {
  const who = WHO.exec(message);
  const at = message.indexOf(COMMAND);
  if (!who || at < 0) return undefined;
  const parts = message.slice(who[0].length, at).split(' ; ');
  const known = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals));
    if (/^[A-Z]{2,8}$/.test(name) && !known.has(name)) known.set(name, part.slice(equals + 1));
  }
  if (!known.has('TTY') && !known.has('PWD')) return undefined;
  const [first = ''] = parts;
  return {
    user: who[1] as string,
    runAs: known.get('USER') ?? '',
    tty: known.get('TTY') ?? '',
    cwd: known.get('PWD') ?? '',
    command: message.slice(at + COMMAND.length).trimEnd(),
    reason: /^[A-Z]{2,8}=/.test(first) ? '' : first,
    ambiguous: message.indexOf(COMMAND, at + 1) >= 0,
  };
}

/** The user and the rest of a command that sudo went on with in another message; nothing where it is none. */
export function continuedCommand(
  message: string,
): { readonly user: string; readonly rest: string } | undefined {
  const who = WHO.exec(message);
  if (!who || !message.startsWith(CONTINUED, who[0].length)) return undefined;
  return { user: who[1] as string, rest: message.slice(who[0].length + CONTINUED.length) };
}
