import { ScimError } from '../../../../server/protocol/scimError.ts'

/** What a client would be told about the failure of `work`; anything but a ScimError is thrown on. */
export function errorOf(work: () => unknown): { status: number; scimType: string | undefined; detail: string } {
  try {
    work()
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    return { status: error.status, scimType: error.scimType, detail: error.detail }
  }
  throw new Error('It was expected to fail, and did not.')
}
