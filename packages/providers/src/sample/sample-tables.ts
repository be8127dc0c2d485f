import type { ColumnInfo, KqlType } from '@casebook/core';

/** A generated table: its columns, in the order of its Parquet file. */
export interface SampleTable {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
}

const table = (name: string, ...groups: readonly string[]): SampleTable => ({
  name,
  columns: groups.flatMap((group) => {
    const [type = '', names = ''] = group.split(': ');
    return names.split(' ').map((column) => ({ name: column, type: type as KqlType }));
  }),
});

/**
 * The generated tables, with the columns that their files hold. Stored as the engine stores them: bool BOOLEAN, int
 * INTEGER, long BIGINT, real DOUBLE, string and guid VARCHAR (strings never null), datetime and timespan BIGINT ticks of
 * 100 ns (datetime since 0001-01-01), dynamic VARCHAR of JSON. Other columns of the published schemas are not in the files.
 */
export const SAMPLE_TABLES: readonly SampleTable[] = [
  table(
    'SecurityEvent',
    'datetime: TimeGenerated',
    'string: TenantId SourceSystem Computer SourceComputerId EventRecordId',
    'int: EventID',
    'string: Activity Channel EventSourceName',
    'int: Task',
    'string: Level EventLevelName Account AccountType',
    'string: SubjectAccount SubjectUserSid SubjectUserName SubjectDomainName SubjectLogonId',
    'string: TargetAccount TargetUserSid TargetUserName TargetDomainName TargetLogonId TargetLinkedLogonId TargetSid',
    'int: LogonType',
    'string: LogonTypeName LogonProcessName AuthenticationPackageName LmPackageName WorkstationName Workstation',
    'string: IpAddress IpPort ElevatedToken PrivilegeList Status SubStatus FailureReason',
    'int: KeyLength',
    'string: TargetServerName TargetInfo',
    'string: NewProcessId NewProcessName Process TokenElevationType MandatoryLabel ProcessId ParentProcessName ProcessName',
    'string: CommandLine ServiceName ServiceFileName ServiceType',
    'int: ServiceStartType',
    'string: ServiceAccount SamAccountName DisplayName UserPrincipalName UserAccountControl OldUacValue NewUacValue',
    'string: PasswordLastSet AccountExpires PrimaryGroupId MemberName MemberSid',
    'string: ObjectType ShareName ShareLocalPath AccessMask EventData ManagementGroupName Type',
  ),
  table(
    'Heartbeat',
    'datetime: TimeGenerated',
    'string: TenantId SourceSystem SourceComputerId ComputerIP Computer Category OSType OSName OSMajorVersion',
    'string: OSMinorVersion Version SCAgentChannel',
    'bool: IsGatewayInstalled',
    'string: RemoteIPCountry',
    'real: RemoteIPLatitude RemoteIPLongitude',
    'string: Solutions SubscriptionId ResourceGroup ResourceProvider Resource ResourceId ResourceType',
    'string: ComputerEnvironment VMUUID',
    'dynamic: ComputerPrivateIPs',
    'string: ManagementGroupName Type',
  ),
  table(
    'SecurityAlert',
    'datetime: TimeGenerated',
    'string: TenantId DisplayName AlertName AlertSeverity Description ProviderName VendorName VendorOriginalId',
    'string: SystemAlertId ResourceId SourceComputerId AlertType ConfidenceLevel',
    'real: ConfidenceScore',
    'bool: IsIncident',
    'datetime: StartTime EndTime ProcessingEndTime',
    'string: RemediationSteps ExtendedProperties Entities WorkspaceSubscriptionId WorkspaceResourceGroup',
    'string: ExtendedLinks ProductName ProductComponentName AlertLink Status CompromisedEntity Tactics Techniques',
    'string: SubTechniques Type',
  ),
];
