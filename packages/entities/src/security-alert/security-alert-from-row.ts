import type { Json } from '@casebook/core';
import type { SecurityAlertListAlertsRow } from '@casebook/queries';
import { alertEntities } from '../alert-entities/alert-entities';
import { freezeJson } from '../alert-entities/freeze-json';
import { compact } from '../compact';
import type { SecurityAlert } from './security-alert';

/** The alert of a row of `SecurityAlert.list_alerts` and its sisters; entities that are not valid JSON are an `InvalidValue` error. */
export const securityAlertFromRow = (row: SecurityAlertListAlertsRow): SecurityAlert =>
  compact({
    Type: 'securityalert',
    SystemAlertId: row.SystemAlertId,
    AlertName: row.AlertName,
    AlertDisplayName: row.AlertDisplayName,
    AlertType: row.AlertType,
    Severity: row.Severity,
    Status: row.Status,
    Description: row.Description,
    TimeGenerated: row.TimeGenerated?.toString(),
    StartTimeUtc: row.StartTimeUtc?.toString(),
    EndTimeUtc: row.EndTimeUtc?.toString(),
    ProviderName: row.ProviderName,
    ProductName: row.ProductName,
    VendorName: row.VendorName,
    Tactics: row.Tactics,
    CompromisedEntity: row.CompromisedEntity,
    ExtendedProperties: jsonOrText(row.ExtendedProperties),
    Entities: alertEntities(row.Entities),
  }) as SecurityAlert;

const jsonOrText = (text: string): Json => {
  try {
    return freezeJson(JSON.parse(text));
  } catch {
    return text;
  }
};
