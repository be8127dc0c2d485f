import { Random } from '../random';
import { PEOPLE, type Person } from './people';

/** The company's names. */
export const COMPANY = {
  name: 'Larkmoor Instruments',
  netbios: 'LARKMOOR',
  domain: 'corp.larkmoor.example',
  mail: 'larkmoor.example',
  tenantId: '3f1c9b52-7e46-4d0a-8b1e-2a6c5d90e714',
  workspaceId: 'b8a41d07-93f2-4e6b-a5c0-7d1f2e3a4b5c',
  subscriptionId: '5e0d7c1a-2b39-4f84-9c66-81d3a0f7e2b5',
} as const;

/** What a machine is for. */
export type HostRole = 'workstation' | 'server' | 'controller' | 'linux';

/** A machine of the company. */
export interface Host {
  /** Its short name. */
  readonly name: string;
  /** Its full name, the Computer column. */
  readonly fqdn: string;
  readonly ip: string;
  readonly role: HostRole;
  readonly os: 'Windows' | 'Linux';
  readonly osName: string;
  /** The SourceComputerId column. */
  readonly id: string;
  readonly vmId: string;
  /** The machine's own security identifier, to which local accounts belong. */
  readonly sid: string;
  readonly owner?: Person;
}

const OS_NAMES: Readonly<Record<HostRole, string>> = {
  workstation: 'Windows 11 Enterprise',
  server: 'Windows Server 2022 Datacenter',
  controller: 'Windows Server 2022 Datacenter',
  linux: 'Ubuntu',
};

const host = (
  name: string,
  ip: string,
  role: HostRole,
  { domain = COMPANY.domain as string, owner }: { domain?: string; owner?: Person } = {},
): Host => {
  const random = new Random('host', name, domain);
  const sid = `S-1-5-21-${random.next()}-${random.next()}-${random.next()}`;
  const [id, vmId] = [random.guid(), random.guid()];
  const os = role === 'linux' ? 'Linux' : 'Windows';
  return { name, fqdn: `${name}.${domain}`, ip, role, os, osName: OS_NAMES[role], id, vmId, sid, owner };
};

const DEPARTMENTS = [
  { name: 'FIN', count: 8, net: 11 },
  { name: 'ENG', count: 16, net: 12 },
  { name: 'OPS', count: 10, net: 13 },
  { name: 'SAL', count: 7, net: 14 },
  { name: 'IT', count: 4, net: 15 },
] as const;

const workstations = (department: (typeof DEPARTMENTS)[number]): Host[] => {
  const owners = PEOPLE.filter((one) => one.department === department.name);
  return Array.from({ length: department.count }, (_, index) =>
    host(
      `${department.name}-WS${String(index + 1).padStart(2, '0')}`,
      `10.20.${department.net}.${21 + index}`,
      'workstation',
      { owner: owners[index] },
    ),
  );
};

/** Every machine: 45 workstations, 8 Windows servers (two domain controllers), 3 Linux servers. */
export const HOSTS: readonly Host[] = [
  ...DEPARTMENTS.flatMap(workstations),
  host('DC01', '10.20.1.10', 'controller'),
  host('DC02', '10.20.1.11', 'controller'),
  host('FS01', '10.20.2.20', 'server'),
  host('SQL01', '10.20.2.30', 'server'),
  host('APP01', '10.20.2.40', 'server'),
  host('PRINT01', '10.20.2.50', 'server'),
  host('BACKUP01', '10.20.2.60', 'server'),
  host('BUILD01', '10.20.2.70', 'server'),
  host('lnx-web01', '10.20.3.10', 'linux'),
  host('lnx-db01', '10.20.3.20', 'linux'),
  host('build01', '10.20.9.70', 'linux', { domain: 'lab.larkmoor.example' }),
];

/** The machines that run Windows. */
export const WINDOWS_HOSTS: readonly Host[] = HOSTS.filter((one) => one.os === 'Windows');

/** The machines that run Linux. */
export const LINUX_HOSTS: readonly Host[] = HOSTS.filter((one) => one.os === 'Linux');

/** The machine of a short or full name; short names are told apart by case (`BUILD01`, `build01`). */
export const hostNamed = (name: string): Host => {
  const found = HOSTS.find((one) => one.name === name || one.fqdn === name);
  if (!found) throw new Error(`unknown host: ${name}`);
  return found;
};
