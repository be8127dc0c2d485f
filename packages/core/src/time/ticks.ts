/** Ticks of 100 ns in one microsecond, millisecond, second, minute, hour and day. */
export const TICKS = {
  microsecond: 10n,
  millisecond: 10_000n,
  second: 10_000_000n,
  minute: 600_000_000n,
  hour: 36_000_000_000n,
  day: 864_000_000_000n,
} as const;

/** Ticks of 1970-01-01T00:00:00Z, counted from 0001-01-01T00:00:00Z. */
export const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;

/** Ticks of 9999-12-31T23:59:59.9999999Z, the last moment of a KQL datetime. */
export const MAX_DATETIME_TICKS = 3_155_378_975_999_999_999n;
