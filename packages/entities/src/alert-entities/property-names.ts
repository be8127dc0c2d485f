const SPELLINGS: ReadonlyMap<string, string> = new Map(
  [
    'HostName DnsDomain NTDomain NetBiosName AzureID OSFamily OSName OSVersion IsDomainJoined',
    'Name UPNSuffix Sid AadTenantId AadUserId DisplayName PUID ObjectGuid LogonId Host',
    'Address Location CountryCode CountryName State City Longitude Latitude',
    'ProcessId CommandLine ElevationToken CreationTimeUtc ImageFile ParentProcess Account LogonSession',
    'Directory FileHashes Url SystemAlertId Type',
  ]
    .join(' ')
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['account accountname', 'Name'],
  ['host omsagentid', 'AgentId'],
  ['host agentid', 'AgentId'],
]);

/** A property's name as alerts spell it: `hostName` is `HostName`, `upnSuffix` is `UPNSuffix`, `$id` stays. */
export const canonicalName = (type: string, name: string): string => {
  if (name.startsWith('$')) return name;
  const lower = name.toLowerCase();
  return (
    OTHER_NAMES.get(`${type} ${lower}`) ??
    SPELLINGS.get(lower) ??
    name.charAt(0).toUpperCase() + name.slice(1)
  );
};

/** A type's name as alerts write it: lower case; `ipaddress` is `ip`, `SecurityAlert` and `alert` are `securityalert`. */
export const canonicalType = (type: string): string => {
  const lower = type.trim().toLowerCase();
  if (lower === 'ipaddress') return 'ip';
  return lower === 'alert' || lower === 'security-alert' ? 'securityalert' : lower;
};
