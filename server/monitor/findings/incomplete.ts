import { findMember, findText } from '../jsonObject.ts'
import type { Detector, Found, Scene } from './scene.ts'

/** How far back is looked. */
const writeCount = 50

/** CRE-06: learners arrived without what the platform needs, and still lack it. What the simulator sent is told apart. */
export const findIncomplete: Detector = (scene) =>
  [false, true].flatMap((simulated) => {
    const writes = scene.service.stores.exchanges.newestWrites(scene.connection.id, { simulated, limit: writeCount })
    return lacks.flatMap(({ id: lack, isLacking }): Found[] => {
      const exchanges = writes.filter(
        ({ id, explanationId, resourceId }) =>
          explanationId === lack && resourceId !== null && scene.isShown({ id }) && isLacking(scene, resourceId),
      )
      return exchanges.length === 0 ? [] : [{ id: lack, exchanges, subject: '' }]
    })
  })

type Attributes = NonNullable<ReturnType<Scene['service']['stores']['resources']['find']>>['attributes']

const toCheck = (lacksIt: (attributes: Attributes) => boolean) => (scene: Scene, resourceId: string) => {
  const learner = scene.service.stores.resources.find(scene.connection.id, 'User', resourceId)
  return learner !== undefined && lacksIt(learner.attributes)
}

const lacks = [
  {
    id: 'surnameMissing' as const,
    isLacking: toCheck((attributes) => findText(findMember(attributes, 'name'), 'familyName') === undefined),
  },
  {
    id: 'emailEmpty' as const,
    isLacking: toCheck((attributes) => {
      const emails = findMember(attributes, 'emails')
      return !Array.isArray(emails) || emails.every((one) => findText(one, 'value') === undefined)
    }),
  },
]
