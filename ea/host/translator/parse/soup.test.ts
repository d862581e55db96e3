import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childrenOf, walk, type Node } from '../ast.ts'
import { parse } from '../testkit/sources.ts'

const WORDS =
  'int string void const static input group virtual class struct enum union template typename public private ' +
  'if else for while do switch case default break return delete new this sizeof operator typedef pack final ' +
  "Frame List a b A::B 1 2.5 0x1F \"s\" 'c' D'2024.01.01' ( ) [ ] { } < > , ; : :: ? . = == + - * / & && | ! ~ ++ << " +
  '#define #include #ifdef #else #endif #undef ## # \n \\ ...'

const aSoup = fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 120 }).map(words => words.join(' '))

describe('any mixture of words', () => {
  test('is read to its end, with problems that say where they are', () => {
    fc.assert(
      fc.property(fc.oneof(aSoup, fc.string({ unit: 'binary', maxLength: 200 })), text => {
        const { program, problems } = parse(text)
        const lines = text.split('\n').length
        for (const { at, code } of problems) {
          expect(at.line).toBeGreaterThan(0)
          expect(at.line).toBeLessThanOrEqual(lines)
          expect(code).toBeGreaterThan(0)
        }
        walk(program, node => expect(node.kind).not.toBe(''))
      }),
      { numRuns: 400 },
    )
  })

  test('of the length of a program is read in a time that grows with it', () => {
    for (const word of [
      '(',
      '{',
      '<',
      'List<',
      'a.',
      '-',
      'if(a)',
      'a?',
      'int a[',
      'class A{',
      '(Frame)',
      'a=',
    ]) {
      expect(parse(`int x = ${word.repeat(5_000)}`).problems.length).toBeGreaterThan(0)
      expect(parse(word.repeat(5_000)).problems.length).toBeGreaterThan(0)
    }
  })
})

describe('the walker', () => {
  const { program } = parse(
    'enum E { A = 1 }; class C : public B { int m[2]; C(int n = 0) : m_n(n) {} };\n' +
      'int f(int a) { for(int i = 0; i < a; i++) { if(a) return (int)a; else g(a, 1); } switch(a) { case 1: break; } return 0; }',
  )

  test('meets each node once, parents first, and can leave out what is below', () => {
    const met: Node[] = []
    walk(program, node => void met.push(node))
    expect(new Set(met).size).toBe(met.length)
    expect(met[0]).toBe(program)
    const shallow: string[] = []
    walk(program, node => {
      shallow.push(node.kind)
      return node.kind === 'program'
    })
    expect(shallow).toEqual(['program', 'enum', 'class', 'function'])
  })

  test('knows every node that a node holds', () => {
    walk(program, node => {
      const held = Object.values(node)
        .flat()
        .filter((value): value is Node => typeof value === 'object' && value !== null && 'kind' in value)
      expect(new Set(childrenOf(node))).toEqual(new Set(held))
    })
  })
})
