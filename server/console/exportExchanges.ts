import { pipeline } from 'node:stream'
import type { RequestHandler } from 'express'
import { type ExportFormat, ExportQuery } from '#contract/exchangeExport.ts'
import type { Search } from '../search.ts'
import type { Service } from '../service.ts'
import type { Exporter } from '../support/export/exporter.ts'
import { busy } from './failure.ts'
import { getConnection, readParam, readPart } from './routeTable.ts'

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  har: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

interface ExportParts {
  readonly exporter: Exporter
  readonly search: Pick<Search, 'list'>
}

/** Answers with a file of the exchanges that match, as long as the file is taken. */
export function exportExchanges(service: Service, { exporter, search }: ExportParts): RequestHandler {
  return async (req, res) => {
    const connection = getConnection(service, readParam(req, 'connection'))
    const query = readPart(ExportQuery, req.query, 'query')
    // What arrived last becomes findable by its words when somebody asks for them.
    if (query.text !== undefined) await search.list(connection.id, { ...query, limit: 1 })
    const file = exporter.open({
      connection: { id: connection.id, slug: connection.slug },
      query,
      version: service.version,
      origin: service.getPublicUrl() ?? `http://${service.addresses.scim}`,
    })
    if (!file) throw busy('Three files are being written already: wait until one of them is done.')
    res.status(200).set({
      'Content-Type': mediaTypes[query.format],
      'Content-Disposition': `attachment; filename="${toFileName(connection.slug, query.format, service.now())}"`,
    })
    // The taker sees a download begin while persons are still being met.
    res.flushHeaders()
    // A taker who went away is nobody's fault; half a file shows as a download that broke off.
    pipeline(file, res, (error) => {
      if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') service.log(error)
    })
  }
}

/** `rollcall-default-2026-11-24-1019.har`, in UTC. */
function toFileName(slug: string, format: ExportFormat, at: string): string {
  return `rollcall-${slug}-${at.slice(0, 16).replace('T', '-').replace(':', '')}.${format}`
}
