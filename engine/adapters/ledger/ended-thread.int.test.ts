import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'
import { EpochMs } from '../../contracts/primitives.ts'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { aPause } from '../../testkit/events.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openLedger } from './sqlite-ledger.ts'
import { verifyLedger } from './verify-ledger.ts'

const binding = sqliteBinding()
const wallMs = EpochMs.parse(1_000)

it.each(['append', 'read'])(
  'a thread that is ended while it is busy to %s takes neither its process nor the ledger with it',
  async work => {
    const program = await bundleProgram('engine/testkit/programs/ended-threads.ts')
    const file = path.join(temporaryFolder(), 'ledger.db')
    const first = openLedger({ file, binding })
    first.append(
      Array.from({ length: 200 }, (_, index) => aPause(index)),
      wallMs,
    )
    first.close()

    const child = spawn(process.execPath, [program, file, binding ?? '', work], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    await once(child, 'close')

    expect({ code: child.exitCode, signal: child.signalCode }).toEqual({ code: 0, signal: null })
    expect(said).toBe('1\n'.repeat(6))
    const { events } = verifyLedger({ file, binding })
    const next = openLedger({ file, binding })
    next.append([aPause()], wallMs)
    expect(next.head().events).toBe(events + 1)
    next.close()
  },
)
