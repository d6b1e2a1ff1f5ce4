import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler, type Router } from 'express'

const notBuilt =
  'The screens have not been built yet. Stop Rollcall and start it by "npm start" or "npm run serve", which build them.\n'

/**
 * Serves the built renderer. What lies in `assets` carries a hash of its content in its name and is kept by the browser for good;
 * everything else is asked for again. The renderer reads the path, so any page's path gives the same page.
 */
export function createRendererFiles(rendererDir: string): Router {
  const router = express.Router()
  // A missing asset is 404: the page in its place would be a script that does not parse.
  router.use(
    '/assets',
    express.static(join(rendererDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  )
  router.use(
    express.static(rendererDir, {
      cacheControl: false,
      index: false,
      setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache'),
    }),
  )
  router.get('/{*page}', sendPage(rendererDir))
  return router
}

function sendPage(rendererDir: string): RequestHandler {
  return (_req, res) => {
    if (!existsSync(join(rendererDir, 'index.html'))) return void res.status(503).type('text/plain').send(notBuilt)
    res.sendFile('index.html', { root: rendererDir, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } })
  }
}
