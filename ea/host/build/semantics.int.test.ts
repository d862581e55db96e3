import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { buildEa, type Variant } from './index.ts'

const BUILD_TIMEOUT_MS = 240_000
const CRITICAL_EXIT_CODE = 70
const MAIN = 'ea/host/valid/bare-main.cpp'

async function built(name: string, variant: Variant): Promise<string> {
  const build = await buildEa({ program: `ea/host/valid/${name}.mq5`, variant, bareMain: MAIN })
  if (!build.ok) throw new Error(build.errors.join('\n'))
  return build.binary
}

type Run = { code: number; output: string; complaint: string }

/** A program that ends itself with a code other than 0 is an answer, not a failure of the test. */
async function run(binary: string, ...inputs: string[]): Promise<Run> {
  try {
    const { stdout, stderr } = await promisify(execFile)(binary, inputs, { timeout: 30_000 })
    return { code: 0, output: stdout, complaint: stderr }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('stdout' in error) || !('stderr' in error))
      throw error
    return { code: Number(error.code), output: String(error.stdout), complaint: String(error.stderr) }
  }
}

/** The facts of one life: the program runs twice in its process. */
function factsOf(output: string): string[] {
  const [, first = ''] = output.split('life 1\n')
  return first.split('life 2\n').flatMap(life => life.split('\n').filter(line => /^(ok|WRONG): /.test(line)))
}

describe.each<Variant>(['release', 'sanitize'])('the language, built for %s', variant => {
  test.each([
    ['semantics-numbers', 60],
    ['semantics-strings', 65],
    ['semantics-arrays', 35],
    ['semantics-classes', 25],
  ])(
    '%s holds in a first life and in a second one',
    async (name, least) => {
      const { code, output, complaint } = await run(await built(name, variant))
      const facts = factsOf(output)
      expect(facts.filter(fact => fact.startsWith('WRONG'))).toEqual([])
      expect(complaint).toBe('')
      expect(code).toBe(0)
      expect(facts.length).toBeGreaterThanOrEqual(2 * least)
      expect(facts.slice(0, facts.length / 2)).toEqual(facts.slice(facts.length / 2))
    },
    BUILD_TIMEOUT_MS,
  )
})

describe('what ends a program at once', () => {
  test.each([
    ['FAULT_INDEX', 'array out of range'],
    ['FAULT_NEGATIVE_INDEX', 'array out of range'],
    ['FAULT_DIVISION', 'zero divide'],
    ['FAULT_REMAINDER', 'zero divide'],
    ['FAULT_NULL_POINTER', 'invalid pointer access'],
    ['FAULT_DELETED_POINTER', 'invalid pointer access'],
    ['FAULT_DELETE_TWICE', 'delete of an invalid pointer'],
    ['FAULT_CAST', 'incorrect casting of pointers'],
    ['FAULT_FORMAT_KIND', 'wrong format string "%d": value 1 is not an integer'],
    ['FAULT_FORMAT_SIZE', 'wrong format string "%d": value 1 has 64 bits'],
    ['FAULT_FORMAT_MISSING', 'wrong format string "%d": a value is missing'],
    ['FAULT_STRING_INDEX', 'string index out of range'],
  ])(
    '%s is told with its reason',
    async (fault, reason) => {
      const { code, output, complaint } = await run(await built('criticals', 'release'), `Fault=${fault}`)
      expect(complaint).toContain(`critical error: ${reason} in '`)
      expect(code).toBe(CRITICAL_EXIT_CODE)
      expect(output).not.toContain('done')
    },
    BUILD_TIMEOUT_MS,
  )

  test(
    'the place is the line of the MQL5 source',
    async () => {
      const { complaint } = await run(await built('criticals', 'release'), 'Fault=FAULT_DIVISION')
      expect(complaint).toMatch(/criticals\.mq5' \(\d+\)/)
    },
    BUILD_TIMEOUT_MS,
  )
})

describe('inputs', () => {
  test(
    'are set from text before OnInit',
    async () => {
      const { output } = await run(await built('criticals', 'release'), 'Number=-7', 'Text=für dich')
      expect(output).toContain('für dich -7')
    },
    BUILD_TIMEOUT_MS,
  )

  test.each(['Number=7.5', 'Number=99999999999', 'Number=', 'Fault=FAULT_UNKNOWN', 'Nobody=1'])(
    '%s is refused',
    async assignment => {
      const { code, complaint } = await run(await built('criticals', 'release'), assignment)
      expect(code).toBe(2)
      expect(complaint).toBe(`${assignment} sets no input\n`)
    },
    BUILD_TIMEOUT_MS,
  )
})
