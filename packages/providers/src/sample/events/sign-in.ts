import { Random } from '../random';
import { COMPANY } from '../company/hosts';
import type { Person } from '../company/people';
import { dateTime, ticksCell, type Moment } from '../moment';
import { together, type Cells, type SampleRow } from '../row';

/** A place that people sign in from. */
export interface Place {
  readonly ip: string;
  readonly country: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly network: string;
}

/** How a sign-in ended; the code is Entra ID's. */
export const OUTCOMES = {
  success: { code: '0', text: '' },
  wrongPassword: { code: '50126', text: 'Error validating credentials due to invalid username or password.' },
  mfaDenied: { code: '500121', text: 'Authentication failed during strong authentication request.' },
  mfaNeeded: {
    code: '50074',
    text: 'Strong Authentication is required.',
  },
  expired: { code: '50173', text: 'The provided grant has expired due to it being revoked.' },
} as const;

/** The applications that people sign in to. */
export const APPS = {
  mail: { name: 'Office 365 Exchange Online', id: '00000002-0000-0ff1-ce00-000000000000' },
  files: { name: 'Office 365 SharePoint Online', id: '00000003-0000-0ff1-ce00-000000000000' },
  chat: { name: 'Microsoft Teams', id: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' },
  portal: { name: 'Azure Portal', id: 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c' },
} as const;

/** A sign-in to write. */
export interface SignIn {
  readonly person: Person;
  readonly place: Place;
  readonly outcome: keyof typeof OUTCOMES;
  readonly app: keyof typeof APPS;
  readonly at: Moment;
  readonly mfa?: boolean;
  readonly risk?: 'none' | 'low' | 'medium' | 'high';
  readonly browser?: string;
  readonly system?: string;
  readonly agent?: string;
  /** What its identifiers are drawn from. */
  readonly random: Random;
}

const location = ({ country, city, latitude, longitude }: Place): string =>
  JSON.stringify({ city, state: '', countryOrRegion: country, geoCoordinates: { latitude, longitude } });

const steps = (signIn: SignIn): string => {
  const time = dateTime(signIn.at).toJSON();
  const password = {
    authenticationStepDateTime: time,
    authenticationMethod: 'Password',
    succeeded: signIn.outcome !== 'wrongPassword',
  };
  const push = {
    authenticationStepDateTime: time,
    authenticationMethod: 'Mobile app notification',
    succeeded: signIn.outcome === 'success',
    authenticationStepResultDetail:
      signIn.outcome === 'success'
        ? 'MFA completed in Azure AD'
        : 'MFA denied; user declined the authentication',
  };
  return JSON.stringify(signIn.mfa ? [password, push] : [password]);
};

const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0';

const device = ({ system, browser = 'Edge 140.0.0', agent = EDGE, random }: SignIn): Cells => ({
  DeviceDetail: JSON.stringify({
    deviceId: system ? '' : random.guid(),
    operatingSystem: system ?? 'Windows 11',
    browser,
  }),
  UserAgent: agent,
});

const risks = ({ risk = 'none' }: SignIn): Cells => ({
  IsRisky: risk !== 'none',
  RiskLevelDuringSignIn: risk,
  RiskLevelAggregated: risk,
  RiskState: risk === 'none' ? 'none' : 'atRisk',
  RiskDetail: 'none',
  RiskEventTypes_V2: risk === 'none' ? '[]' : '["unfamiliarFeatures"]',
});

const outcome = (signIn: SignIn): Cells => {
  const { code, text } = OUTCOMES[signIn.outcome];
  const failed = code !== '0';
  return {
    ResultType: code,
    ResultDescription: text,
    ConditionalAccessStatus: failed ? 'failure' : 'success',
    Status: JSON.stringify(failed ? { errorCode: Number(code), failureReason: text } : { errorCode: 0 }),
    AuthenticationDetails: steps(signIn),
    AuthenticationRequirement: signIn.mfa ? 'multiFactorAuthentication' : 'singleFactorAuthentication',
    MfaDetail: signIn.mfa ? JSON.stringify({ authMethod: 'Mobile app notification', authDetail: '' }) : '{}',
  };
};

/** Writes a row of SigninLogs. */
export function signInRow(signIn: SignIn): SampleRow {
  const { person, place, at, random } = signIn;
  const app = APPS[signIn.app];
  const name = `${person.given} ${person.family}`;
  return {
    at,
    cells: together(
      {
        OperationName: 'Sign-in activity',
        Category: 'SignInLogs',
        CorrelationId: random.guid(),
        Id: random.guid(),
        Identity: name,
        UserDisplayName: name,
        UserId: person.objectId,
        UserPrincipalName: person.upn,
        AppDisplayName: app.name,
        AppId: app.id,
        ResourceDisplayName: app.name,
        ClientAppUsed: 'Browser',
        IsInteractive: true,
        CreatedDateTime: ticksCell(at),
        IPAddress: place.ip,
        Location: place.country,
        LocationDetails: location(place),
        AutonomousSystemNumber: place.network,
      },
      outcome(signIn),
      device(signIn),
      risks(signIn),
    ),
  };
}

/** Constant columns of SigninLogs. */
export const SIGN_IN_CONSTANTS: Readonly<Record<string, string>> = {
  SourceSystem: 'Azure AD',
  ResourceId: `/tenants/${COMPANY.tenantId}/providers/Microsoft.aadiam`,
  AADTenantId: COMPANY.tenantId,
  HomeTenantId: COMPANY.tenantId,
  ResourceTenantId: COMPANY.tenantId,
  OperationVersion: '1.0',
  Level: '4',
  Resource: 'Microsoft.aadiam',
  ResourceGroup: 'Microsoft.aadiam',
  UserType: 'Member',
  TokenIssuerType: 'AzureAD',
  CrossTenantAccessType: 'none',
  ResultSignature: 'None',
};
