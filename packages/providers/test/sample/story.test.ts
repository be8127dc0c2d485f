import { SAMPLE_STORY as story } from '../../src/sample/sample-story';
import { readBack, type WrittenSample } from './read-back';

let written: WrittenSample;
const ask = (sql: string): Promise<Record<string, unknown>[]> => written.ask(sql);
const count = async (table: string, where: string): Promise<number> =>
  Number((await ask(`SELECT count(*) AS n FROM "${table}" WHERE ${where}`))[0]?.n);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const ticks = (text: string): string =>
  (621_355_968_000_000_000n + BigInt(Date.parse(text)) * 10_000n).toString();
const { patientZero, fileServer, webServer, controller } = story.hosts;

beforeAll(async () => {
  written = await readBack({ rows: 30_000, seed: 3 });
}, 120_000);
afterAll(() => written.close());

const decode = (line: unknown): string =>
  Buffer.from(String(line).split('-EncodedCommand ')[1] as string, 'base64').toString('utf16le');

test('patient zero has exactly the planted events', async () => {
  const ids = Object.keys(story.counts.patientZero);
  const rows = await ask(
    `SELECT EventID, count(*) AS n FROM SecurityEvent
     WHERE Computer = ${quoted(patientZero.fqdn)} AND EventID IN (${ids.join(',')}) GROUP BY 1`,
  );
  const found = Object.fromEntries(rows.map(({ EventID, n }) => [String(EventID), Number(n)]));
  expect(found).toEqual(story.counts.patientZero);
});

test('each chapter of a machine has a row at its moment', async () => {
  for (const { time, host } of story.chapters.filter(({ title }) => title !== 'containment')) {
    const [table, where] =
      host === ''
        ? ['SigninLogs', '']
        : host === webServer.fqdn
          ? ['Syslog', `AND Computer = '${host}'`]
          : ['SecurityEvent', `AND Computer = '${host}'`];
    expect([time, await count(table as string, `TimeGenerated = ${ticks(time)} ${where}`)]).toEqual([
      time,
      1,
    ]);
  }
});

test('the victim declines the prompts and then approves one, from the hostile address', async () => {
  const where = `IPAddress = '${story.hostile.signInIp}'`;
  expect(await count('SigninLogs', where)).toBe(story.counts.hostileSignIns);
  expect(await count('SigninLogs', `${where} AND ResultType = '500121'`)).toBe(story.counts.declinedPushes);
  expect(
    await ask(`SELECT DISTINCT UserPrincipalName AS u, Location AS l FROM SigninLogs WHERE ${where}`),
  ).toEqual([{ u: story.accounts.victim, l: story.hostile.signInCountry }]);
});

test('the encoded commands decode to the scripts of the story', async () => {
  const rows = await ask(
    `SELECT CommandLine AS line FROM SecurityEvent WHERE EventID = 4688 AND Computer = ${quoted(patientZero.fqdn)}
     AND NewProcessName LIKE '%powershell.exe' AND CommandLine LIKE '%-EncodedCommand %' ORDER BY TimeGenerated`,
  );
  const scripts = rows
    .map(({ line }) => decode(line))
    .filter((one) => one !== story.lookalikes.encodedScript);
  expect(scripts).toEqual([story.scripts.stager, story.scripts.task]);
});

test('the management tool runs as many encoded commands as the story says', async () => {
  const rows = await ask(
    `SELECT CommandLine AS line FROM SecurityEvent WHERE EventID = 4688 AND ParentProcessName LIKE '%FleetAgent.exe'`,
  );
  expect(rows.length).toBe(story.lookalikes.encodedCommands);
  expect(new Set(rows.map(({ line }) => decode(line)))).toEqual(new Set([story.lookalikes.encodedScript]));
});

test('the planted task and service carry their event data', async () => {
  const [task] = await ask(
    `SELECT EventData AS x FROM SecurityEvent WHERE EventID = 4698 AND Account = ${quoted(story.accounts.victimAccount)}`,
  );
  expect(String(task?.x)).toContain(`<Data Name="TaskName">${story.task}</Data>`);
  expect(String(task?.x)).toContain('<Data Name="TaskContent">&lt;?xml version=');
  const services = await ask(
    `SELECT ServiceName AS s, Computer AS c FROM SecurityEvent WHERE EventID = 4697 AND Account LIKE '%svc-backup'`,
  );
  expect(services).toEqual([{ s: story.service, c: fileServer.fqdn }]);
});

test('the intruder fails twelve times before the first network logon on the file server', async () => {
  const from = `IpAddress = '${patientZero.ip}' AND LogonType = 3 AND AuthenticationPackageName = 'NTLM'`;
  expect(await count('SecurityEvent', `EventID = 4625 AND ${from}`)).toBe(story.counts.failedTries);
  const success = `EventID = 4624 AND Computer = '${fileServer.fqdn}' AND ${from}`;
  expect(await count('SecurityEvent', success)).toBe(1);
});

