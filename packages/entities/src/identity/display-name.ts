import type { Account } from '../account/account';
import type { Entity } from '../entity';
import type { File } from '../file/file';
import { filePath } from '../file/file-from-path';
import type { Host } from '../host/host';
import type { Process } from '../process/process';
import type { SecurityAlert } from '../security-alert/security-alert';

/** What a reader would call the entity: `ws-07.contoso.local`, `CONTOSO\ann`, `C:\a.exe [0x1580]`; its type where nothing names it. */
export const displayName = (entity: Entity): string => nameOf(entity) || entity.Type;

const nameOf = (entity: Entity): string => {
  switch (entity.Type) {
    case 'host':
      return hostName(entity as Host);
    case 'account':
      return accountName(entity as Account);
    case 'process':
      return processName(entity as Process);
    case 'file':
      return filePath(entity as File);
    case 'securityalert':
      return alertName(entity as SecurityAlert);
    default:
      return firstText(entity, [
        'Address',
        'Url',
        'DomainName',
        'FriendlyName',
        'DisplayName',
        'Name',
        'Value',
        'SessionId',
      ]);
  }
};

const hostName = ({ HostName, DnsDomain, NetBiosName, AzureID }: Host): string =>
  HostName ? (DnsDomain ? `${HostName}.${DnsDomain}` : HostName) : (NetBiosName ?? AzureID ?? '');

const accountName = ({ Name, NTDomain, UPNSuffix, DisplayName, Sid, AadUserId }: Account): string => {
  if (!Name) return DisplayName ?? Sid ?? AadUserId ?? '';
  if (NTDomain) return `${NTDomain}\\${Name}`;
  return UPNSuffix ? `${Name}@${UPNSuffix}` : Name;
};

const processName = ({ ImageFile, CommandLine, ProcessId }: Process): string => {
  const image = (ImageFile ? filePath(ImageFile) : '') || (CommandLine ?? '');
  return ProcessId ? `${image || 'process'} [${ProcessId}]` : image;
};

const alertName = ({ AlertDisplayName, AlertName, SystemAlertId }: SecurityAlert): string =>
  AlertDisplayName ?? AlertName ?? SystemAlertId ?? '';

const firstText = (entity: Entity, names: readonly string[]): string => {
  const values = entity as Readonly<Record<string, unknown>>;
  const found = names.find((name) => typeof values[name] === 'string' && values[name] !== '');
  return found === undefined ? '' : String(values[found]);
};
