import { COMPANY } from './company/hosts';
import { SIGN_IN_CONSTANTS } from './events/sign-in';

const GROUP = 'AOI-b8a41d07-93f2-4e6b-a5c0-7d1f2e3a4b5c';

/** The columns that hold the same text in every row of a table. */
export const constantsOf = (table: string): Readonly<Record<string, string>> => ({
  TenantId: COMPANY.workspaceId,
  Type: table,
  ...TABLE_CONSTANTS[table],
});

const TABLE_CONSTANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SecurityEvent: {
    SourceSystem: 'OpsManager',
    Channel: 'Security',
    Level: '8',
    EventLevelName: 'LogAlways',
    ManagementGroupName: GROUP,
  },
  Heartbeat: {
    ManagementGroupName: GROUP,
    Category: 'Direct Agent',
    SubscriptionId: COMPANY.subscriptionId,
    ComputerEnvironment: 'Azure',
    ResourceProvider: 'Microsoft.Compute',
    ResourceType: 'virtualMachines',
  },
  SecurityAlert: {
    WorkspaceSubscriptionId: COMPANY.subscriptionId,
    WorkspaceResourceGroup: 'larkmoor-soc',
    ConfidenceLevel: 'Unknown',
  },
  SecurityIncident: { SourceSystem: 'Azure', ProviderName: 'Azure Sentinel' },
  Syslog: { SourceSystem: 'Linux' },
  HuntingBookmark: { SourceSystem: 'Azure' },
  AzureNetworkAnalytics_CL: { SourceSystem: 'RestAPI', FASchemaVersion_s: '2' },
  SigninLogs: SIGN_IN_CONSTANTS,
};
