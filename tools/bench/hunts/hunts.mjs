/** One number of an IPv4 address. */
const BYTE = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';

/**
 * The hunts: KQL, and the SQL that an expert of DuckDB writes for the same answer. `$events` is the file, `$now` the
 * clock's moment. The same answer on any rows, not on these only: an address that is none is neither private nor public,
 * a text that is no JSON has no members, and a row without tags keeps its place. Texts of the file are never null.
 */
export const HUNTS = [
  {
    name: 'brute force: failures then a success',
    kql: `let window = 30d;
      let failed = SecurityEvent | where TimeGenerated > ago(window) and EventID == 4625
        | summarize Failures = count(), First = min(TimeGenerated) by TargetAccount, IpAddress | where Failures > 3;
      SecurityEvent | where TimeGenerated > ago(window) and EventID == 4624
      | join kind=inner failed on TargetAccount, IpAddress | where TimeGenerated > First
      | summarize Successes = count(), Failures = max(Failures) by TargetAccount, IpAddress`,
    sql: `WITH failed AS (SELECT "TargetAccount", "IpAddress", count(*) AS n, min("TimeGenerated") AS first FROM $events
        WHERE "TimeGenerated" > $now - INTERVAL 30 DAY AND "EventID" = 4625 GROUP BY ALL HAVING count(*) > 3)
      SELECT e."TargetAccount", e."IpAddress", count(*), max(n) FROM $events e JOIN failed f USING ("TargetAccount", "IpAddress")
      WHERE e."TimeGenerated" > $now - INTERVAL 30 DAY AND e."EventID" = 4624 AND e."TimeGenerated" > first GROUP BY ALL`,
  },
  {
    name: 'rare processes of a host',
    kql: `SecurityEvent | where EventID == 4688 | summarize Runs = count(), Hosts = dcount(Computer) by NewProcessName
      | where Runs < 10 | sort by Runs asc`,
    sql: `SELECT "NewProcessName", count(*), count(DISTINCT "Computer") FROM $events WHERE "EventID" = 4688 GROUP BY 1 HAVING count(*) < 10 ORDER BY 2`,
  },
  {
    name: 'latest logon of an account',
    kql: `SecurityEvent | where EventID == 4624 | summarize arg_max(TimeGenerated, Computer, IpAddress, LogonType) by TargetAccount`,
    sql: `SELECT "TargetAccount", max("TimeGenerated"), (s).c, (s).i, (s).l FROM (SELECT "TargetAccount", max("TimeGenerated") AS "TimeGenerated",
        arg_max(struct_pack(c := "Computer", i := "IpAddress", l := "LogonType"), "TimeGenerated") AS s FROM $events WHERE "EventID" = 4624 GROUP BY 1) GROUP BY ALL`,
  },
  {
    name: 'accounts that are new today',
    kql: `let before = SecurityEvent | where TimeGenerated between (ago(30d) .. ago(1d)) and EventID == 4624 | distinct TargetAccount, Computer;
      SecurityEvent | where TimeGenerated > ago(1d) and EventID == 4624 | distinct TargetAccount, Computer
      | join kind=leftanti before on TargetAccount, Computer`,
    sql: `WITH before AS (SELECT DISTINCT "TargetAccount", "Computer" FROM $events
        WHERE "TimeGenerated" BETWEEN $now - INTERVAL 30 DAY AND $now - INTERVAL 1 DAY AND "EventID" = 4624)
      SELECT t.* FROM (SELECT DISTINCT "TargetAccount", "Computer" FROM $events WHERE "TimeGenerated" > $now - INTERVAL 1 DAY AND "EventID" = 4624) t
      ANTI JOIN before USING ("TargetAccount", "Computer")`,
  },
  {
    name: 'suspicious words in command lines',
    kql: `SecurityEvent | where EventID == 4688
      | where CommandLine has_any ("EncodedCommand", "certutil", "mimikatz", "bitsadmin", "rundll32", "regsvr32")
      | summarize Runs = count(), Last = max(TimeGenerated) by Computer, SubjectUserName`,
    sql: `SELECT "Computer", "SubjectUserName", count(*), max("TimeGenerated") FROM $events WHERE "EventID" = 4688
      AND regexp_matches("CommandLine", '(?i)(?:^|[^\\pL\\pN])(?:EncodedCommand|certutil|mimikatz|bitsadmin|rundll32|regsvr32)(?:$|[^\\pL\\pN])') GROUP BY ALL`,
  },
  {
    name: 'a day of thirty, by hour',
    kql: `SecurityEvent | where TimeGenerated between (datetime(2026-09-14) .. datetime(2026-09-15)) | summarize Events = count() by EventID, bin(TimeGenerated, 1h)`,
    sql: `SELECT "EventID", time_bucket(INTERVAL 1 HOUR, "TimeGenerated"), count(*) FROM $events
      WHERE "TimeGenerated" BETWEEN TIMESTAMP '2026-09-14' AND TIMESTAMP '2026-09-15' GROUP BY ALL`,
  },
  {
    name: 'parsed command lines',
    kql: `SecurityEvent | where EventID == 4688 and CommandLine has "task"
      | parse CommandLine with Program " /task " Task:long " /user " User " /" *
      | extend Number = toint(extract("proc([0-9]+)", 1, Program)) | summarize Runs = count(), Users = dcount(User) by Number`,
    sql: `SELECT TRY_CAST(regexp_extract(m[1], 'proc([0-9]+)', 1) AS INTEGER), count(*), count(DISTINCT m[3]) FROM (
        SELECT regexp_extract_all("CommandLine", '^(.*?) /task (-?[0-9]+) /user (.*?) /', 1) AS a,
          [regexp_extract("CommandLine", '^(.*?) /task (-?[0-9]+) /user (.*?) /', 1), '', regexp_extract("CommandLine", '^(.*?) /task (-?[0-9]+) /user (.*?) /', 3)] AS m
        FROM $events WHERE "EventID" = 4688 AND regexp_matches("CommandLine", '(?i)(?:^|[^\\pL\\pN])task(?:$|[^\\pL\\pN])')) GROUP BY 1`,
  },
  {
    name: 'sets and counts by hour',
    kql: `SecurityEvent | where EventID == 4625
      | summarize Types = make_set(LogonType), Addresses = dcount(IpAddress), Total = count() by Computer, bin(TimeGenerated, 6h)
      | where Addresses > 5 | project Computer, TimeGenerated, Addresses, Total, Kinds = array_length(Types)`,
    sql: `SELECT "Computer", time_bucket(INTERVAL 6 HOUR, "TimeGenerated", TIMESTAMP '2000-01-01'), count(DISTINCT "IpAddress") AS a, count(*), len(list(DISTINCT "LogonType"))
      FROM $events WHERE "EventID" = 4625 GROUP BY 1, 2 HAVING a > 5`,
  },
  {
    name: 'logons from public addresses',
    kql: `SecurityEvent | where EventID == 4624 and isnotempty(IpAddress) | where not(ipv4_is_private(IpAddress))
      | summarize Logons = count() by IpAddress | sort by Logons desc, IpAddress asc | take 100`,
    sql: `SELECT "IpAddress", count(*) FROM $events WHERE "EventID" = 4624 AND "IpAddress" <> ''
      AND regexp_full_match("IpAddress", '${BYTE}(\\.${BYTE}){3}') AND NOT regexp_matches("IpAddress", '^(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.)')
      GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100`,
  },
  {
    name: 'tags of a dynamic column',
    kql: `SecurityEvent | where isnotempty(Details) | extend D = todynamic(Details) | mv-expand Tag = D.tags to typeof(string)
      | summarize Events = count(), Score = sum(tolong(D.score)) by Tag, Rule = tostring(D.rule)`,
    sql: `SELECT coalesce(tag, ''), coalesce(d->>'rule', ''), count(*), coalesce(sum(TRY_CAST(d->>'score' AS BIGINT)), 0) FROM (
      SELECT d, unnest(CASE json_type(d, '$.tags') WHEN 'ARRAY' THEN d->>'$.tags[*]' ELSE [d->>'tags'] END) AS tag
      FROM (SELECT TRY_CAST("Details" AS JSON) AS d FROM $events WHERE "Details" <> '')) GROUP BY 1, 2`,
  },
  {
    name: 'gaps between logons',
    kql: `SecurityEvent | where EventID == 4624 and Computer startswith "host01"
      | sort by Computer asc, TimeGenerated asc
      | extend Before = prev(TimeGenerated), Same = prev(Computer) == Computer
      | where Same and TimeGenerated - Before > 1h
      | summarize Gaps = count(), Longest = max(TimeGenerated - Before) by Computer | extend Longest = Longest / 1s`,
    sql: `SELECT "Computer", count(*), max(epoch_us("TimeGenerated") - epoch_us(b)) / 1e6 FROM (
        SELECT "Computer", "TimeGenerated", lag("TimeGenerated") OVER w AS b, lag("Computer") OVER w AS c FROM $events
        WHERE "EventID" = 4624 AND starts_with(lower("Computer"), 'host01') WINDOW w AS (ORDER BY "Computer", "TimeGenerated"))
      WHERE c = "Computer" AND epoch_us("TimeGenerated") - epoch_us(b) > 3600000000 GROUP BY 1`,
  },
  {
    name: 'logons by hour as series',
    kql: `SecurityEvent | where EventID == 4624
      | make-series Logons = count() default = 0 on TimeGenerated from datetime(2026-09-01) to datetime(2026-10-01) step 1h by Computer
      | project Computer, Total = toreal(array_sum(Logons)), Hours = array_length(Logons)`,
    sql: `WITH axis AS (SELECT unnest(range(720)) AS k),
      bins AS (SELECT "Computer" AS c, (epoch_us("TimeGenerated") - epoch_us(TIMESTAMP '2026-09-01')) // 3600000000 AS k, count(*) AS n FROM $events
        WHERE "EventID" = 4624 AND "TimeGenerated" >= TIMESTAMP '2026-09-01' AND "TimeGenerated" < TIMESTAMP '2026-10-01' GROUP BY ALL),
      rows AS (SELECT c, list(coalesce(n, 0) ORDER BY axis.k) AS l FROM (SELECT DISTINCT c FROM bins) CROSS JOIN axis LEFT JOIN bins USING (c, k) GROUP BY c)
      SELECT c, CAST(list_sum(l) AS DOUBLE), len(l) FROM rows`,
  },
];
