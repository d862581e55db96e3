import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

export type FileCoverage = {
  readonly file: string
  /** Lines with code, and those of them that never ran. */
  readonly lines: number
  readonly missed: readonly number[]
}

/** What gcov says, as far as it is used here. */
type Report = {
  readonly files: readonly {
    readonly file: string
    readonly lines: readonly { readonly line_number: number; readonly count: number }[]
  }[]
}

const MOST_OUTPUT_BYTES = 512 * 1024 * 1024

/**
 * The lines of MQL5 that ran in all runs of a coverage build since it was linked, a file at a time.
 * Null when it has not run.
 */
export async function readCoverage(binary: string): Promise<FileCoverage[] | null> {
  const counters = path.join(path.dirname(binary), 'program.gcda')
  if (!existsSync(counters)) return null
  const { stdout } = await promisify(execFile)('gcov', ['--json-format', '--stdout', counters], {
    cwd: path.dirname(binary),
    maxBuffer: MOST_OUTPUT_BYTES,
  })
  return summed(JSON.parse(stdout) as Report)
}

/** A line is in a report as often as the compiler made code of it: in templates, in both kinds of constructor. */
function summed(report: Report): FileCoverage[] {
  const files = new Map<string, Map<number, number>>()
  for (const { file, lines } of report.files) {
    if (!/\.mq[h5]$/.test(file)) continue
    const counts = files.get(file) ?? new Map<number, number>()
    files.set(file, counts)
    for (const line of lines) counts.set(line.line_number, (counts.get(line.line_number) ?? 0) + line.count)
  }
  return [...files].map(([file, counts]) => ({
    file,
    lines: counts.size,
    missed: [...counts].flatMap(([line, count]) => (count === 0 ? [line] : [])).toSorted((a, b) => a - b),
  }))
}
