import { Random } from '../random';
import { COMPANY, HOSTS } from '../company/hosts';
import { ticksCell, SPAN, type Moment } from '../moment';
import type { Cells, SampleRow } from '../row';
import { EntityGraph } from './entities';
import { resourceId } from './flow';

/** An alert to write. */
export interface AlertDraft {
  /** A stable word for it, which decides its identifiers. */
  readonly key: string;
  readonly name: string;
  readonly severity: 'High' | 'Medium' | 'Low' | 'Informational';
  readonly description: string;
  readonly product: 'Microsoft Defender for Cloud' | 'Microsoft Entra ID Protection' | 'Azure Sentinel';
  readonly type: string;
  readonly start: Moment;
  readonly end: Moment;
  readonly tactics: string;
  readonly techniques: readonly string[];
  /** The CompromisedEntity column. */
  readonly about: string;
  readonly remediation?: readonly string[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly status?: 'New' | 'InProgress' | 'Resolved' | 'Dismissed';
  entities(graph: EntityGraph): void;
}

const PROVIDERS = {
  'Microsoft Defender for Cloud': { provider: 'Detection', vendor: 'Microsoft', component: 'Servers' },
  'Microsoft Entra ID Protection': { provider: 'IPC', vendor: 'Microsoft', component: '' },
  'Azure Sentinel': { provider: 'ASI Scheduled Alerts', vendor: 'Microsoft', component: 'Scheduled Alerts' },
} as const;

/** The identifier of an alert, incident or bookmark, from its stable word. */
export const stableId = (key: string): string => new Random('id', key).guid();

const machineOf = (about: string): Cells => {
  const host = HOSTS.find(({ name }) => name === about);
  return host ? { ResourceId: resourceId(host), SourceComputerId: host.id } : {};
};

/** Writes a row of SecurityAlert; it appears four minutes after its last event. */
export function alertRow(draft: AlertDraft): SampleRow {
  const graph = new EntityGraph();
  draft.entities(graph);
  const id = stableId(draft.key);
  const { provider, vendor, component } = PROVIDERS[draft.product];
  const processed = draft.end + 3 * SPAN.minute;
  const properties = { 'Compromised Host': draft.about, 'Detection Key': draft.key, ...draft.properties };
  return {
    at: draft.end + 4 * SPAN.minute,
    cells: {
      DisplayName: draft.name,
      AlertName: draft.name,
      AlertSeverity: draft.severity,
      Description: draft.description,
      ProviderName: provider,
      VendorName: vendor,
      VendorOriginalId: stableId(`${draft.key} original`),
      SystemAlertId: id,
      AlertType: draft.type,
      IsIncident: false,
      StartTime: ticksCell(draft.start),
      EndTime: ticksCell(draft.end),
      ProcessingEndTime: ticksCell(processed),
      RemediationSteps: JSON.stringify(draft.remediation ?? []),
      ExtendedProperties: JSON.stringify(properties, null, 2).replaceAll('\n', '\r\n'),
      Entities: graph.toCell(),
      ProductName: draft.product,
      ProductComponentName: component,
      AlertLink: `https://portal.azure.com/#blade/alert/alertId/${id}/tenant/${COMPANY.tenantId}`,
      Status: draft.status ?? 'New',
      CompromisedEntity: draft.about,
      Tactics: draft.tactics,
      Techniques: JSON.stringify(draft.techniques),
      SubTechniques: JSON.stringify(draft.techniques.filter((technique) => technique.includes('.'))),
      ...machineOf(draft.about),
    },
  };
}
