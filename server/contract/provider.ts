import { z } from 'zod'

/** The identity provider that the user set this connection up for: what is expected, never what was seen. */
export const ProviderChoice = z.enum([
  'okta-own',
  'okta-catalog',
  'entra',
  'entra-agent',
  'onelogin',
  'jumpcloud',
  'pingone',
  'google',
  'cyberark',
  'keycloak',
  'authentik',
  'rippling',
  'other',
])
export type ProviderChoice = z.infer<typeof ProviderChoice>

/** Who called, as headers and traffic told; `unknown` where neither did. */
export const Caller = z.enum(['okta', 'entra', 'authentik', 'cyberark', 'onelogin', 'unknown'])
export type Caller = z.infer<typeof Caller>

/** How a caller is named in a sentence. */
export const callerNames: Readonly<Record<Caller, string>> = {
  okta: 'Okta',
  entra: 'Entra ID',
  authentik: 'authentik',
  cyberark: 'CyberArk',
  onelogin: 'OneLogin',
  unknown: 'A client',
}
