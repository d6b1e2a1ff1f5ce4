import { createServer } from 'node:http'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

/**
 * The floor: a bare node:http server that does one prepared statement a request, and nothing else. What Rollcall adds to it
 * is the price of being Rollcall. Prints its port.
 */
const db = new BetterSqlite3(join(process.argv[2] ?? '', 'floor.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = NORMAL')
db.exec('CREATE TABLE IF NOT EXISTS learner (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, document TEXT NOT NULL) STRICT')
const insert = db.prepare('INSERT INTO learner (name, document) VALUES (?, ?)')
const update = db.prepare('UPDATE learner SET document = ? WHERE id = ?')
const find = db.prepare('SELECT document FROM learner WHERE name = ?').pluck()
const page = db.prepare('SELECT document FROM learner WHERE id > ? ORDER BY id LIMIT 100').pluck()
const read = db.prepare('SELECT document FROM learner WHERE id = ?').pluck()

const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    const body = Buffer.concat(chunks).toString()
    const [, id = ''] = /\/(\d+)$/.exec(req.url ?? '') ?? []
    res.setHeader('Content-Type', 'application/json')
    switch (req.method) {
      case 'POST': {
        const { lastInsertRowid } = insert.run(JSON.parse(body).userName, body)
        return void res.writeHead(201).end(JSON.stringify({ id: Number(lastInsertRowid), ...JSON.parse(body) }))
      }
      case 'PATCH':
        update.run(body, id)
        return void res.end(body)
      default: {
        const { searchParams } = new URL(req.url ?? '', 'http://floor')
        const [name, from] = [searchParams.get('name'), searchParams.get('from')]
        if (from !== null) return void res.end(`[${page.all(Number(from)).join(',')}]`)
        return void res.end(String(name === null ? read.get(id) : find.get(name)))
      }
    }
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
