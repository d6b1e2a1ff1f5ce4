import type { Tolerance } from './tolerance.ts'

/** `emails[type eq "work"].value` where there is no work e-mail address yet. */
export const createSelectedValue: Tolerance = {
  name: 'create-selected-value',
  reason:
    'A PATCH adds to or replaces a value that its path selects and that does not exist; RFC 7644 §3.5.2.3 wants noTarget. The value is created.',
  source: 'Entra ID.',
}
