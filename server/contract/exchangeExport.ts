import { z } from 'zod'
import { ExchangeFilter } from './exchange.ts'

/** The forms in which exchanges leave: HAR 1.2, JSON lines with OpenTelemetry's names, and a table. */
export const ExportFormat = z.enum(['har', 'ndjson', 'csv'])
export type ExportFormat = z.infer<typeof ExportFormat>

/** Which exchanges, and how. */
export const ExportQuery = ExchangeFilter.extend({
  format: ExportFormat,
  /** Whether persons' data leave as they are, or each person under an alias. */
  persons: z.enum(['aliases', 'asTheyAre']).default('aliases'),
})
export type ExportQuery = z.infer<typeof ExportQuery>

/** Under `/api`; answers GET with `ExportQuery` with a file, which a page of ours takes as a download. */
export const exportPath = '/connections/:connection/exchanges.file'
