/** A session that PAM opened, closed, or both. */
export interface PamSession {
  readonly host: string;
  readonly user: string;
  readonly service: string;
  readonly process: string;
  readonly openedBy: string;
  readonly start?: bigint;
  readonly end?: bigint;
}

/** Messages in the order of time. */
export interface TimedMessages {
  readonly ticks: BigInt64Array;
  readonly messages: readonly string[];
  readonly hosts: readonly string[];
  readonly processes: readonly string[];
}

const PAM =
  /^(?:[\w./-]{1,64}\[(\d{1,10})\]: )?pam_unix\(([^):]{1,64}):session\): session (opened|closed) for user ([^\s(]{1,256})(?:\(uid=\d{1,10}\))?(?: by ([^\s(]{0,256})\()?/;

/** Pairs openings and closings of the same host, service, process and user, first opened first closed; by start. O(n log n). */
export function pairSessions({ ticks, messages, hosts, processes }: TimedMessages): readonly PamSession[] {
  const sessions: PamSession[] = [];
  const open = new Map<string, { readonly at: number[]; next: number }>();
  messages.forEach((message, row) => {
    const match = PAM.exec(message);
    if (!match) return;
    const [, pid = '', service = '', what, user = '', openedBy = ''] = match;
    const host = hosts[row] as string;
    const process = processes[row] || pid;
    const key = JSON.stringify([host.toLowerCase(), service, process, user]);
    const waiting = open.get(key) ?? { at: [], next: 0 };
    open.set(key, waiting);
    const tick = ticks[row] as bigint;
    if (what === 'opened') {
      waiting.at.push(sessions.length);
      sessions.push({ host, user, service, process, openedBy, start: tick });
      return;
    }
    const at = waiting.at[waiting.next];
    if (at === undefined) {
      sessions.push({ host, user, service, process, openedBy: '', end: tick });
      return;
    }
    waiting.next += 1;
    sessions[at] = { ...(sessions[at] as PamSession), end: tick };
  });
  return sessions;
}
