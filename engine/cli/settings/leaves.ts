/** Settings as a list of named values, and back. */
export type Leaf = Readonly<{ key: string; value: unknown }>

export function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ key: path, value }]
  return Object.entries(value).flatMap(([key, inside]) =>
    leavesOf(inside, path === '' ? key : `${path}.${key}`),
  )
}

/** `limits.openTrades` and 1 become {"limits":{"openTrades":1}}. */
export const treeOf = (key: string, value: unknown): Record<string, unknown> => {
  const [name = '', ...rest] = key.split('.')
  return Object.fromEntries([[name, rest.length === 0 ? value : treeOf(rest.join('.'), value)]])
}

/** JSON, or a plain word as it stands. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
