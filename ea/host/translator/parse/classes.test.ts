import { describe, expect, test } from 'vitest'
import type { ClassDeclaration } from '../ast.ts'
import { problemsOf, programOf } from '../testkit/sources.ts'

function classOf(text: string): ClassDeclaration {
  const [first] = programOf(text).declarations
  if (first?.kind !== 'class') throw new Error('expected a class')
  return first
}

function members(text: string) {
  return (classOf(text).members ?? []).map(({ access, declaration }) => ({ access, ...declaration }))
}

describe('a class', () => {
  test('has members behind access labels; without one they are private, in a structure public', () => {
    expect(members('class A { int a; public: int b; protected: void c(); };')).toMatchObject([
      { access: 'private', kind: 'variables' },
      { access: 'public', kind: 'variables' },
      { access: 'protected', kind: 'function' },
    ])
    expect(members('struct A { int a; };')).toMatchObject([{ access: 'public' }])
  })

  test('has constructors, a destructor and operators', () => {
    const text =
      'class A { A(); A(const A &other) : m(1) {} ~A(); void A(int n); void operator=(const A &a); A *next(); };'
    expect(members(text)).toMatchObject([
      { nature: 'constructor', returnType: null, body: null },
      { nature: 'constructor', initializers: [{ type: { name: 'm' } }] },
      { nature: 'destructor', name: 'A' },
      { nature: 'constructor', returnType: { name: 'void' } },
      { nature: 'operator', name: '=' },
      { nature: 'function', name: 'next', returnType: { pointer: true } },
    ])
  })

  test('has methods with all the words that MQL5 knows for them', () => {
    const text =
      'class A { virtual void a() = 0; virtual void b() const override final { } static int c(); void d() = delete; ' +
      'virtual void e() = NULL; };'
    expect(members(text)).toMatchObject([
      { isVirtual: true, isPure: true, isDeleted: false },
      { isVirtual: true, isConst: true, isOverride: true, isFinal: true, isPure: false },
      { isStatic: true, isVirtual: false },
      { isDeleted: true, isPure: false },
      { isPure: true },
    ])
  })

  test('has one base', () => {
    expect(classOf('class A : public B { };').base).toMatchObject({ access: 'public', type: { name: 'B' } })
    expect(classOf('class A : B { };').base).toMatchObject({ access: 'private' })
    expect(classOf('struct A : B { };').base).toMatchObject({ access: 'public' })
    expect(problemsOf('class A : public B, public C { };')[0]).toContain('no multiple inheritance')
  })

  test('holds types and templates of its own', () => {
    const text =
      'class A { enum E { X }; struct S { int a; } s; template<typename T> T get(T a) { return a; } typedef int (*F)(); };'
    expect(members(text).map(({ kind }) => kind)).toEqual([
      'enum',
      'class',
      'variables',
      'function',
      'typedef',
    ])
  })

  test('may only be named, or be a template, or be final', () => {
    expect(classOf('class A;').members).toBeNull()
    expect(classOf('template<typename T> class A { T a; };').template).toMatchObject([{ name: 'T' }])
    expect(classOf('class A final { };').isFinal).toBe(true)
    expect(classOf('interface A { void run(); };').keyword).toBe('interface')
    expect(classOf('union A { int a; float b; };').keyword).toBe('union')
  })

  test.each([
    ['struct pack(sizeof(long)) A { };', { kind: 'sizeof' }],
    ['struct A pack(4) : B { };', { kind: 'integer' }],
    ['struct A pack() { };', null],
  ])('%s is packed', (text, packSize) => {
    const { packed, packSize: size } = classOf(text)
    expect(packed).toBe(true)
    if (packSize === null) expect(size).toBeNull()
    else expect(size).toMatchObject(packSize)
  })

  test('can be followed by variables of it', () => {
    expect(programOf('struct A { int a; } one, two[] = {{1}};').declarations).toMatchObject([
      { kind: 'class' },
      { kind: 'variables', declarators: [{ name: 'one', type: { name: 'A' } }, { name: 'two' }] },
    ])
  })

  test.each([
    ['class A { int a }', `expected ';' but found '}'`],
    ['class A { int a; }', 'error 161'],
    ['class { };', 'expected the name of the class'],
    ['class A { b(); };', `error 116: 'b' is declared without a type`],
    ['class A { public int a; };', `error 123: expected ':' but found 'int'`],
    ['class A { int a;', `error 161: the '}' of the '{' in Experts/main.mq5(1) is missing`],
  ])('%s is refused', (text, words) => {
    expect(problemsOf(text)[0]).toContain(words)
  })
})
