/** Entries of the error catalogue that no request to us can show, each with the reason. */
export const notSeen: Readonly<Record<string, string>> = {
  'CONN-20': 'Keycloak is the server there: its clients get the 404 or 401, and nothing is sent to us.',
  'CRE-09': 'Entra ID finds two sources for one person before it sends anything.',
  'CRE-10': 'Rollcall has no limit of seats, no rule about domains and no status 422.',
  'CRE-13': 'The tunnel answers 502 while Rollcall does not run; nobody is there to see it.',
  'UPD-06': 'Entra ID refuses the value by its own mapping, and sends nothing.',
  'UPD-12': 'Rollcall does not slow anybody down: a 429 is made only on purpose.',
  'DEA-05': 'A DELETE that does not come looks like a person who is still there.',
  'GRP-06': 'Entra ID does not follow groups inside groups; the members it sends are all that can be seen.',
  'IMP-03': 'Okta compares an import with its own people, and stops by itself.',
  'IMP-04': 'Okta leaves inactive users out after it has read them.',
}
