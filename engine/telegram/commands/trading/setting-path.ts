/** Settings by their path, as in `limits.openTrades`. */

/** One value that a path leads to. */
export type Setting = Readonly<{ key: string; value: unknown }>

/** Every value, in the order of the file; what is no table is one value. */
export function settingsIn(tree: unknown, path = ''): readonly Setting[] {
  if (!isTable(tree)) return [{ key: path, value: tree }]
  return Object.entries(tree).flatMap(([name, value]) =>
    settingsIn(value, path === '' ? name : `${path}.${name}`),
  )
}

/** As deep as the path: { limits: { openTrades: 2 } } */
export function changeOf(key: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = key.split('.')
  return { [name]: rest.length === 0 ? value : changeOf(rest.join('.'), value) }
}

/** A number, true, false, null, or a list without spaces, as JSON writes them; anything else is a word. `none` is null. */
export function valueIn(word: string): unknown {
  if (word.toLowerCase() === 'none') return null
  try {
    return JSON.parse(word)
  } catch {
    return word
  }
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
