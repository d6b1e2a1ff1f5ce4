/** Nothing to prepare but the case. */
const isAscii = /^[\0-\x7f]*$/
/** The forms of letters that East Asian screens set in one or two columns. */
const widthForms = /[\uff00-\uffef\u3000]+/g

/**
 * What a text is compared by where case does not count: letters of one width, in lower case, accents composed with their letters. That is
 * how the case-mapped user names of PRECIS are compared, which RFC 7644 §5 asks for (RFC 7613 §3.2): the same name typed on two systems is one.
 */
export function foldText(text: string): string {
  if (isAscii.test(text)) return text.toLowerCase()
  return text
    .replace(widthForms, (forms) => forms.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFC')
}
