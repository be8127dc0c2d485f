/** Answers whole numbers of at most so many digits in SQL, and leaves all else to the host. */
export const quickInteger =
  (digits: 9 | 18, type: 'INTEGER' | 'BIGINT') =>
  (host: string, text: string): string =>
    `CASE WHEN regexp_full_match(${text}, '-?[0-9]{1,${digits}}') THEN CAST(${text} AS ${type}) WHEN ${text} = '' THEN NULL ELSE ${host} END`;

/** Answers plain decimals in SQL, and leaves all else to the host. */
export const quickReal = (host: string, text: string): string =>
  `CASE WHEN ${text} = '' THEN NULL WHEN regexp_full_match(${text}, '-?[0-9]{1,15}([.][0-9]{1,15})?') THEN CAST(${text} AS DOUBLE) ELSE ${host} END`;

const ISO =
  '[1-9][0-9]{3}-(0[1-9]|1[0-2])-([01][0-9]|2[0-8])[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?Z?';

/** Answers moments of ISO 8601 until the 28th of a month in SQL, as ticks, and leaves all else to the host. */
export const quickDatetime = (host: string, text: string): string =>
  `CASE WHEN ${text} = '' THEN NULL WHEN regexp_full_match(${text}, '${ISO}') THEN coalesce(epoch_us(TRY_CAST(${text} AS TIMESTAMP)) * 10 + 621355968000000000, ${host}) ELSE ${host} END`;

const BYTE = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';

/** Answers whether a plain IPv4 address is private in SQL, and leaves all else to the host. */
export const quickPrivateIpv4 = (host: string, text: string): string =>
  `CASE WHEN regexp_full_match(${text}, '${BYTE}(?:[.]${BYTE}){3}') THEN CASE WHEN starts_with(${text}, '172.') THEN regexp_matches(${text}, '^172[.](?:1[6-9]|2[0-9]|3[01])[.]') ELSE starts_with(${text}, '10.') OR starts_with(${text}, '192.168.') END WHEN ${text} = '' THEN NULL ELSE ${host} END`;

/** Adds up short whole numbers in SQL, where a sum of reals is exact, and leaves all else to the host. */
export const quickSum = (host: string, list: string): string =>
  `CASE WHEN regexp_full_match(${list}, '\\[-?[0-9]{1,9}(?:,-?[0-9]{1,9})*\\]') THEN CAST(list_sum(CAST(${list} AS BIGINT[])) AS DOUBLE) ELSE ${host} END`;
