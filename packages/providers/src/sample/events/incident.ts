import { COMPANY } from '../company/hosts';
import type { Person } from '../company/people';
import { SPAN, ticksCell, type Moment } from '../moment';
import type { Cells, SampleRow } from '../row';
import { stableId } from './alert';

/** A state of an incident; the table has a row for each change. */
export interface IncidentDraft {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly severity: 'High' | 'Medium' | 'Low' | 'Informational';
  readonly status: 'New' | 'Active' | 'Closed';
  readonly classification?: { readonly name: string; readonly reason: string; readonly comment: string };
  readonly owner?: Person;
  readonly first: Moment;
  readonly last: Moment;
  readonly created: Moment;
  readonly changed: Moment;
  /** The stable words of its alerts and bookmarks. */
  readonly alerts: readonly string[];
  readonly bookmarks?: readonly string[];
  readonly tactics: readonly string[];
  readonly labels?: readonly string[];
  readonly comments?: readonly string[];
}

const SCOPE =
  `/subscriptions/${COMPANY.subscriptionId}/resourceGroups/larkmoor-soc/providers/` +
  'Microsoft.OperationalInsights/workspaces/larkmoor-soc/providers/Microsoft.SecurityInsights';

const owner = (person: Person | undefined): string =>
  JSON.stringify({
    objectId: person?.objectId ?? null,
    email: person?.upn ?? null,
    assignedTo: person ? `${person.given} ${person.family}` : null,
    userPrincipalName: person?.upn ?? null,
  });

const comment = (draft: IncidentDraft, message: string, index: number): Record<string, unknown> => ({
  id: stableId(`comment ${draft.number} ${index}`),
  message,
  author: { name: draft.owner ? `${draft.owner.given} ${draft.owner.family}` : 'Automation' },
});

const closing = (draft: IncidentDraft): Record<string, string> =>
  draft.classification
    ? {
        Classification: draft.classification.name,
        ClassificationReason: draft.classification.reason,
        ClassificationComment: draft.classification.comment,
        ClosedTime: ticksCell(draft.changed),
      }
    : {};

/** The identifier of an incident, the IncidentName column. */
export const incidentName = (number: number): string => stableId(`incident ${number}`);

const links = (draft: IncidentDraft): Cells => {
  const { bookmarks = [], comments = [], labels = [], alerts } = draft;
  const numbers = {
    alertsCount: alerts.length,
    bookmarksCount: bookmarks.length,
    commentsCount: comments.length,
  };
  return {
    RelatedAnalyticRuleIds: JSON.stringify(alerts.map((key) => stableId(`rule ${key}`))),
    AlertIds: JSON.stringify(alerts.map(stableId)),
    BookmarkIds: JSON.stringify(bookmarks.map(stableId)),
    Comments: JSON.stringify(comments.map((message, index) => comment(draft, message, index))),
    Labels: JSON.stringify(labels.map((labelName) => ({ labelName, labelType: 'User' }))),
    AdditionalData: JSON.stringify({
      ...numbers,
      alertProductNames: ['Azure Sentinel'],
      tactics: draft.tactics,
    }),
    Tasks: '[]',
  };
};

/** Writes a row of SecurityIncident. */
export function incidentRow(draft: IncidentDraft): SampleRow {
  const name = incidentName(draft.number);
  return {
    at: draft.changed + 20 * SPAN.second,
    cells: {
      IncidentName: name,
      IncidentNumber: draft.number,
      Title: draft.title,
      Description: draft.description,
      Severity: draft.severity,
      Status: draft.status,
      ...closing(draft),
      Owner: owner(draft.owner),
      ProviderIncidentId: String(draft.number),
      FirstActivityTime: ticksCell(draft.first),
      LastActivityTime: ticksCell(draft.last),
      FirstModifiedTime: ticksCell(draft.created),
      LastModifiedTime: ticksCell(draft.changed),
      CreatedTime: ticksCell(draft.created),
      ...links(draft),
      IncidentUrl: `https://portal.azure.com/#asset/Microsoft_Azure_Security_Insights/Incident${SCOPE}/Incidents/${name}`,
      ModifiedBy: draft.owner ? draft.owner.upn : 'Incident created from alert',
    },
  };
}
