import type { ViewReply } from '#contract/savedView.ts'
import type { Service } from '../../service.ts'
import { notFound } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** Views of the activity list that were kept under a name. */
export function viewHandlers({
  stores: { views },
  events,
}: Service): Pick<ConsoleHandlers, 'listViews' | 'addView' | 'changeView' | 'removeView'> {
  const tell = (connection: string) => events.publish({ type: 'viewsChanged', connection })
  return {
    listViews: ({ connection }) => views.list(connection.id),
    addView: ({ connection, body }): ViewReply => {
      const view = views.insert(connection.id, body)
      if (!view) return { result: 'taken' }
      tell(connection.slug)
      return { result: 'saved', view }
    },
    changeView: ({ connection, param, body }): ViewReply => {
      const known = views.list(connection.id).find(({ id }) => id === Number(param('view')))
      if (!known) throw notFound(`The view ${param('view')} is not there any more.`)
      const view = views.update(connection.id, {
        id: known.id,
        name: body.name ?? known.name,
        filter: body.filter ?? known.filter,
      })
      if (!view) return { result: 'taken' }
      tell(connection.slug)
      return { result: 'saved', view }
    },
    removeView: ({ connection, param }) => {
      views.remove(connection.id, Number(param('view')))
      tell(connection.slug)
      return views.list(connection.id)
    },
  }
}
