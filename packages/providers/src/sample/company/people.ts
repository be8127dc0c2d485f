/** Someone who works at Larkmoor Instruments. */
export interface Person {
  readonly given: string;
  readonly family: string;
  /** Also the first part of the workstation's name. */
  readonly department: 'FIN' | 'ENG' | 'OPS' | 'SAL' | 'IT';
  /** The account name, without its domain. */
  readonly account: string;
  /** The sign-in name. */
  readonly upn: string;
  readonly sid: string;
  readonly objectId: string;
}

const NAMES = {
  FIN: 'Amara Bello, Tomas Wirth, Noor Haddad, Elin Strand, Gareth Pugh, Mei Takahashi, Petra Lindqvist, Ruben Costa',
  ENG:
    'Ines Moreau, Jonas Falk, Priya Raman, Oskar Nyberg, Leila Farouk, Dmitri Volkov, Sana Qureshi, Bram de Wit, ' +
    'Chiara Greco, Owen Hughes, Yara Nasser, Felix Baum, Hana Sato, Luka Babic',
  OPS:
    'Marta Kowalska, Samuel Adeyemi, Greta Olsen, Ivan Petrov, Nadia Rahman, Paulo Mendes, Sofia Lund, Aiden Burke, ' +
    'Zoe Lambert',
  SAL: 'Diego Ruiz, Freya Hansen, Kwame Mensah, Laura Conti, Rania Aziz, Victor Blom',
  IT: 'Hiro Nakamura, Anna Weiss, Callum Reid',
} as const;

const DOMAIN_SID = 'S-1-5-21-1407731502-2688405931-3270941862';

/** A security identifier of the company's domain, from its relative part. */
export const domainSid = (relative: number): string => `${DOMAIN_SID}-${relative}`;

const objectId = (relative: number): string =>
  `7d3c${relative.toString(16).padStart(4, '0')}-51be-4c0e-9a27-f06b1d${relative.toString(16).padStart(6, '0')}`;

const person = (department: Person['department'], name: string, relative: number): Person => {
  const [given = '', ...rest] = name.split(' ');
  const family = rest.join(' ');
  const account = `${given[0]}.${family.replaceAll(' ', '')}`.toLowerCase();
  const upn = `${account}@larkmoor.example`;
  return { given, family, department, account, upn, sid: domainSid(relative), objectId: objectId(relative) };
};

/** The forty people, by department. */
export const PEOPLE: readonly Person[] = Object.entries(NAMES)
  .flatMap(([department, names]) =>
    names.split(', ').map((name) => [department as Person['department'], name] as const),
  )
  .map(([department, name], index) => person(department, name, 1101 + index));

/** The person of an account name. */
export const personNamed = (account: string): Person => {
  const found = PEOPLE.find((one) => one.account === account);
  if (!found) throw new Error(`unknown person: ${account}`);
  return found;
};
