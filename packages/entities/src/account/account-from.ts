import { compact } from '../compact';
import type { Account } from './account';

/**
 * The account that a text names: `DOMAIN\user`, `user@suffix`, a security identifier, or a bare name.
 * Text that names none, such as an empty one, `-` or `-\-`, is null.
 */
export const accountFrom = (text: string): Account | null => {
  const name = text.trim();
  if (/^[-\\\s]*$/.test(name)) return null;
  if (/^S-1(-\d+)+$/i.test(name)) return Object.freeze({ Type: 'account', Sid: name.toUpperCase() });
  const slash = name.indexOf('\\');
  if (slash >= 0) return build(name.slice(slash + 1), { NTDomain: name.slice(0, slash) });
  const at = name.lastIndexOf('@');
  return at > 0 ? build(name.slice(0, at), { UPNSuffix: name.slice(at + 1) }) : build(name, {});
};

const build = (Name: string, domain: { NTDomain?: string; UPNSuffix?: string }): Account | null =>
  Name === '' || Name === '-'
    ? null
    : (compact({
        Type: 'account',
        Name,
        ...domain,
        ...(domain.NTDomain === '-' ? { NTDomain: '' } : {}),
      }) as Account);
