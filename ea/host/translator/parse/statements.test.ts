import { describe, expect, test } from 'vitest'
import { problemsOf, statementsOf } from '../testkit/sources.ts'

function kinds(body: string): string[] {
  return statementsOf(body).map(({ kind }) => kind)
}

describe('a statement', () => {
  test('is of a kind that MQL5 knows', () => {
    const body =
      '; {} a(); if(a) b(); else c(); for(;;) break; while(a) continue; do a(); while(b); return; delete a; int x;'
    expect(kinds(body)).toEqual([
      'empty',
      'block',
      'expressionStatement',
      'if',
      'for',
      'while',
      'doWhile',
      'return',
      'delete',
      'variables',
    ])
  })

  test('else belongs to the nearest if', () => {
    expect(statementsOf('if(a) if(b) c(); else d();')).toMatchObject([
      { whenFalse: null, whenTrue: { kind: 'if', whenFalse: { kind: 'expressionStatement' } } },
    ])
  })

  test('for declares, or counts several at once', () => {
    expect(statementsOf('for(int i = 0, n = 5; i < n; i++, n--) {}')).toMatchObject([
      { initial: { kind: 'variables', declarators: [{}, {}] }, step: { kind: 'comma' } },
    ])
    expect(statementsOf('for(i = 0; ; ) ;')).toMatchObject([
      { initial: { kind: 'assignment' }, condition: null, step: null },
    ])
  })

  test('switch has cases and one without a test', () => {
    expect(statementsOf('switch(a) { case A::B: case 1+1: b(); break; default: c(); }')).toMatchObject([
      {
        kind: 'switch',
        cases: [
          { test: { kind: 'scoped' }, statements: [] },
          { test: { kind: 'binary' }, statements: [{}, { kind: 'break' }] },
          { test: null, statements: [{}] },
        ],
      },
    ])
  })

  test.each([
    ['Unknown a;', 'variables'],
    ['Unknown *a = NULL;', 'variables'],
    ['Unknown *a;', 'variables'],
    ['Frame *a(b);', 'variables'],
    ['A::B c;', 'variables'],
    ['List<int> a;', 'variables'],
    ['const int a = 1;', 'variables'],
    ['static int a;', 'variables'],
    ['Frame frame(1, 2);', 'variables'],
    ['a * b();', 'expressionStatement'],
    ['a < b;', 'expressionStatement'],
    ['int(a);', 'expressionStatement'],
    ['A::b();', 'expressionStatement'],
    ['a & b;', 'expressionStatement'],
  ])('%s is %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind])
  })

  test.each([
    ['else a();', 'error 183'],
    ['case 1: a();', 'error 184'],
    ['goto end;', `MQL5 has no 'goto'`],
    ['struct A { };', 'error 326'],
    ['input int a;', `error 326: 'input' is not allowed inside of a function`],
    ['int &a = b;', 'error 229'],
    ['p->run();', `error 149: MQL5 has no '->': write '.'`],
    ['if a', `error 132: expected '(' but found 'a'`],
    ['do a(); until(b);', `expected 'while' but found 'until'`],
    ['switch(a) { b(); }', `expected 'case', 'default' or '}' but found 'b'`],
    ['f(1,);', 'error 291'],
    ['a = ;', `error 157: expected an expression but found ';'`],
    ['return', `expected an expression but found '}'`],
    ['@', 'error 157'],
    ['int s = "a', 'error 112'],
  ])('%s is refused', (text, words) => {
    expect(problemsOf(`void f()\n{\n${text}\n}`)[0]).toContain(words)
  })

  test('nested deeper than people write is refused', () => {
    const problems = problemsOf(`int a = ${'('.repeat(5000)}1;`)
    expect(problems).toEqual([expect.stringContaining('error 134')])
    expect(problemsOf(`void f() ${'{'.repeat(5000)}`)).toEqual([expect.stringContaining('error 134')])
  })
})
