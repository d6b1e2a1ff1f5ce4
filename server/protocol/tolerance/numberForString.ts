import type { Tolerance } from './tolerance.ts'

/** `"employeeNumber": 701984`. */
export const numberForString: Tolerance = {
  name: 'number-for-string',
  reason: 'A number stands where a text is due (RFC 7643 §2.3.1); it is taken as its digits.',
  source: 'HR systems, for employeeNumber.',
}
