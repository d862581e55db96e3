import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  BODIES,
  FILE_LIMITS,
  FileHeader,
  FileStatus,
  Header,
  LIMITS,
  PROTOCOL_VERSION,
  REFUSALS,
  VERDICTS,
} from '../contracts/wire/index.ts'
import { MAX_BARS } from './bar-records.ts'
import { goldenFiles } from './fixtures/golden-files.ts'
import { goldenSession } from './fixtures/golden-frames.ts'
import { MAX_TICKS } from './tick-records.ts'

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/protocol.md'), 'utf8')

/** Text of the section under a heading, up to the next heading. */
function section(heading: string): string {
  const [, after] = page.split(`\n${heading}\n`)
  if (after === undefined) throw new Error(`docs/protocol.md has no section "${heading}"`)
  return after.split(/\n##+ /)[0] ?? ''
}

/** Names of the fields of a body; of a list, those of its items. */
function fieldsOf(schema: object): string[] {
  if ('element' in schema) return fieldsOf(schema.element as object)
  if (!('shape' in schema)) return []
  return Object.entries(schema.shape as Record<string, object>).flatMap(([name, field]) => [
    name,
    ...fieldsOf(field),
  ])
}

describe('docs/protocol.md', () => {
  it.each(Object.entries(BODIES))('names every field of %s', (type, schema) => {
    const text = section(`### \`${type}\``)
    const missing = fieldsOf(schema).filter(field => !text.includes(`\`${field}\``))
    expect(missing).toEqual([])
  })

  it('names every field of a file, and its limits', () => {
    const text = section('### `status`')
    expect(Object.keys(FileStatus.shape).filter(field => !text.includes(`\`${field}\``))).toEqual([])
    expect(text).toContain(
      `${FILE_LIMITS.bodyBytes.toLocaleString('en')} bytes, its nesting at most ${FILE_LIMITS.depth}`,
    )
    const road = page.slice(page.indexOf('## 8. '), page.indexOf('## 9. '))
    expect(Object.keys(FileHeader.shape).filter(field => !road.includes(`\`${field}\``))).toEqual([])
  })

  it('names every field of the header, every verdict and every refusal', () => {
    const words = [...Object.keys(Header.shape), ...VERDICTS, ...REFUSALS]
    expect(words.filter(word => !page.includes(`\`${word}\``))).toEqual([])
  })

  it('states the limits as they are', () => {
    const figures = [LIMITS.headerBytes, LIMITS.bodyBytes, LIMITS.macBytes, LIMITS.depth, MAX_TICKS, MAX_BARS]
    const text = page.replaceAll(',', '')
    expect(figures.filter(figure => !text.includes(String(figure)))).toEqual([])
    expect(page).toContain(`version ${PROTOCOL_VERSION}\n`)
  })

  it('shows bytes that are in the golden session', () => {
    const golden = JSON.stringify([goldenSession(), goldenFiles()]).replaceAll('\\"', '"')
    const shown = [...page.matchAll(/```golden\n(.*?)```/gs)].flatMap(match =>
      (match[1] ?? '').trim().split('\n'),
    )
    expect(shown.length).toBeGreaterThan(10)
    expect(shown.filter(line => !golden.includes(line))).toEqual([])
  })
})
