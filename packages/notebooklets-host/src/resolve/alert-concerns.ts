import { alertEntities, displayName, type Entity } from '@casebook/entities';
import { meansHost, mentionsHost, shortName, type HostNames } from './host-names';
import { textsOf } from './texts-of';

/** What of an alert tells which host it is about. */
export interface AlertTexts {
  readonly Entities: string;
  readonly CompromisedEntity: string;
  readonly ExtendedProperties: string;
}

/**
 * Whether an alert concerns a host: one of its host entities is the host, or a text of the alert mentions the host as a whole
 * name. Where its entities name another host that is called the same in another domain, mentions count for nothing.
 */
export const alertConcerns = (alert: AlertTexts, names: HostNames): boolean => {
  const hosts = hostNamesIn(entitiesOf(alert.Entities));
  if (hosts.some((host) => meansHost(host, names))) return true;
  const bare = shortName(names.asked).toLowerCase();
  if (hosts.some((host) => shortName(host).toLowerCase() === bare)) return meansFully(alert, names);
  return [alert.CompromisedEntity, alert.Entities, alert.ExtendedProperties]
    .flatMap(textsOf)
    .some((text) => mentionsHost(text, names));
};

const meansFully = ({ CompromisedEntity }: AlertTexts, { all }: HostNames): boolean =>
  all.some((name) => name.includes('.') && name.toLowerCase() === CompromisedEntity.trim().toLowerCase());

const entitiesOf = (cell: string): readonly Entity[] => {
  try {
    return alertEntities(cell);
  } catch {
    return [];
  }
};

const hostNamesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Type' in value && value.Type === 'host' ? [displayName(value as Entity)] : [];
  return [...own, ...Object.values(value).flatMap(hostNamesIn)];
};
