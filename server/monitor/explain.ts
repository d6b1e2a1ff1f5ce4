import type { Explanation } from '#contract/exchange.ts'
import { catalogue } from './catalogue/catalogue.ts'
import { findPage } from './catalogue/documentation.ts'
import type { ExplanationFacts, Texts, Told } from './catalogue/entry.ts'
import { findPlace } from './catalogue/places.ts'
import { genericEntry } from './catalogue/request.ts'
import type { Observation } from './observation.ts'

/** Names the explanation that fits a failed or odd exchange; null where there is nothing to explain. */
export function findExplanation(observation: Observation): string | null {
  return catalogue.find((entry) => entry.detect(observation))?.id ?? null
}

const byId = new Map(catalogue.map((entry) => [entry.id, entry]))

/** Writes an explanation out, with the labels of the provider that has to be opened. An id that is not known gives the generic one. */
export function toExplanation(id: string, facts: ExplanationFacts): Explanation {
  const entry = byId.get(id) ?? genericEntry
  return { id, ...writeOut(entry, { ...facts, place: findPlace(facts) }) }
}

/** The texts of a cause, filled in. */
export function writeOut<Facts extends Told>(texts: Texts<Facts>, told: Facts): Omit<Explanation, 'id'> {
  return {
    title: texts.title,
    happened: texts.happened(told),
    meaning: texts.meaning(told),
    who: texts.who(told),
    steps: [...texts.steps(told)],
    documentation: findPage(told.place, texts.topic ?? null),
  }
}
