import type { Diagnosis } from '#contract/setup.ts'
import type { ReachFacts } from '../reach/readReach.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import type { FailureRow } from '../storage/storedExchange.ts'
import type { ReachEvidence, SetupOptions } from './evidence.ts'
import { answerListening } from './questions/listening.ts'
import { answerLogs, listOpenCauses } from './questions/logs.ts'
import { answerMappings } from './questions/mappings.ts'
import { answerCertificate, answerOutside } from './questions/outside.ts'
import { answerPublicUrl } from './questions/publicUrl.ts'
import { answerScimEnabled } from './questions/scimEnabled.ts'
import { answerToken } from './questions/token.ts'
import { answerTunnel } from './questions/tunnel.ts'
import { answerUrl } from './questions/url.ts'
import { toSupportText } from './supportText.ts'

/** As many causes of failures go to support. */
const maxCauses = 10

/** With what this machine knows of the way from outside, and what failed, which another thread counts where it can. */
export interface DiagnosisOptions extends SetupOptions {
  readonly reach: ReachFacts
  /** The newest first. */
  readonly failures: readonly FailureRow[]
}

/** Answers the questions of troubleshooting from what is stored and found, and writes the same down for support. */
export function diagnose(service: Service, connection: StoredConnection, { failures, ...options }: DiagnosisOptions): Diagnosis {
  const evidence: ReachEvidence = { service, connection, ...options }
  const causes = listOpenCauses(evidence, failures, maxCauses)
  const answers = [
    answerListening(evidence),
    answerPublicUrl(evidence),
    answerTunnel(evidence),
    answerOutside(evidence),
    answerCertificate(evidence),
    answerUrl(evidence),
    answerToken(evidence),
    answerScimEnabled(evidence),
    answerLogs(evidence, causes),
    answerMappings(evidence),
  ]
  return { answers, text: toSupportText(evidence, answers, causes) }
}
