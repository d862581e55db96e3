import { describe, expect, test } from 'vitest'
import type { Declaration } from '../ast.ts'
import { problemsOf, programOf } from '../testkit/sources.ts'
import { printType } from './signature.ts'

function declared(text: string): Declaration {
  const [first, ...more] = programOf(text).declarations
  if (first === undefined || more.length > 0) throw new Error('expected one declaration')
  return first
}

function declaratorsOf(text: string) {
  const declaration = declared(text)
  if (declaration.kind !== 'variables') throw new Error('expected variables')
  return declaration.declarators
}

describe('a variable', () => {
  test('has a star and dimensions of its own', () => {
    const list = declaratorsOf('Frame *a, b, c[], d[2][3] = {{1, 2}, {3}};')
    expect(list.map(({ name, type, dimensions }) => [name, printType(type), dimensions.length])).toEqual([
      ['a', 'Frame*', 0],
      ['b', 'Frame', 0],
      ['c', 'Frame', 1],
      ['d', 'Frame', 2],
    ])
    expect(list[2]?.dimensions).toEqual([null])
    expect(list[3]?.initial).toMatchObject({
      kind: 'initializerList',
      elements: [{ elements: [{}, {}] }, {}],
    })
  })

  test.each([
    ['static int a;', 'static', 'int'],
    ['const double a=1;', 'plain', 'const double'],
    ['static const int a=1;', 'static', 'const int'],
    ['const static int a=1;', 'static', 'const int'],
    ['extern const int a;', 'extern', 'const int'],
    ['List<Frame *> a;', 'plain', 'List<Frame*>'],
    ['List<List<int>> a;', 'plain', 'List<List<int>>'],
    ['Outer::Inner a;', 'plain', 'Outer::Inner'],
    ['const Frame *const a=NULL;', 'plain', 'const Frame* const'],
  ])('%s is stored %s as %s', (text, storage, type) => {
    const declaration = declared(text)
    expect(declaration).toMatchObject({ kind: 'variables', storage })
    expect(declaratorsOf(text).map(variable => printType(variable.type))).toEqual([type])
  })

  test('of a class takes arguments, which a function has not', () => {
    expect(declared('Frame frame(size, 2);')).toMatchObject({
      declarators: [{ constructorArguments: [{}, {}] }],
    })
    expect(declared('Frame frame(1);')).toMatchObject({ kind: 'variables' })
    expect(declared('Frame frame(Frame &other);')).toMatchObject({ kind: 'function' })
    expect(declared('Frame frame(int, string);')).toMatchObject({ kind: 'function' })
    expect(declared('Frame frame();')).toMatchObject({ kind: 'function' })
    expect(declared('Frame frame(Unknown value) {}')).toMatchObject({ kind: 'function' })
  })

  test('of a class can be defined outside of it', () => {
    expect(declaratorsOf('int Frame::total = 0;')).toMatchObject([
      { name: 'total', scope: { name: 'Frame' } },
    ])
  })

  test('that is an input has its label in the comment, and groups stand between', () => {
    const { declarations } = programOf(
      'input group "Risk"\ninput double Lots = 0.1; // Lots a trade\nsinput int N = 1;',
    )
    expect(declarations).toMatchObject([
      { kind: 'inputGroup', title: 'Risk' },
      { storage: 'input', comment: 'Lots a trade' },
      { storage: 'sinput', comment: null },
    ])
  })
})

