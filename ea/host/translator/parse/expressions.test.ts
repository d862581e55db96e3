import { describe, expect, test } from 'vitest'
import { printExpression } from '../testkit/print-expression.ts'
import { expressionOf, problemsOf, programOf } from '../testkit/sources.ts'

function grouped(text: string): string {
  return printExpression(expressionOf(text))
}

describe('an expression', () => {
  test.each([
    ['a+b*c-d', '((a + (b * c)) - d)'],
    ['a=b+=c?d:e=f', '(a = (b += (c ? d : (e = f))))'],
    ['a?b:c?d:e', '(a ? b : (c ? d : e))'],
    ['a||b&&c|d^e&f==g<h<<i', '(a || (b && (c | (d ^ (e & (f == (g < (h << i))))))))'],
    ['a>>b>=c', '((a >> b) >= c)'],
    ['a>>=b', '(a >>= b)'],
    ['-a.b[c]++', '(- (a.b[c]++))'],
    ['!~-x', '(! (~ (- x)))'],
    ['--a - -b', '((-- a) - (- b))'],
    ['a<b', '(a < b)'],
    ['a,b', '(a, b)'],
    ['f(a,(b,c))', 'f(a, (b, c))'],
    ['a[i,j][]', 'a[i, j][]'],
    ['a.operator+(b)', 'a.operator+(b)'],
    ['a.Base::run()', 'a.Base::run()'],
  ])('%s is %s', (text, result) => {
    expect(grouped(text)).toBe(result)
  })

  test.each([
    ['(int)a+b', '(((int) a) + b)'],
    ['(double)-a', '((double) (- a))'],
    ['(Frame*)a', '((Frame*) a)'],
    ['(Mode)a', '((Mode) a)'],
    ['(Mode)!a', '((Mode) (! a))'],
    ['(a)-b', '(a - b)'],
    ['(a)(b)', 'a(b)'],
    ['(ENUM_SIDE)(a)', '((ENUM_SIDE) a)'],
    ['int(a)*2', '(int(a) * 2)'],
    ['ENUM_SIDE(a)', 'ENUM_SIDE(a)'],
    ['new Frame', '(new Frame)'],
    ['new Frame(1).size', '(new Frame(1)).size'],
    ['sizeof(int)/sizeof(a[0])', '(sizeof(int) / sizeof(a[0]))'],
    ['typename(Frame*)', 'typename(Frame*)'],
    ['dynamic_cast<Frame *>(a).size', 'dynamic_cast<Frame*>(a).size'],
    ['offsetof(Frame,size)', 'offsetof(Frame, size)'],
    ['GetPointer(this)==NULL', '(GetPointer(this) == NULL)'],
    ['Max<int>(a,b)', 'Max<int>(a, b)'],
    ['a.get<Frame *>()', 'a.get<Frame*>()'],
    ['::f(A::B,::C)', '::f(A::B, ::C)'],
    ['List<int>::total', 'List<int>::total'],
    ['List<List<int>>::total', 'List<List<int>>::total'],
  ])('types are told from values in %s', (text, result) => {
    expect(grouped(text)).toBe(result)
  })
})

describe('a literal', () => {
  test.each([
    ['18446744073709551615', { value: 18446744073709551615n, base: 'decimal', suffix: '' }],
    ['0xFFul', { value: 255n, base: 'hexadecimal', suffix: 'ul' }],
    [`B'1010'`, { value: 10n, base: 'binary' }],
    ['010', { value: 10n }],
    ['.5f', { kind: 'floating', value: 0.5, single: true }],
    ['1e3', { kind: 'floating', value: 1000, single: false }],
    [`'A'`, { kind: 'character', value: 65 }],
    [`'\\x263A'`, { kind: 'character', value: 0x263a }],
    [`'\\''`, { kind: 'character', value: 39 }],
    [`"a\\t\\"\\x41 " "b\\65"`, { kind: 'string', value: 'a\t"A bA' }],
    [`D'2004.02.29 01:02:03'`, { kind: 'datetime', value: 1078016523 }],
    [`D'29.02.2004 12'`, { kind: 'datetime', value: 1078056000 }],
    [`C'1,0x02,3'`, { kind: 'color', value: 0x030201 }],
    ['true', { kind: 'boolean', value: true }],
  ])('%s is read', (text, parts) => {
    expect(expressionOf(text)).toMatchObject(parts)
  })

  test.each([
    ['18446744073709551616', 34],
    ['0x', 36],
    ['0b101', 149],
    ['12abc', 149],
    ["B'012'", 158],
    ["''", 239],
    ["'ab'", 239],
    [`"\\q"`, 25],
    ["D''", 21],
    ["D'12:30'", 21],
    ["D'2023.02.29'", 22],
    ["D'1969.12.31'", 22],
    ["D'2023.01.01 24:00'", 23],
    ["C'1,2'", 24],
    ["C'1,2,256'", 24],
    ['__FUNCTION__', 377],
  ])('%s is refused', (text, code) => {
    expect(problemsOf(`int a = ${text};`)[0]).toContain(`(1,9): error ${code}:`)
  })

  test('the name of the function is a string and joins its neighbours', () => {
    const text =
      'class A { public: void run(const int &a[]) const { string s = __FUNCTION__": " __FUNCSIG__; } };'
    const json = JSON.stringify(programOf(text))
    expect(json).toContain('"value":"A::run: void A::run(const int&[]) const"')
  })
})
