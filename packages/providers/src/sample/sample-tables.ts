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
    'bool: IsIncident',
    'datetime: StartTime EndTime ProcessingEndTime',
    'string: RemediationSteps ExtendedProperties Entities WorkspaceSubscriptionId WorkspaceResourceGroup',
    'string: ProductName ProductComponentName AlertLink Status CompromisedEntity Tactics Techniques',
    'string: SubTechniques Type',
  ),
  table(
    'SecurityIncident',
    'datetime: TimeGenerated',
    'string: TenantId SourceSystem IncidentName',
    'int: IncidentNumber',
    'string: Title Description Severity Status Classification ClassificationComment ClassificationReason',
    'dynamic: Owner',
    'string: ProviderName ProviderIncidentId',
    'datetime: FirstActivityTime LastActivityTime FirstModifiedTime LastModifiedTime CreatedTime ClosedTime',
    'dynamic: RelatedAnalyticRuleIds AlertIds BookmarkIds Comments Labels AdditionalData Tasks',
    'string: IncidentUrl ModifiedBy Type',
  ),
  table(
    'HuntingBookmark',
    'datetime: TimeGenerated',
    'string: TenantId SourceSystem BookmarkId BookmarkName BookmarkType CreatedBy UpdatedBy',
    'datetime: CreatedTime LastUpdatedTime EventTime QueryStartTime QueryEndTime',
    'string: Notes QueryText QueryResultRow Entities Tags',
    'bool: SoftDeleted',
    'string: Type',
  ),
  table(
    'Syslog',
    'datetime: TimeGenerated',
    'string: TenantId SourceSystem Computer',
    'datetime: EventTime',
    'string: Facility HostName SeverityLevel SyslogMessage',
    'int: ProcessID',
    'string: HostIP ProcessName CollectorHostName Type',
  ),
  table(
    'SigninLogs',
    'datetime: TimeGenerated',
    'string: TenantId SourceSystem ResourceId OperationName OperationVersion Category ResultType ResultSignature',
    'string: ResultDescription CorrelationId Resource ResourceGroup Identity Level Location AppDisplayName AppId',
    'string: AuthenticationDetails AuthenticationRequirement ClientAppUsed ConditionalAccessStatus',
    'datetime: CreatedDateTime',
    'dynamic: DeviceDetail',
    'bool: IsInteractive IsRisky',
    'string: Id IPAddress AutonomousSystemNumber',
    'dynamic: LocationDetails MfaDetail',
    'string: ResourceDisplayName RiskLevelDuringSignIn RiskLevelAggregated RiskState RiskDetail RiskEventTypes_V2',
    'dynamic: Status',
    'string: UserAgent UserDisplayName UserId UserPrincipalName AADTenantId HomeTenantId ResourceTenantId UserType',
    'string: TokenIssuerType CrossTenantAccessType Type',
  ),
  table(
    'AzureNetworkAnalytics_CL',
    'datetime: TimeGenerated',
    'string: TenantId SourceSystem SubType_s FASchemaVersion_s ResourceType Name_s VirtualMachine_s',
    'string: PrivateIPAddresses_s PublicIPAddresses_s MACAddress_s Subscription_s',
    'datetime: FlowIntervalStartTime_t FlowIntervalEndTime_t FlowStartTime_t FlowEndTime_t',
    'string: FlowType_s VM_s VMIP_s NIC_s PublicIPs_s SrcIP_s DestIP_s',
    'real: DestPort_d',
    'string: L4Protocol_s L7Protocol_s FlowDirection_s FlowStatus_s',
    'real: AllowedInFlows_d AllowedOutFlows_d DeniedInFlows_d DeniedOutFlows_d FlowCount_d',
    'real: InboundPackets_d OutboundPackets_d InboundBytes_d OutboundBytes_d',
    'string: AzureRegion_s Country_s Region_s Type',
  ),
];
