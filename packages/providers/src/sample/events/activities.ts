const SECURITY = 'Microsoft-Windows-Security-Auditing';

/** How Windows describes an event: its Activity text, Task number and source. */
export interface ActivityInfo {
  readonly activity: string;
  readonly task: number;
  readonly source: string;
}

const info = (id: number, text: string, task: number, source = SECURITY): readonly [number, ActivityInfo] => [
  id,
  { activity: `${id} - ${text}`, task, source },
];

/** The Windows Security events of the sample, by id. */
export const ACTIVITIES: ReadonlyMap<number, ActivityInfo> = new Map([
  info(1102, 'The audit log was cleared.', 104, 'Microsoft-Windows-Eventlog'),
  info(4624, 'An account was successfully logged on.', 12544),
  info(4625, 'An account failed to log on.', 12544),
  info(4634, 'An account was logged off.', 12545),
  info(4648, 'A logon was attempted using explicit credentials.', 12544),
  info(4672, 'Special privileges assigned to new logon.', 12548),
  info(4688, 'A new process has been created.', 13312),
  info(4689, 'A process has exited.', 13313),
  info(4697, 'A service was installed in the system.', 12289),
  info(4698, 'A scheduled task was created.', 12804),
  info(4700, 'A scheduled task was enabled.', 12804),
  info(4702, 'A scheduled task was updated.', 12804),
  info(4720, 'A user account was created.', 13824),
  info(4722, 'A user account was enabled.', 13824),
  info(4724, "An attempt was made to reset an account's password.", 13824),
  info(4725, 'A user account was disabled.', 13824),
  info(4728, 'A member was added to a security-enabled global group.', 13826),
  info(4732, 'A member was added to a security-enabled local group.', 13826),
  info(4733, 'A member was removed from a security-enabled local group.', 13826),
  info(4726, 'A user account was deleted.', 13824),
  info(4738, 'A user account was changed.', 13824),
  info(4740, 'A user account was locked out.', 13824),
  info(4767, 'A user account was unlocked.', 13824),
  info(4768, 'A Kerberos authentication ticket (TGT) was requested.', 14339),
  info(4769, 'A Kerberos service ticket was requested.', 14337),
  info(4776, 'The domain controller attempted to validate the credentials for an account.', 14336),
  info(5140, 'A network share object was accessed.', 12808),
]);
