import type { Database } from 'better-sqlite3'
import { ExchangeFilter } from '#contract/exchange.ts'
import type { SavedView } from '#contract/savedView.ts'
import { foldText } from '../protocol/foldText.ts'

/** The views of the activity list that were kept, by connection. */
export interface SavedViewStore {
  /** By name. */
  readonly list: (connectionId: number) => SavedView[]
  /** @returns undefined where the name is taken, whatever its case */
  readonly insert: (connectionId: number, view: Omit<SavedView, 'id'>) => SavedView | undefined
  /** @returns undefined where the name is taken, whatever its case */
  readonly update: (connectionId: number, view: SavedView) => SavedView | undefined
  readonly remove: (connectionId: number, id: number) => void
}

interface ViewRow {
  readonly id: number
  readonly name: string
  readonly filter: string
}

/** The views over a database. */
export function createSavedViewStore(db: Database): SavedViewStore {
  const select = db.prepare<[number], ViewRow>(`
    SELECT id, name, filter
      FROM saved_view
     WHERE connection_id = ?
     ORDER BY folded_name`)
  const insert = db.prepare<{ connection_id: number; name: string; folded_name: string; filter: string }>(`
    INSERT INTO saved_view (connection_id, name, folded_name, filter)
    VALUES (@connection_id, @name, @folded_name, @filter)
        ON CONFLICT (connection_id, folded_name) DO NOTHING`)
  const update = db.prepare<{ connection_id: number; id: number; name: string; folded_name: string; filter: string }>(`
    UPDATE OR IGNORE saved_view
       SET name = @name, folded_name = @folded_name, filter = @filter
     WHERE connection_id = @connection_id
       AND id = @id`)
  const remove = db.prepare<[number, number]>(`
    DELETE FROM saved_view
     WHERE connection_id = ?
       AND id = ?`)
  const toColumns = ({ name, filter }: Omit<SavedView, 'id'>) => ({
    name,
    folded_name: foldText(name),
    filter: JSON.stringify(filter),
  })

  return {
    list: (connectionId) => select.all(connectionId).map(toView),
    insert: (connectionId, view) => {
      const { changes, lastInsertRowid } = insert.run({ connection_id: connectionId, ...toColumns(view) })
      return changes === 0 ? undefined : { ...view, id: Number(lastInsertRowid) }
    },
    update: (connectionId, view) => {
      const { changes } = update.run({ connection_id: connectionId, id: view.id, ...toColumns(view) })
      return changes === 0 ? undefined : view
    },
    remove: (connectionId, id) => void remove.run(connectionId, id),
  }
}

function toView({ filter, ...row }: ViewRow): SavedView {
  // What a later version kept, and this one does not know, narrows nothing here.
  const read = ExchangeFilter.safeParse(JSON.parse(filter))
  return { ...row, filter: read.success ? read.data : ExchangeFilter.parse({}) }
}