describe('a function', () => {
  test('has parameters with references, arrays and values to fall back on', () => {
    const text = 'int f(const string &names[], Frame *frame, double x = -1.5, int &grid[][3]) { return 0; }'
    expect(declared(text)).toMatchObject({
      kind: 'function',
      nature: 'function',
      name: 'f',
      at: { line: 1, column: 5 },
      body: { kind: 'block' },
      parameters: [
        { name: 'names', reference: true, dimensions: [null], type: { name: 'string', constant: true } },
        { name: 'frame', reference: false, dimensions: [], type: { name: 'Frame', pointer: true } },
        { name: 'x', defaultValue: { kind: 'unary' } },
        { name: 'grid', dimensions: [null, { value: 3n }] },
      ],
    })
  })

  test('without a body is a prototype; its parameters need no names', () => {
    expect(declared('void f(int, const double &[]);')).toMatchObject({
      body: null,
      parameters: [{ name: null }, { name: null, reference: true, dimensions: [null] }],
    })
    expect(declared('int f(void);')).toMatchObject({ parameters: [] })
    expect(declared('void Print(string format, ...);')).toMatchObject({ isVariadic: true })
  })

  test.each([
    ['void Frame::run() const {}', { nature: 'function', name: 'run', isConst: true }],
    ['Frame::Frame(int n) : m_n(n), Base(n, 1) {}', { nature: 'constructor', returnType: null }],
    ['void Frame::Frame() {}', { nature: 'constructor', returnType: { name: 'void' } }],
    ['Frame::~Frame() {}', { nature: 'destructor', name: 'Frame' }],
    ['void Frame::~Frame() {}', { nature: 'destructor', name: 'Frame' }],
    ['bool Frame::operator==(const Frame &other) {}', { nature: 'operator', name: '==' }],
    ['Frame *Frame::operator[](int index) {}', { nature: 'operator', name: '[]' }],
    ['int Frame::operator>>(int n) {}', { nature: 'operator', name: '>>' }],
  ])('%s belongs to a class', (text, parts) => {
    expect(declared(text)).toMatchObject({ scope: { name: 'Frame' }, ...parts })
  })

  test('of a template class names the class with its parameter', () => {
    const text = 'template<typename T, typename U> T List<T>::get(U key) { return (T)key; }'
    expect(declared(text)).toMatchObject({
      template: [{ name: 'T' }, { name: 'U' }],
      scope: { name: 'List', arguments: [{ name: 'T' }] },
      body: { statements: [{ value: { kind: 'cast' } }] },
    })
  })
})

describe('other declarations', () => {
  test('an enumeration has values and may end in a comma', () => {
    expect(declared('enum Side { BUY, SELL = 1 << 2, };')).toMatchObject({
      kind: 'enum',
      name: 'Side',
      members: [
        { name: 'BUY', value: null },
        { name: 'SELL', value: { kind: 'binary' } },
      ],
    })
    expect(declared('enum { A };')).toMatchObject({ name: null })
  })

  test('a typedef names the type of a function', () => {
    expect(declared('typedef double (*Rule)(int, string);')).toMatchObject({
      kind: 'typedef',
      name: 'Rule',
      returnType: { name: 'double' },
      parameters: [{}, {}],
    })
  })

  test.each([
    ['namespace A { }', 'error 149: namespaces are refused'],
    ['if(a) b();', 'error 175'],
    ['f() { }', `error 116: 'f' is declared without a type`],
    ['int a', 'error 161'],
    ['int a b;', `(1,7): error 154: expected ';' but found 'b'`],
    ['int &a;', 'error 229'],
    [
      'int input;',
      `error 149: expected the name of a variable but found 'input', which is a word of the language`,
    ],
    ['int group;', 'error 149'],
    ['static input int a;', `error 149: 'input' cannot stand together with 'static'`],
    ['input void f();', `error 149: 'input' is for variables`],
    ['Frame **a;', 'error 250'],
    ['void f(Frame &&a);', 'error 249'],
    ['void f(Frame &*a);', 'error 248'],
    ['void f(..., int a);', 'error 185'],
    ['void f(struct A a);', 'error 251'],
    ['void f() const const;', `error 149: 'const' stands here twice`],
    ['void f() = 1;', 'error 381'],
    ['Frame::Frame() : a(1);', 'error 330'],
    ['Frame::Frame() : {}', 'error 331'],
    ['int operator?(int a);', 'error 352'],
    ['int a[;', 'error 157'],
    ['int a[2;', 'error 145'],
    ['int a = {1 2};', `expected ',' but found '2'`],
  ])('%s is refused', (text, words) => {
    expect(problemsOf(text)[0]).toContain(words)
  })

  test('each broken declaration has one error, and what stands between them is read', () => {
    const text = 'int a b;\nvoid f() { x y z; if( }\nint good;\nclass C { int 5; void g() { } };\nint end;'
    expect(problemsOf(text).map(line => line.split(':')[0])).toEqual(['(1,7)', '(2,16)', '(4,15)'])
    expect(problemsOf('int good;')).toEqual([])
  })
})
