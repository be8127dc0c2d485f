import type { PamSession } from './pair-sessions';

/** Whether a message holds `pam_unix`, something, and then the words. */
const holds = (message: string, words: string): boolean => {
  const pam = message.indexOf('pam_unix');
  return pam >= 0 && message.indexOf(words, pam + 'pam_unix'.length + 1) >= 0;
};

/** Sessions as MSTICPy's `cluster_syslog_logons_df` pairs them: by time alone, none beginning before the last one's end. O(n). */
export function originalSessions(
  ticks: BigInt64Array,
  messages: readonly string[],
  users: readonly string[],
): readonly PamSession[] {
  const rows = (words: string): readonly number[] =>
    [...messages.keys()].filter((row) => holds(messages[row] as string, words));
  const [opened, closed] = [rows('session opened'), rows('session closed')];
  const sessions: PamSession[] = [];
  let lastEnd = ticks.at(-1) ?? 0n;
  let [open, close] = [0, 0];
  while (open < opened.length && close < closed.length) {
    const [row, end] = [opened[open] as number, ticks[closed[close] as number] as bigint];
    const start = ticks[row] as bigint;
    if (start <= lastEnd && open !== 0) open += 1;
    else if (end < start) close += 1;
    else {
      sessions.push({
        host: '',
        service: '',
        process: '',
        openedBy: '',
        user: users[row] as string,
        start,
        end,
      });
      lastEnd = end;
      open += 1;
      close += 1;
    }
  }
  return sessions;
}
