import path from 'node:path/posix'
import { IMPORT_RULES, SEPARATE_CHILDREN_OF, type ImportRule } from './import-rules.ts'
import type { Import } from './read-imports.ts'

/** The sentence a person reads when an import breaks the house rules, or null when it keeps them. */
export function judgeImport(file: string, taken: Import): string | null {
  const rule = ruleFor(file)
  if (rule === undefined) return null
  const broken = taken.specifier.startsWith('.') ? judgeFile(file, taken, rule) : judgePackage(taken, rule)
  return broken === null ? null : `${file}:${taken.line} imports '${taken.specifier}': ${broken}`
}

function ruleFor(file: string): ImportRule | undefined {
  return IMPORT_RULES.filter(rule => isInside(file, rule.folder)).sort(
    (a, b) => b.folder.length - a.folder.length,
  )[0]
}

function judgePackage({ specifier }: Import, rule: ImportRule): string | null {
  const allowed = rule.packages.some(name =>
    name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name,
  )
  if (allowed) return null
  return `${rule.folder} may take only ${listOf(rule.packages, 'no package at all')}`
}

function judgeFile(file: string, taken: Import, rule: ImportRule): string | null {
  const target = path.join(path.dirname(file), taken.specifier)
  if (isInside(target, rule.folder)) return judgeNeighbours(file, target)
  if (rule.folders.some(folder => isInside(target, folder))) return null
  if (rule.types?.some(folder => isInside(target, folder)) !== true) {
    const all = [...rule.folders, ...(rule.types ?? []).map(folder => `${folder} (types)`)]
    return `${rule.folder} may import only ${listOf(all, 'itself')}`
  }
  const values = rule.values ?? []
  if (taken.typeOnly || taken.names?.every(name => values.includes(name)) === true) return null
  return `${rule.folder} may take only types from there${values.length > 0 ? ` and ${values.join(', ')}` : ''}`
}

function judgeNeighbours(file: string, target: string): string | null {
  if (!isInside(file, SEPARATE_CHILDREN_OF) || !isInside(target, SEPARATE_CHILDREN_OF)) return null
  const childOf = (name: string) => path.relative(SEPARATE_CHILDREN_OF, name).split('/')[0]
  if (childOf(file) === childOf(target)) return null
  return `folders of ${SEPARATE_CHILDREN_OF} do not import one another`
}

function isInside(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`)
}

function listOf(names: readonly string[], none: string): string {
  return names.length === 0 ? none : names.join(', ')
}
