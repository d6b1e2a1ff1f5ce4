import type { Diagnosis } from '#contract/setup.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import type { Evidence, SetupOptions } from './evidence.ts'
import { answerLogs, listOpenCauses } from './questions/logs.ts'
import { answerMappings } from './questions/mappings.ts'
import { answerScimEnabled } from './questions/scimEnabled.ts'
import { answerToken } from './questions/token.ts'
import { answerUrl } from './questions/url.ts'
import { toSupportText } from './supportText.ts'

/** As many causes of failures go to support. */
const maxCauses = 10

/** Answers the five questions of troubleshooting from what is stored, and writes the same down for support. */
export function diagnose(service: Service, connection: StoredConnection, options: SetupOptions): Diagnosis {
  const evidence: Evidence = { service, connection, ...options }
  const causes = listOpenCauses(evidence, maxCauses)
  const answers = [
    answerUrl(evidence),
    answerToken(evidence),
    answerScimEnabled(evidence),
    answerLogs(evidence, causes),
    answerMappings(evidence),
  ]
  return { answers, text: toSupportText(evidence, answers, causes) }
}
