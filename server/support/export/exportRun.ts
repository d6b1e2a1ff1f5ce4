import type { ExportQuery } from '#contract/exchangeExport.ts'
import type { ExchangeFiles } from '../../storage/exchangeExport.ts'

/** All that the worker needs to know of an export. */
export interface ExportRun {
  readonly files: ExchangeFiles
  readonly connection: { readonly id: number; readonly slug: string }
  readonly query: ExportQuery
  readonly version: string
  /** Scheme and host of the SCIM listener, as it is reached: `http://127.0.0.1:4747`. */
  readonly origin: string
}
