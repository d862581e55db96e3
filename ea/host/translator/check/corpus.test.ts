import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { printProblem } from '../source/problem.ts'
import { checked, codesIn } from '../testkit/checked.ts'

const HOST = path.resolve(import.meta.dirname, '../..')
const INVALID = path.join(HOST, 'invalid')
const VALID = path.join(HOST, 'valid/rules')
const MARK = '// here'

function programsIn(folder: string): string[] {
  return readdirSync(folder).filter(name => name.endsWith('.mq5'))
}

function expectation(text: string): { code: number; line: number } {
  const lines = text.split('\n')
  const code = /^\/\/--- expect (\d+) \S/.exec(lines[0] ?? '')?.[1]
  const marked = lines.flatMap((line, index) => (line.endsWith(MARK) ? [index + 1] : []))
  const [line] = marked
  if (code === undefined || line === undefined || marked.length > 1) throw new Error('one code and one mark')
  return { code: Number(code), line }
}

describe('a program that MQL5 refuses', () => {
  const names = programsIn(INVALID)

  test('is there in great variety', () => {
    const codes = new Set(names.map(name => expectation(readFileSync(path.join(INVALID, name), 'utf8')).code))
    expect(names.length).toBeGreaterThanOrEqual(90)
    expect(codes.size).toBeGreaterThanOrEqual(60)
  })

  test.each(names)('%s is refused with its code, on its line and nowhere else', name => {
    const text = readFileSync(path.join(INVALID, name), 'utf8')
    const { code, line } = expectation(text)
    const found = codesIn(text)
    expect(found[0]).toEqual({ code, line })
    expect(found.filter(each => each.line !== line)).toEqual([])
  })
})

describe('a program that MQL5 takes', () => {
  test.each(programsIn(VALID))('%s has no problems', name => {
    const { problems } = checked(readFileSync(path.join(VALID, name), 'utf8'))
    expect(problems.map(printProblem)).toEqual([])
  })
})
