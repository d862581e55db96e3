import { describe, expect, test } from 'vitest'
import { walk, type Expression, type Node } from '../ast.ts'
import { checked } from '../testkit/checked.ts'
import { printType } from './model/print-type.ts'
import type { Types } from './types.ts'

const FRAME = `
struct Quote { double bid; int size; };
class Desk { public: int size; int Size() const { return size; } };
template<typename T> T Same(T value) { return value; }
`

/** The type of the value that a function returns, and what the checker kept. */
function returned(
  before: string,
  expression: string,
): { type: string; known: unknown; types: Types; node: Expression } {
  const { program, types } = checked(`${FRAME}double Ask() { ${before} return ${expression}; }`)
  let node: Expression | null = null
  const find = (each: Node): void => {
    if (each.kind === 'return' && each.value !== null) node = each.value
  }
  const last = program.declarations.at(-1)
  if (last !== undefined) walk(last, find)
  if (node === null) throw new Error('nothing is returned')
  const { type, known } = types.of(node)
  return { type: printType(type), known, types, node }
}

describe('the type of an expression', () => {
  test.each([
    ['', '1', 'int'],
    ['', '5000000000', 'long'],
    ['', '0xFFFFFFFF', 'uint'],
    ['', "'A'", 'ushort'],
    ['', '1.5f', 'float'],
    ['', "D'2020.01.01'", 'datetime'],
    ['', 'clrRed', 'color'],
    ['char one=1; char two=2;', 'one+two', 'int'],
    ['uint one=1;', 'one+1', 'uint'],
    ['long one=1; uint two=1;', 'one*two', 'long'],
    ['ulong one=1; long two=1;', 'one-two', 'ulong'],
    ['int one=1;', 'one/2.0', 'double'],
    ['', 'TimeCurrent()+60', 'datetime'],
    ['', 'TimeCurrent()-TimeCurrent()', 'long'],
    ['', '1<2', 'bool'],
    ['', '"a"+"b"', 'string'],
    ['', 'ORDER_TYPE_SELL', 'ENUM_ORDER_TYPE'],
    ['Quote quotes[3];', 'quotes[0].bid', 'double'],
    ['Quote quotes[3];', 'quotes', 'Quote[3]'],
    ['Desk desk;', '&desk', 'Desk*'],
    ['Desk desk;', 'desk.Size()', 'int'],
    ['', 'Same("a")', 'string'],
    ['', 'MathMax(1,2)', 'int'],
    ['', 'MathMax(1,2.5)', 'double'],
    ['uint one=1; int two=2;', 'MathMax(one,two)', 'uint'],
    ['long one=1; int two=2;', 'fmin(one,two)', 'long'],
    ['', 'SymbolInfoInteger(_Symbol,SYMBOL_SPREAD)', 'long'],
    ['', '(uchar)300', 'uchar'],
    ['', 'true ? 1 : 2.5', 'double'],
  ])('%s %s is %s', (before, expression, type) => {
    expect(returned(before, expression).type).toBe(type)
  })
})

describe('a value known when compiling', () => {
  test.each([
    ['1+2*3', 7n],
    ['-7/2', -3n],
    ['1<<4|1', 17n],
    ['(uchar)300', 44n],
    ['FILE_READ|FILE_WRITE', 3n],
    ['ORDER_TYPE_SELL==1', 1n],
    ['10/4.0', 2.5],
    ['INT_MAX+1', -2147483648n],
    ['"a"+"b"', 'ab'],
    ['TimeCurrent()', null],
  ])('%s is %s', (expression, known) => {
    expect(returned('', expression).known).toBe(known)
  })
})

describe('what the checker keeps', () => {
  test('a call is tied to the overload that it runs', () => {
    const { types, node } = returned('', 'FileGetInteger("a",FILE_SIZE)')
    if (node.kind !== 'call') throw new Error('a call was written')
    const called = types.called(node)
    expect(called?.builtin).toBe(true)
    expect(called?.parameters.map(parameter => parameter.name)).toEqual([
      'file_name',
      'property_id',
      'common_folder',
    ])
  })

  test('a name is tied to its variable', () => {
    const { types, node } = returned('int size=1;', 'size')
    const symbol = types.symbolOf(node)
    expect(symbol).toMatchObject({ kind: 'variable', place: 'local', name: 'size' })
  })
})
