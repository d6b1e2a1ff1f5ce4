import type { Tolerance } from './tolerance.ts'

/** `userName eq "EXAMPLE\maya"`, where JSON wants two backslashes. */
export const loneBackslash: Tolerance = {
  name: 'lone-backslash',
  reason: 'A string in a filter holds a backslash that is no JSON escape; it is taken as it stands.',
  source: 'Directories whose account names look like DOMAIN\\user.',
}
