const DATETIME = String.raw`\d{4}-\d{2}-\d{2}(?:[Tt ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?: ?(?:[Zz]|UTC|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?))?)?`;
const GUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const JSON_STRING = String.raw`"(?:\\.|[^"\\])*"`;

/**
 * SQL macros that read a trimmed, non-empty text as a value in storage, exactly or as null. datetime: ISO 8601 with a space
 * or `T`, any fraction (cut at the seventh digit), `Z`, `UTC`, an offset or none (UTC). bool: true/false, yes/no, t/f, 1/0.
 * int and long: digits, also with `.0` behind them. dynamic: JSON text; a text that is no JSON is a JSON string.
 */
export const CONVERSION_MACROS: readonly string[] = [
  `CREATE MACRO ticks_to_second(t) AS epoch_us(TRY_CAST(CASE WHEN substr(t, 17, 1) = ':' THEN left(t, 19)
     WHEN substr(t, 14, 1) = ':' THEN left(t, 16) || ':00' ELSE t END AS TIMESTAMP)) * 10 + 621355968000000000`,
  String.raw`CREATE MACRO ticks_of_fraction(t) AS CASE WHEN substr(t, 20, 1) = '.'
     THEN CAST(rpad(regexp_extract(substr(t, 21), '^\d{1,7}'), 7, '0') AS BIGINT) ELSE 0 END`,
  String.raw`CREATE MACRO ticks_of_zone(z) AS CASE WHEN regexp_matches(z, '[+-]') THEN
     (CASE WHEN contains(z, '-') THEN -1 ELSE 1 END) * 600000000 *
     (CAST(regexp_extract(z, '[+-](\d{2})', 1) AS BIGINT) * 60 + CAST('0' || regexp_extract(z, '[+-]\d{2}:?(\d{2})$', 1) AS BIGINT))
     ELSE 0 END`,
  `CREATE MACRO ticks_in_range(n) AS CASE WHEN n BETWEEN 0 AND 3155378975999999999 THEN n END`,
  `CREATE MACRO text_datetime(t) AS CASE WHEN regexp_full_match(t, '${DATETIME}')
     THEN ticks_in_range(ticks_to_second(t) + ticks_of_fraction(t) - ticks_of_zone(substr(t, 17))) END`,
  String.raw`CREATE MACRO text_whole(t) AS CASE WHEN regexp_full_match(t, '[+-]?\d+(?:\.0*)?') THEN split_part(t, '.', 1) END`,
  `CREATE MACRO text_long(t) AS TRY_CAST(text_whole(t) AS BIGINT)`,
  `CREATE MACRO text_int(t) AS TRY_CAST(text_whole(t) AS INTEGER)`,
  String.raw`CREATE MACRO text_real(t) AS CASE WHEN regexp_full_match(t, '(?i)[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|nan|inf|infinity)')
     THEN TRY_CAST(t AS DOUBLE) END`,
  String.raw`CREATE MACRO text_decimal(t) AS CASE WHEN regexp_full_match(t, '[+-]?\d{1,21}(?:\.\d{0,17})?') THEN TRY_CAST(t AS DECIMAL(38,17)) END`,
  `CREATE MACRO text_bool(t) AS CASE WHEN lower(t) IN ('true', 't', 'yes', 'y', '1', '1.0') THEN true
     WHEN lower(t) IN ('false', 'f', 'no', 'n', '0', '0.0') THEN false END`,
  `CREATE MACRO text_guid(t) AS CASE WHEN regexp_full_match(trim(lower(t), '{}'), '${GUID}') THEN trim(lower(t), '{}') END`,
  String.raw`CREATE MACRO is_json(t) AS json_valid(t) AND NOT (regexp_matches(t, '(?i)nan|inf|,\s*[\]}]')
     AND regexp_matches(regexp_replace(t, '${JSON_STRING}', '""', 'g'), '(?i)nan|inf|,\s*[\]}]'))`,
  `CREATE MACRO text_dynamic(t) AS CASE WHEN is_json(t) THEN t ELSE CAST(to_json(t) AS VARCHAR) END`,
];
