import type { Host } from '../company/hosts';
import { COMPANY } from '../company/hosts';
import { SPAN, ticksCell, type Moment } from '../moment';
import { together, type Cells, type SampleRow } from '../row';

/** Traffic between a machine and one address over part of an hour. */
export interface Flow {
  readonly host: Host;
  readonly start: Moment;
  readonly end: Moment;
  /** The other side. */
  readonly ip: string;
  readonly direction: 'I' | 'O';
  readonly port: number;
  readonly protocol: string;
  readonly transport?: 'T' | 'U';
  readonly kind: 'IntraVNet' | 'AzurePublic' | 'ExternalPublic';
  readonly flows: number;
  readonly bytesOut: number;
  readonly bytesIn: number;
  readonly denied?: boolean;
  /** Where the other side is: an Azure region, or a country in two letters. */
  readonly region?: string;
}

/** A machine's resource group. */
export const groupOf = (host: Host): string =>
  host.role === 'workstation' ? 'larkmoor-desktops' : 'larkmoor-servers';

/** A machine's Azure resource. */
export const resourceId = (host: Host): string =>
  `/subscriptions/${COMPANY.subscriptionId}/resourceGroups/${groupOf(host)}` +
  `/providers/Microsoft.Compute/virtualMachines/${host.name}`;

/** A machine as flow logs name it: group and name, lower case. */
const vmName = (host: Host): string => `${groupOf(host)}/${host.name.toLowerCase()}`;

const packets = (bytes: number): number => Math.ceil(bytes / 900);

const hourAfter = (at: Moment): Moment => (Math.floor(at / SPAN.hour) + 1) * SPAN.hour;

const sides = ({ host, ip, kind, direction, flows, bytesOut, bytesIn }: Flow): Cells => {
  const inner = kind === 'IntraVNet';
  const [source, destination] = direction === 'O' ? [host.ip, ip] : [ip, host.ip];
  const told = [ip, flows, flows, packets(bytesOut), packets(bytesIn), bytesOut, bytesIn].join('|');
  return {
    PublicIPs_s: inner ? '' : told,
    SrcIP_s: inner ? source : '',
    DestIP_s: inner ? destination : '',
  };
};

const counts = ({ flows, direction, denied = false, bytesIn, bytesOut }: Flow): Cells => {
  const count = (one: 'I' | 'O', deniedOnes: boolean): number =>
    direction === one && denied === deniedOnes ? flows : 0;
  return {
    FlowStatus_s: denied ? 'D' : 'A',
    AllowedInFlows_d: count('I', false),
    AllowedOutFlows_d: count('O', false),
    DeniedInFlows_d: count('I', true),
    DeniedOutFlows_d: count('O', true),
    FlowCount_d: flows,
    InboundPackets_d: packets(bytesIn),
    OutboundPackets_d: packets(bytesOut),
    InboundBytes_d: bytesIn,
    OutboundBytes_d: bytesOut,
  };
};

/** Writes a flow row of AzureNetworkAnalytics_CL; it is logged twenty minutes after its hour. */
export function flowRow(flow: Flow): SampleRow {
  const { host, kind, region = '' } = flow;
  const closed = hourAfter(flow.end);
  return {
    at: closed + 20 * SPAN.minute + (flow.start % SPAN.minute),
    cells: together(
      {
        SubType_s: 'FlowLog',
        FlowStartTime_t: ticksCell(flow.start),
        FlowEndTime_t: ticksCell(flow.end),
        FlowIntervalStartTime_t: ticksCell(closed - SPAN.hour),
        FlowIntervalEndTime_t: ticksCell(closed),
        FlowType_s: kind,
        VM_s: vmName(host),
        VMIP_s: host.ip,
        NIC_s: `${vmName(host)}-nic`,
      },
      sides(flow),
      {
        DestPort_d: flow.port,
        L4Protocol_s: flow.transport ?? 'T',
        L7Protocol_s: flow.protocol,
        FlowDirection_s: flow.direction,
      },
      counts(flow),
      {
        AzureRegion_s: kind === 'AzurePublic' ? region : '',
        Country_s: kind === 'ExternalPublic' ? region : '',
        Region_s: 'uksouth',
      },
    ),
  };
}

/** Writes a topology row of AzureNetworkAnalytics_CL: the addresses of a machine's network interface. */
export function interfaceRow(host: Host, at: Moment): SampleRow {
  return {
    at,
    cells: {
      SubType_s: 'Topology',
      ResourceType: 'NetworkInterface',
      Name_s: `${vmName(host)}-nic`,
      VirtualMachine_s: vmName(host),
      PrivateIPAddresses_s: host.ip,
      PublicIPAddresses_s: host.name === 'lnx-web01' ? '198.51.100.80' : '',
      MACAddress_s:
        `00-22-48-${host.vmId.slice(0, 2)}-${host.vmId.slice(2, 4)}-${host.vmId.slice(4, 6)}`.toUpperCase(),
      Subscription_s: COMPANY.subscriptionId,
      Region_s: 'uksouth',
    },
  };
}
