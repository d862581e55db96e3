import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expression, TypeNode } from '../ast.ts'
import { printExpression } from '../testkit/print-expression.ts'
import { expressionOf } from '../testkit/sources.ts'

const at = { file: '', line: 0, column: 0 }

/** A built-in type: what a cast needs no declaration for. */
const aType: fc.Arbitrary<TypeNode> = fc.constantFrom('int', 'double', 'string', 'datetime').map(name => ({
  kind: 'type',
  at,
  name,
  scope: null,
  global: false,
  arguments: [],
  constant: false,
  pointer: false,
  constantPointer: false,
}))

const aName = fc.constantFrom('a', 'b', 'lots', 'm_price')

const aLeaf: fc.Arbitrary<Expression> = fc.oneof(
  aName.map(name => ({ kind: 'identifier', at, name }) as const),
  fc.string({ unit: 'binary' }).map(value => ({ kind: 'string', at, value }) as const),
  fc.nat(0xffff).map(value => ({ kind: 'character', at, value }) as const),
  fc.boolean().map(value => ({ kind: 'boolean', at, value }) as const),
  fc.constant({ kind: 'null', at } as const),
  fc.constant({ kind: 'this', at } as const),
  fc.nat().map(value => {
    return {
      kind: 'integer',
      at,
      value: BigInt(value),
      base: 'decimal',
      suffix: '',
      text: `${value}`,
    } as const
  }),
)

const aBinaryOperator = fc.constantFrom('*', '/', '%', '+', '-', '<<', '>>', '<', '>=', '==', '&', '^', '||')
const aPrefix = fc.constantFrom('+', '-', '!', '~', '&', '*', '++', '--')
const anAssignment = fc.constantFrom('=', '+=', '>>=', '<<=', '|=')
const aStep = fc.constantFrom('++', '--')

/** Any expression of names, literals and operators, several operators deep. */
const anExpression: fc.Arbitrary<Expression> = fc.letrec<{ node: Expression }>(tie => {
  const node = tie('node')
  const nodes = fc.array(node, { maxLength: 3 })
  return {
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      aLeaf,
      fc.record({
        kind: fc.constant('binary'),
        at: fc.constant(at),
        operator: aBinaryOperator,
        left: node,
        right: node,
      }),
      fc.record({ kind: fc.constant('unary'), at: fc.constant(at), operator: aPrefix, operand: node }),
      fc.record({ kind: fc.constant('postfix'), at: fc.constant(at), operator: aStep, operand: node }),
      fc.record({
        kind: fc.constant('assignment'),
        at: fc.constant(at),
        operator: anAssignment,
        target: node,
        value: node,
      }),
      fc.record({
        kind: fc.constant('conditional'),
        at: fc.constant(at),
        condition: node,
        whenTrue: node,
        whenFalse: node,
      }),
      fc.record({ kind: fc.constant('index'), at: fc.constant(at), object: node, indexes: nodes }),
      fc.record({
        kind: fc.constant('call'),
        at: fc.constant(at),
        callee: node,
        templateArguments: fc.constant([]),
        arguments: nodes,
      }),
      fc.record({
        kind: fc.constant('member'),
        at: fc.constant(at),
        object: node,
        scope: fc.constant(null),
        name: aName,
      }),
      fc.record({
        kind: fc.constant('cast'),
        at: fc.constant(at),
        type: aType,
        operand: node,
        functional: fc.boolean(),
      }),
    ),
  }
}).node

/** A tree without its positions. */
function shapeOf(tree: unknown): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'at') return undefined
      return typeof value === 'bigint' ? `${value}n` : value
    }),
  )
}

describe('any expression', () => {
  test('printed and read again it is the same', () => {
    fc.assert(
      fc.property(anExpression, expression => {
        const read = expressionOf(printExpression(expression))
        expect(shapeOf(read)).toEqual(shapeOf(expression))
      }),
    )
  })
})
