import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../check/check.ts'
import { parseProgram } from '../parse/parse-program.ts'
import { diskFiles, memoryFiles } from '../source/file-provider.ts'
import { emitBuiltins } from './emit-builtins.ts'
import { emitProgram } from './emit-program.ts'

const BUILTINS = path.resolve(import.meta.dirname, '../../builtins/builtins.mqh')
const reading = { includeFolders: [], defines: {}, facts: { compiledAt: 0, build: 5000, architecture: '' } }
const builtins = parseProgram(BUILTINS, { ...reading, files: diskFiles, knownTypes: [] }).program
const types = builtins.declarations.flatMap(one =>
  (one.kind === 'class' || one.kind === 'enum') && one.name !== null ? [one.name] : [],
)

function emitted(text: string): string {
  const files = memoryFiles({ 'EA.mq5': text })
  const { program, problems } = parseProgram('EA.mq5', { ...reading, files, knownTypes: types })
  expect(problems).toEqual([])
  const { types: found } = check(program, builtins)
  return emitProgram(program, { builtins, types: found, file: 'program.cpp' })
}

/** The C++ of one expression, in a function with a few names at hand. */
function expression(text: string): string {
  const names = 'int i,j; int a[]; string s; CThing *p; CThing t; datetime d; ulong u; double x;'
  const code = emitted(`class CThing { public: int Get(int n) { ${text}; return 0; } };
    int Next() { return 1; } int plus(int n) { return n; }
    ${names}`)
  return /Get\(int32_t n\) \{ (.*); return 0; \}/.exec(code)?.[1] ?? code
}

describe('an expression', () => {
  test.each([
    ['i=a[j]', 'i = mql::at(a, j)'],
    ['i=(i+j)*2', 'i = (i + j) * 2'],
    ['i=i-(j-1)', 'i = i - (j - 1)'],
    ['i=-(-j)', 'i = -(-j)'],
    ['i=i/j', 'i = mql::divide(i, j)'],
    ['i=i/2', 'i = i / 2'],
    ['i%=j', 'mql::moduloAssign(i, j)'],
    ['i=p.Get(t.Get(1))', 'i = p->Get(t->Get(1))'],
    ['i=this.Get(1)', 'i = this->Get(1)'],
    ['p=&t', 'p = mql::GetPointer(t)'],
    ['p=GetPointer(this)', 'p = mql::GetPointer(mql::GetPointer(*this))'],
    ['p=new CThing', 'p = mql::create<CThing>()'],
    ['delete p', 'mql::destroy(p)'],
    ['p=NULL', 'p = mql::null'],
    ['i=(int)u', 'i = mql::cast<int32_t>(u)'],
    ['u=18446744073709551615', 'u = 18446744073709551615UL'],
    ['u=4294967296', 'u = 4294967296L'],
    ["i='A'+'\\n'", "i = uint16_t{u'A'} + uint16_t{10}"],
    ['s="a\\"?\\n€"', 's = u"a\\"\\077\\n€"_s'],
    ['x=1e-7', 'x = 1e-7'],
    ['x=2.0', 'x = 2.0'],
    ['d=i>0 ? d : 0', 'd = i > 0 ? d : mql::cast<datetime>(0)'],
    ['x=i>0 ? x : 0', 'x = i > 0 ? x : 0'],
    ['s=_Symbol', 's = mql::Symbol()'],
    ['i=Next()-Next()', 'i = (mql::left(Next()) << mql::minus(Next()))'],
    ['i=ArraySize(a)-ArraySize(a)', 'i = mql::ArraySize(a) - mql::ArraySize(a)'],
    ['i=plus(1)', 'i = program::plus(1)'],
    ['i=(int)sizeof(long)', 'i = mql::cast<int32_t>(mql::sizeOf<int64_t>())'],
  ])('%s', (mql5, cpp) => {
    expect(expression(mql5)).toBe(cpp)
  })
})

describe('a declaration', () => {
  test.each([
    ['int f() { int a[3]; return 0; }', 'FixedArray<int32_t, 3> a;'],
    ['int f() { int a[]={1,2}; return 0; }', 'FixedArray<int32_t, 2> a = {1, 2};'],
    ['int f() { double t[][2]; return 0; }', 'Array<FixedArray<double, 2>> t;'],
    ['int f(const string &a[]) { return 0; }', 'int32_t f(const Array<String>& a);'],
    ['int f() { MqlTick t={0}; return 0; }', 'MqlTick t = {};'],
    ['const int SIZE=5;', 'static const int32_t SIZE = 5;'],
    ['int later() { return f(); } int f(int n=5) { return n; }', 'int32_t f(int32_t n = 5);'],
    ['class A { ~A() { Print(1); } };', '{ if (mql::objects::dropping()) return; { mql::Print(1); } }'],
    ['class A { enum E { ONE }; E f(); }; E A::f() { return ONE; }', 'auto A::f() -> E { return ONE; }'],
    ['interface I { int f(int n); };', 'virtual int32_t f(int32_t n) = 0;'],
    ['int signed_=1; int f(int register) { return register; }', 'int32_t f(int32_t register_)'],
    ['input int Depth=3;', '{"Depth", "int", [] { return mql::inputs::text(Depth); }'],
    ['void OnTick() {}', '&OnTick,'],
  ])('%s', (mql5, cpp) => {
    expect(emitted(mql5)).toContain(cpp)
  })
})

test('a global is made anew by each life', () => {
  expect(emitted('int count=3;')).toContain(
    'static Global<int32_t> count_room([](void* room) { new (room) int32_t(3); });',
  )
})

test('lines of the source keep their numbers', () => {
  const lines = emitted('\n\n\n\n\n\nint f()\n  {\n   return 1;\n  }\n').split('\n')
  const start = lines.indexOf('#line 7 "EA.mq5"')
  expect(lines.slice(start + 1, start + 5)).toEqual(['int32_t f()', '{', '  return 1;', '}'])
})

test('what stands for no line of the source has that of the generated file', () => {
  const lines = emitted('int f() { return 1; }').split('\n')
  const after = lines.findLastIndex(line => line.startsWith('#line'))
  expect(lines[after]).toBe(`#line ${after + 2} "program.cpp"`)
})

describe('the built-ins', () => {
  const header = emitBuiltins(builtins, 'builtins.hpp')

  test.each([
    'enum ENUM_ORDER_TYPE : int32_t {',
    'inline constexpr int32_t INVALID_HANDLE = -1;',
    'struct MqlTick {',
    'String TimeToString(datetime value, int32_t mode = TIME_DATE | TIME_MINUTES);',
    'int32_t CopyTicks(String symbol_name, Array<MqlTick>& ticks_array,',
  ])('%s', text => {
    expect(header).toContain(text)
  })

  test('leave to the runtime what takes any type or any number of values', () => {
    expect(header).not.toMatch(/ (ArrayResize|Print|StringFormat)\(/)
  })
})
