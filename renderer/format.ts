const numbers = new Intl.NumberFormat('en-GB')

/** `1,204`. */
export function formatNumber(value: number): string {
  return numbers.format(value)
}

/** `1 learner`, `3 learners`; the plural is `plural` where an s is not enough. */
export function formatCount(count: number, one: string, plural = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : plural}`
}

/** `812 bytes`, `4.0 KB`, `2.1 MB`. */
export function formatSize(sizeBytes: number): string {
  if (sizeBytes < 1024) return formatCount(sizeBytes, 'byte')
  if (sizeBytes < 1024 * 1024) return `${(sizeBytes / 1024).toFixed(1)} KB`
  return `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`
}
