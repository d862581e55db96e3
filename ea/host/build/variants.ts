/** The ways the EA is built: for speed, for finding faults of memory and arithmetic, for counting lines. */
export type Variant = 'release' | 'sanitize' | 'coverage'

export function isVariant(text: string): text is Variant {
  return text === 'release' || text === 'sanitize' || text === 'coverage'
}

/** What a caller gets that asked for the release: tests that count lines run another one, and do not have to know. */
export function variantAsked(variant: Variant): Variant {
  const instead = process.env['BITTEN_EA_VARIANT'] ?? ''
  return variant === 'release' && isVariant(instead) ? instead : variant
}

const COMMON = ['-std=c++17', '-fwrapv', '-pipe', '-Wall', '-Wextra']
const SANITIZE = [
  '-O1',
  '-g1',
  '-fsanitize=address,undefined',
  '-fno-sanitize-recover=all',
  '-fno-omit-frame-pointer',
]

/** What MQL5 allows without a word, and C++ warns of. */
const PROGRAM_WARNINGS_OFF = [
  '-Wno-parentheses',
  '-Wno-implicit-fallthrough',
  '-Wno-narrowing',
  '-Wno-unused-parameter',
  '-Wno-unused-function',
  '-Wno-unused-variable',
  '-Wno-reorder',
  '-Wno-overloaded-virtual',
  '-Wno-deprecated-copy',
  '-Wno-extra',
]

/** Flags for the runtime. Lines are counted of the program alone, so its coverage build shares the release runtime. */
export function runtimeFlags(variant: Variant): string[] {
  return [...COMMON, ...(variant === 'sanitize' ? SANITIZE : ['-O1', '-g1'])]
}

export function programFlags(variant: Variant): string[] {
  // Without exceptions no line seems to have a second way out that never ran.
  if (variant === 'coverage')
    return [...COMMON, '-O0', '-g1', '--coverage', '-fno-exceptions', ...PROGRAM_WARNINGS_OFF]
  return [...runtimeFlags(variant), ...PROGRAM_WARNINGS_OFF]
}

export function linkFlags(variant: Variant): string[] {
  if (variant === 'sanitize') return ['-fsanitize=address,undefined']
  return variant === 'coverage' ? ['--coverage'] : []
}

/** The runtime objects of a variant. */
export function runtimeVariant(variant: Variant): 'release' | 'sanitize' {
  return variant === 'sanitize' ? 'sanitize' : 'release'
}
