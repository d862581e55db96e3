/** Settings by their path, as in `limits.openTrades`. */
type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const valueAt = (tree: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((part, name) => (isTree(part) ? part[name] : undefined), tree)

/** The same with another value there. */
export function withValue(tree: unknown, key: string, value: unknown): Tree {
  const [name = '', ...rest] = key.split('.')
  const branch = isTree(tree) ? tree : {}
  return { ...branch, [name]: rest.length === 0 ? value : withValue(branch[name], rest.join('.'), value) }
}

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
