import type { IntegerLiteral, Literal } from '../../ast.ts'
import { fitsInteger } from '../model/numbers.ts'
import { NULL_TYPE, numberType, STRING, type NumberName } from '../model/type.ts'
import { valueOf, type Value } from '../model/value.ts'

export function literalValue(node: Literal): Value {
  switch (node.kind) {
    case 'integer':
      return valueOf(numberType(integerName(node)), { known: node.value })
    case 'floating':
      return valueOf(numberType(node.single ? 'float' : 'double'), { known: node.value })
    case 'character':
      return valueOf(numberType('ushort'), { known: BigInt(node.value) })
    case 'boolean':
      return valueOf(numberType('bool'), { known: node.value ? 1n : 0n })
    case 'datetime':
      return valueOf(numberType('datetime'), { known: BigInt(node.value) })
    case 'color':
      return valueOf(numberType('color'), { known: BigInt(node.value) })
    case 'string':
      return valueOf(STRING, { known: node.value })
    case 'null':
      return valueOf(NULL_TYPE, { known: 0n })
  }
}

/** The first type that keeps the digits, of those that the suffix allows. */
function integerName({ value, base, suffix }: IntegerLiteral): NumberName {
  const unsigned = suffix.includes('u')
  const long = suffix.includes('l')
  const order: readonly NumberName[] = unsigned ? ['uint', 'ulong'] : ['int', 'long', 'ulong']
  const wide = long ? order.filter(name => name.endsWith('long')) : order
  const candidates: readonly NumberName[] =
    base === 'decimal' || long ? wide : ['int', 'uint', 'long', 'ulong']
  return candidates.find(name => fitsExactly(value, name)) ?? 'ulong'
}

function fitsExactly(value: bigint, name: NumberName): boolean {
  return fitsInteger(value, numberType(name)) && (name !== 'uint' || value >= 0n)
}
