import { Fragment } from 'react'

interface WordsProps {
  /** Text in which `*label*` marks a label of someone else's screen. */
  readonly children: string
}

/** Running text with the labels of another product in italics: `Press *Save*.` */
export function Words({ children }: WordsProps) {
  return children.split(/\*([^*\n]+)\*/).map((part, index) => {
    const key = `${index}${part}`
    return index % 2 === 1 ? <em key={key}>{part}</em> : <Fragment key={key}>{part}</Fragment>
  })
}
