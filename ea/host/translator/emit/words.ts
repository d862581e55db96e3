/** MQL5's words in C++. */

const TYPES: Readonly<Record<string, string>> = {
  char: 'int8_t',
  uchar: 'uint8_t',
  short: 'int16_t',
  ushort: 'uint16_t',
  int: 'int32_t',
  uint: 'uint32_t',
  long: 'int64_t',
  ulong: 'uint64_t',
  string: 'String',
}

const SCALARS = new Set([
  ...Object.keys(TYPES).filter(name => name !== 'string'),
  'bool',
  'float',
  'double',
  'datetime',
  'color',
])

/** Predefined variables are functions of the runtime. */
const PREDEFINED: Readonly<Record<string, string>> = {
  _Digits: 'mql::Digits()',
  _IsX64: 'true',
  _LastError: 'mql::GetLastError()',
  _Period: 'mql::Period()',
  _Point: 'mql::Point()',
  _StopFlag: 'mql::IsStopped()',
  _Symbol: 'mql::Symbol()',
  _UninitReason: 'mql::UninitializeReason()',
}

/** Words of C++, and macros of its library, that are ordinary names in MQL5. */
const TAKEN = new Set(
  (
    'alignas alignof and and_eq asm auto bitand bitor catch char16_t char32_t compl concept constexpr ' +
    'const_cast co_await co_return co_yield decltype explicit export extern friend goto inline mutable ' +
    'namespace noexcept not not_eq nullptr or or_eq register reinterpret_cast requires signed static_assert ' +
    'static_cast thread_local throw try typeid unsigned using volatile wchar_t xor xor_eq ' +
    'errno stdin stdout stderr EOF NULL assert major minor makedev unix linux'
  ).split(' '),
)

/** A name as C++ can bear it. */
export function identifier(name: string): string {
  return PREDEFINED[name] ?? (TAKEN.has(name) ? `${name}_` : name)
}

export function typeName(name: string): string {
  return TYPES[name] ?? identifier(name)
}

/** True for the types that are numbers: what is copied as it stands. */
export function isScalarName(name: string): boolean {
  return SCALARS.has(name)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
}

/** A string literal of UTF-16 units. */
export function stringLiteral(value: string): string {
  return `u"${value.replace(/./gsu, characterOfLiteral)}"_s`
}

function characterOfLiteral(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const escape = ESCAPES[character]
  if (escape !== undefined) return escape
  // A question mark could start a trigraph.
  if (code < 0x20 || code === 0x7f || character === '?') return `\\${code.toString(8).padStart(3, '0')}`
  // Half of a pair has no UTF-8; the literal is cut so that no digit follows the escape.
  if (code >= 0xd800 && code <= 0xdfff) return `\\x${code.toString(16)}" u"`
  return character
}

/** Text for a narrow C++ literal: file names, names of types. */
export function narrowLiteral(value: string): string {
  return `"${value.replace(/[\\"]/g, character => `\\${character}`)}"`
}
