/**
 * The start of the session of each moment, by the model that Kusto documents for `row_window_session`: a session begins
 * where there was no start before, where the moment is at least `fromFirst` after the start, at least `between` after the
 * moment before, or where it restarts. Moments are ticks joined by commas, empty for null, `!` behind a restart; the
 * answer has the same form. A null moment has no session, and the next one begins anew.
 */
export function foldSessions(moments: string, fromFirst: bigint, between: bigint): string {
  let start: bigint | undefined;
  let before: bigint | undefined;
  const starts = moments.split(',').map((text) => {
    const restarts = text.endsWith('!');
    const plain = restarts ? text.slice(0, -1) : text;
    const moment = plain === '' ? undefined : BigInt(plain);
    const fresh =
      restarts ||
      moment === undefined ||
      start === undefined ||
      before === undefined ||
      moment >= start + fromFirst ||
      moment >= before + between;
    if (fresh) start = moment;
    before = moment;
    return start === undefined ? '' : String(start);
  });
  return starts.join(',');
}
