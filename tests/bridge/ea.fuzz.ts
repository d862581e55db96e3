/**
 * `npm run fuzz:ea -- [--seconds N] [--seed S]`: valid, odd and broken JSON, ZMTP and sessions for the EA's own readers, built with
 * AddressSanitizer and UndefinedBehaviorSanitizer and compared with second readers. Ends with 1 when anything was found.
 */
import { CASE_KINDS, readGolden, type CaseKind } from './fuzz/cases.ts'
import { caseOf, kindOf, runBatch, type Finding } from './fuzz/run-batch.ts'
import { Readers } from './readers.ts'

const BATCH = 150
const TOLD_EVERY_MS = 30_000
const SHOWN_CHARACTERS = 2_000

function numberOf(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? otherwise : Number(process.argv[at + 1])
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`--${name} wants a whole number of 0 or more`)
  return value
}

const golden = readGolden()

/** The seeds of a batch that ended the process, each tried in a process of its own. */
async function findDeadly(first: number): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let seed = first; seed < first + BATCH && findings.length === 0; seed += 1) {
    const readers = await Readers.open('sanitize')
    const { lines } = caseOf(seed, golden)
    try {
      readers.askAll(lines)
      readers.close()
    } catch (error) {
      findings.push({ seed, kind: kindOf(seed), expected: 'an answer', lines, told: [String(error)] })
    }
  }
  return findings
}

async function main(): Promise<number> {
  const [seconds, seed] = [numberOf('seconds', 300), numberOf('seed', 1)]
  const startedMs = performance.now()
  let readers = await Readers.open('sanitize')
  const untilMs = performance.now() + seconds * 1_000
  console.log(
    `Built in ${((performance.now() - startedMs) / 1_000).toFixed(1)} s. Seeds from ${seed} on, ${seconds} s.`,
  )
  const executions = new Map<CaseKind, number>(CASE_KINDS.map(kind => [kind, 0]))
  const findings: Finding[] = []
  let next = seed
  let toldMs = performance.now()
  while (performance.now() < untilMs && findings.length < 10) {
    try {
      findings.push(...runBatch(readers, golden, next, BATCH))
    } catch (error) {
      console.log(`The process ended between the seeds ${next} and ${next + BATCH - 1}: ${String(error)}`)
      findings.push(...(await findDeadly(next)))
      readers = await Readers.open('sanitize')
    }
    for (let at = next; at < next + BATCH; at += 1)
      executions.set(kindOf(at), (executions.get(kindOf(at)) ?? 0) + 1)
    next += BATCH
    if (performance.now() < toldMs + TOLD_EVERY_MS) continue
    toldMs = performance.now()
    console.log(`${next - seed} executions, ${findings.length} findings`)
  }
  readers.close()
  for (const finding of findings) console.log(JSON.stringify(finding).slice(0, SHOWN_CHARACTERS))
  const kinds = [...executions].map(([kind, count]) => `${kind} ${count}`).join(', ')
  console.log(`${next - seed} executions (${kinds}), ${findings.length} findings`)
  return findings.length === 0 ? 0 : 1
}

process.exitCode = await main()
