import type { Type } from './type.ts'

/** A type as MQL5 writes it. */
export function printType(type: Type): string {
  switch (type.kind) {
    case 'number':
      return type.name
    case 'enum':
    case 'functionPointer':
      return type.symbol.name
    case 'class':
      return type.arguments.length === 0
        ? type.symbol.name
        : `${type.symbol.name}<${type.arguments.map(printType).join(',')}>`
    case 'pointer':
      return `${type.constant ? 'const ' : ''}${printType(type.to)}*`
    case 'array':
      return `${printType(type.element)}${type.dimensions.map(size => `[${size ?? ''}]`).join('')}`
    case 'open':
      return type.name
    case 'unknown':
      return '?'
    case 'string':
    case 'void':
      return type.kind
    case 'null':
      return 'NULL'
  }
}
