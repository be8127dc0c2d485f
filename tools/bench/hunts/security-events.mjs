/** SQL that makes security events of thirty days: logons that succeed and fail, and processes with command lines. */
export const securityEvents = (count) => `
  SELECT
    TIMESTAMP '2026-09-01' + to_microseconds(CAST(i * (30::DOUBLE * 86400000000 / ${count}) AS BIGINT)) AS "TimeGenerated",
    CASE WHEN i % 10 < 4 THEN 4688 WHEN i % 10 < 7 THEN 4624 WHEN i % 10 = 7 THEN 4625 ELSE 5000 + h % 60 END::BIGINT AS "EventID",
    'host' || lpad(CAST(h % 200 AS VARCHAR), 3, '0') || '.contoso.com' AS "Computer",
    CASE WHEN i % 10 < 4 THEN '' ELSE 'CONTOSO\\user' || (h % 5000) END AS "TargetAccount",
    'user' || (h % 5000) AS "SubjectUserName",
    CASE WHEN i % 10 BETWEEN 4 AND 7
      THEN CASE WHEN h % 3 = 0 THEN '10.' || (h % 7) || '.' || (h % 200) || '.' || (h % 250) ELSE '81.2.' || (h % 90) || '.' || (h % 250) END
      ELSE '' END AS "IpAddress",
    CASE WHEN i % 10 BETWEEN 4 AND 7 THEN 2 + h % 9 END::INTEGER AS "LogonType",
    CASE WHEN i % 10 < 4 THEN 'C:\\Windows\\System32\\' || CASE WHEN h % 50021 = 0 THEN 'rare' || (h % 17) || '.exe' ELSE 'proc' || (h % 300) || '.exe' END ELSE '' END AS "NewProcessName",
    CASE WHEN i % 10 < 4 THEN 'C:\\Windows\\' || CASE h % 4 WHEN 0 THEN 'explorer.exe' WHEN 1 THEN 'services.exe' ELSE 'cmd.exe' END ELSE '' END AS "ParentProcessName",
    CASE WHEN i % 10 < 4 THEN CASE
      WHEN h % 1009 = 0 THEN 'powershell.exe -NoProfile -EncodedCommand ' || md5(CAST(h AS VARCHAR))
      WHEN h % 1511 = 0 THEN 'certutil.exe -urlcache -f http://10.0.0.' || (h % 250) || '/a.bin a.bin'
      ELSE 'proc' || (h % 300) || '.exe /task ' || (h % 900) || ' /user user' || (h % 5000) || ' /quiet' END ELSE '' END AS "CommandLine",
    CASE WHEN i % 100 < 4 THEN '{"rule":"r' || (h % 20) || '","score":' || (h % 100) || ',"tags":["t' || (h % 5) || '","t' || (h % 11) || '"]}' END AS "Details"
  FROM (SELECT i, CAST(hash(i) >> 20 AS BIGINT) AS h FROM range(${count}) t(i))`;
