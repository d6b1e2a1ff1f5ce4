import type { Schema } from '#contract/scim/schema.ts'
import { defineAttribute } from './defineAttribute.ts'

/**
 * A custom extension as an example: what Security Journey knows of a learner beside the attributes of RFC 7643. It publishes no URN
 * for them; this one has the form that Entra ID asks of a custom attribute.
 */
export const securityJourneySchema: Schema = {
  id: 'urn:ietf:params:scim:schemas:extension:securityjourney:2.0:User',
  name: 'SecurityJourneyUser',
  description: 'What Security Journey groups learners by.',
  attributes: [
    defineAttribute('business_unit', 'The business unit that the learner belongs to.'),
    defineAttribute('job_role', 'The role that the training is chosen for.'),
    defineAttribute('security_champion', 'Whether the learner is a security champion.', { type: 'boolean' }),
  ],
}
