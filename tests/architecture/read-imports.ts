import { parseSync } from 'vite'

/** One import as written in a file. `names` is null where a whole module is taken. */
export type Import = {
  readonly specifier: string
  readonly line: number
  readonly typeOnly: boolean
  readonly names: readonly string[] | null
}

/** Every import, re-export and dynamic import of a TypeScript source, in the order of the text. */
export function readImports(file: string, source: string): Import[] {
  const parsed = parseSync(file, source)
  const failure = parsed.errors[0]
  if (failure !== undefined) throw new Error(`${file} does not parse: ${failure.message}`)
  const lineOf = (offset: number) => source.slice(0, offset).split('\n').length
  const { staticImports, staticExports, dynamicImports } = parsed.module

  const imports = staticImports.map(({ start, moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    line: lineOf(start),
    typeOnly: entries.length > 0 && entries.every(entry => entry.isType),
    names: entries.length === 0 ? null : valueNames(entries),
  }))
  const reexports = staticExports.flatMap(({ start, entries }) => {
    const from = entries.find(entry => entry.moduleRequest !== null)?.moduleRequest?.value
    if (from === undefined) return []
    return [
      {
        specifier: from,
        line: lineOf(start),
        typeOnly: entries.every(entry => entry.isType),
        names: valueNames(entries),
      },
    ]
  })
  const dynamic = dynamicImports.map(({ start, moduleRequest }) => ({
    specifier: source.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
    line: lineOf(start),
    typeOnly: false,
    names: null,
  }))
  return [...imports, ...reexports, ...dynamic].sort((a, b) => a.line - b.line)
}

type Entry = {
  readonly isType: boolean
  readonly importName: { readonly kind: string; readonly name: string | null }
}

function valueNames(entries: readonly Entry[]): string[] | null {
  const values = entries.filter(entry => !entry.isType)
  if (values.some(entry => entry.importName.kind !== 'Name')) return null
  return values.map(entry => entry.importName.name ?? '')
}