test('the leak and the control traffic have exactly the planted flows', async () => {
  const [leak] = await ask(
    `SELECT count(*) AS n, sum(OutboundBytes_d)::BIGINT AS bytes, any_value(VMIP_s) AS ip FROM AzureNetworkAnalytics_CL
     WHERE PublicIPs_s LIKE '${story.hostile.dropIp}|%'`,
  );
  expect([Number(leak?.n), Number(leak?.bytes), leak?.ip]).toEqual([
    story.counts.leakFlows,
    story.counts.leakedBytes,
    fileServer.ip,
  ]);
  const control = `PublicIPs_s LIKE '${story.hostile.controlIp}|%' AND VMIP_s = '${patientZero.ip}'`;
  expect(await count('AzureNetworkAnalytics_CL', control)).toBe(story.counts.controlFlows);
});

test('the Linux machine tells its chapter', async () => {
  const on = `Computer = '${webServer.fqdn}'`;
  expect(await count('Syslog', `${on} AND SeverityLevel IN ('alert', 'crit')`)).toBe(
    story.counts.linuxNotable,
  );
  expect(await count('Syslog', `${on} AND ProcessName IN ('useradd', 'groupadd', 'usermod')`)).toBe(3);
  const sysmon = `${on} AND SyslogMessage LIKE '%<EventID>1</EventID>%' AND SyslogMessage LIKE '%<EventRecordID>19000%'`;
  expect(await count('Syslog', sysmon)).toBe(story.counts.linuxProcesses);
  expect(await count('Syslog', `SyslogMessage LIKE ${quoted(`%${story.hostileValues.sshUser}%`)}`)).toBe(2);
});

test('alerts, incidents and bookmarks are the planted ones', async () => {
  const ids = story.alertIds.map(quoted).join(',');
  expect(await count('SecurityAlert', `SystemAlertId IN (${ids})`)).toBe(story.counts.alerts);
  expect(await count('SecurityAlert', 'true')).toBe(story.counts.allAlerts);
  expect(await count('SecurityIncident', 'true')).toBe(story.counts.incidentRows);
  expect(await count('HuntingBookmark', `BookmarkId IN (${story.bookmarkIds.map(quoted).join(',')})`)).toBe(
    story.counts.bookmarks,
  );
  const [incident] = await ask(
    `SELECT AlertIds AS a, BookmarkIds AS b FROM SecurityIncident WHERE IncidentName = '${story.incident.name}'
     ORDER BY TimeGenerated DESC LIMIT 1`,
  );
  expect(JSON.parse(String(incident?.a))).toEqual(story.alertIds);
  expect(JSON.parse(String(incident?.b))).toEqual(story.bookmarkIds);
});

test('hostile command lines arrive unchanged', async () => {
  for (const line of story.hostileValues.commandLines)
    expect(await count('SecurityEvent', `CommandLine = ${quoted(line)}`)).toBe(1);
});

test('patient zero is silent while it is isolated', async () => {
  const { from, to } = story.silence;
  const silent = `TimeGenerated > ${ticks(from)} AND TimeGenerated < ${ticks(to)}`;
  expect(await count('Heartbeat', `Computer = '${patientZero.fqdn}' AND ${silent}`)).toBe(0);
  expect(await count('SecurityEvent', `Computer = '${patientZero.fqdn}' AND ${silent}`)).toBe(0);
});

test('look-alikes are there', async () => {
  const { tasks, traveller, travellerCountry, travellerSignIns, starters, backupStore, backupNights } =
    story.lookalikes;
  expect(await count('SecurityEvent', 'EventID = 4698')).toBe(tasks.created + 1);
  expect(await count('SecurityEvent', 'EventID = 4702')).toBe(tasks.updated);
  expect(await count('SecurityEvent', 'EventID = 4697')).toBe(tasks.services + 1);
  const abroad = `UserPrincipalName = '${traveller}' AND Location = '${travellerCountry}'`;
  expect(await count('SigninLogs', abroad)).toBe(travellerSignIns);
  expect(await count('SecurityEvent', `EventID = 4720 AND Computer = '${controller.fqdn}'`)).toBe(
    starters.length,
  );
  expect(await count('AzureNetworkAnalytics_CL', `PublicIPs_s LIKE '${backupStore}|%'`)).toBe(backupNights);
});

test('every machine has heartbeats and a network interface, and one short name is ambiguous', async () => {
  const { windows, linux } = story.machines;
  const [beats] = await ask('SELECT count(DISTINCT Computer) AS n FROM Heartbeat');
  const [interfaces] = await ask(
    "SELECT count(DISTINCT VirtualMachine_s || PrivateIPAddresses_s) AS n FROM AzureNetworkAnalytics_CL WHERE ResourceType = 'NetworkInterface'",
  );
  expect([Number(beats?.n), Number(interfaces?.n)]).toEqual([windows + linux, windows + linux]);
  const named = await ask(
    `SELECT DISTINCT Computer AS c FROM Heartbeat WHERE Computer ILIKE '${story.ambiguous.name}.%'`,
  );
  expect(named.map(({ c }) => c).sort()).toEqual([...story.ambiguous.fqdns].sort());
});
