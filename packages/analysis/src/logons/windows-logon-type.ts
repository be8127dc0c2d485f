/** Names of Windows logon types by number, as Microsoft's page on event 4624 lists them. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0, 'System'],
  [2, 'Interactive'],
  [3, 'Network'],
  [4, 'Batch'],
  [5, 'Service'],
  [7, 'Unlock'],
  [8, 'NetworkCleartext'],
  [9, 'NewCredentials'],
  [10, 'RemoteInteractive'],
  [11, 'CachedInteractive'],
  [12, 'CachedRemoteInteractive'],
  [13, 'CachedUnlock'],
]);

/**
 * The name of a Windows logon type in the form of `SecurityEvent.LogonTypeName`: `3 - Network` of `3` or `'3'`; the text
 * itself where it is no known number, so that there are no errors. O(1). Source: Microsoft, "4624(S): An account was successfully logged on".
 */
export function windowsLogonType(type: number | string): string {
  const text = String(type).trim();
  const name = /^\d{1,2}$/.test(text) ? NAMES.get(Number(text)) : undefined;
  return name === undefined ? text : `${Number(text)} - ${name}`;
}
