import type { Json } from '@casebook/core';
import type { UnknownEntity } from '../unknown-entity/unknown-entity';

/** An alert with what it is about. Identity: SystemAlertId. Times are ISO 8601. */
export type SecurityAlert = {
  readonly Type: 'securityalert';
  readonly SystemAlertId?: string;
  readonly AlertName?: string;
  readonly AlertDisplayName?: string;
  readonly AlertType?: string;
  readonly Severity?: string;
  readonly Status?: string;
  readonly Description?: string;
  readonly TimeGenerated?: string;
  readonly StartTimeUtc?: string;
  readonly EndTimeUtc?: string;
  readonly ProviderName?: string;
  readonly ProductName?: string;
  readonly VendorName?: string;
  readonly Tactics?: string;
  readonly CompromisedEntity?: string;
  readonly ExtendedProperties?: Json;
  /** What it is about: known entities among them have the types of this package. */
  readonly Entities?: readonly UnknownEntity[];
};
