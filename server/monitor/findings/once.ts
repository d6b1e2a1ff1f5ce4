/** Makes something of each value once, and keeps it for as long as the value itself is kept. */
export function once<Value extends object, Made>(make: (value: Value) => Made): (value: Value) => Made {
  const made = new WeakMap<Value, { readonly result: Made }>()
  return (value) => {
    const before = made.get(value)
    if (before) return before.result
    const result = make(value)
    made.set(value, { result })
    return result
  }
}
