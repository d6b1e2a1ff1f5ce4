import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { isList, isObject } from '../json.ts'

/** `bulkId:qwerty` as a whole text, as a part of a path, or in the quotation marks of a filter (RFC 7644 §3.7.2). */
const reference = /^bulkId:(.+)$|(?<=[/"])bulkId:([^/"?]+)(?=$|[/"?])/gs

/** The bulkIds that the texts of a value refer to, each once. */
export function listReferences(value: Json): string[] {
  const found = new Set<string>()
  mapTexts(value, (text) => {
    for (const [, whole, part = ''] of text.matchAll(reference)) found.add(whole ?? part)
    return text
  })
  return [...found]
}

/** The value with the id in the place of each reference; references without an id stay. */
export function resolveReferences(value: Json, ids: ReadonlyMap<string, string>): Json {
  return mapTexts(value, (text) => resolveText(text, ids))
}

/** The same for one text, such as the path of an operation. */
export function resolveText(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replaceAll(reference, (found: string, whole: string | undefined, part: string) => ids.get(whole ?? part) ?? found)
}

function mapTexts(value: Json, toText: (text: string) => string): Json {
  if (typeof value === 'string') return value.includes('bulkId:') ? toText(value) : value
  if (isList(value)) return value.map((one) => mapTexts(one, toText))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, toText)]))
}

/** The data of a resource in two parts: what can be stored now, and what refers to a resource that is not there yet. */
export interface SplitData {
  readonly now: JsonObject
  /** Empty where there is none. */
  readonly later: JsonObject
}

/** Splits by attribute, by value of a multi-valued one, and by attribute of an extension. */
export function splitReferences(data: JsonObject, isMissing: (bulkId: string) => boolean): SplitData {
  const now: [string, Json][] = []
  const later: [string, Json][] = []
  const refers = (value: Json) => listReferences(value).some(isMissing)
  for (const [name, value] of Object.entries(data)) {
    if (!refers(value)) {
      now.push([name, value])
    } else if (isList(value)) {
      now.push([name, value.filter((one) => !refers(one))])
      later.push([name, value.filter(refers)])
    } else if (isObject(value) && /^urn:/i.test(name)) {
      const extension = splitReferences(value, isMissing)
      now.push([name, extension.now])
      later.push([name, extension.later])
    } else {
      later.push([name, value])
    }
  }
  return { now: Object.fromEntries(now), later: Object.fromEntries(later) }
}
