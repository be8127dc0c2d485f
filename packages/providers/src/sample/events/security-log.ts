import { accountText, type Principal } from '../company/principals';
import type { Host } from '../company/hosts';
import type { Moment } from '../moment';
import type { Cells, SampleRow } from '../row';
import { ACTIVITIES } from './activities';

/** Collects rows of SecurityEvent. */
export class SecurityLog {
  readonly rows: SampleRow[] = [];

  /** Adds an event of a machine; `account` is whom the Account column names. */
  add(host: Host, at: Moment, eventId: number, account: Principal, cells: Cells): void {
    const info = ACTIVITIES.get(eventId);
    if (!info) throw new Error(`unknown event id: ${eventId}`);
    this.rows.push({
      at,
      head: {
        Computer: host.fqdn,
        EventRecordId: '',
        SourceComputerId: host.id,
        EventID: eventId,
        Activity: info.activity,
        EventSourceName: info.source,
        Task: info.task,
        Account: accountText(account),
        AccountType: account.type,
      },
      cells,
    });
  }
}

/** The Subject columns: who did it, in which logon session. */
export const subject = (who: Principal, logonId: string): Cells => ({
  SubjectUserSid: who.sid,
  SubjectUserName: who.name,
  SubjectDomainName: who.domain,
  SubjectLogonId: logonId,
  SubjectAccount: accountText(who),
});

/** The Target columns of an account that something happened to. */
export const target = (who: Principal): Cells => ({
  TargetUserName: who.name,
  TargetDomainName: who.domain,
  TargetAccount: accountText(who),
});
