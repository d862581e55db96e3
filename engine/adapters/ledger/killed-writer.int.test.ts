import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, it } from 'vitest'
import { bundleProgram } from '../../testkit/bundle-program.ts'
import { sqliteBinding } from '../../testkit/sqlite-binding.ts'
import { temporaryFolder } from '../../testkit/temporary-folder.ts'
import { openLedger } from './sqlite-ledger.ts'
import { verifyLedger } from './verify-ledger.ts'

const binding = sqliteBinding()

it('kill -9 of the writer loses no event whose append had returned', async () => {
  const program = await bundleProgram('engine/testkit/programs/ledger-writer.ts')
  const file = path.join(temporaryFolder(), 'ledger.db')
  let promised = 0

  for (let kill = 1; kill <= 3; kill++) {
    const writer = spawn(process.execPath, [program, file, binding ?? ''], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const goal = promised + 50 * kill
    for await (const chunk of writer.stdout.setEncoding('utf8')) {
      promised = Math.max(promised, ...String(chunk).split('\n').map(Number))
      if (promised >= goal) writer.kill('SIGKILL')
    }
    if (writer.signalCode === null) await once(writer, 'exit')

    expect(writer.signalCode).toBe('SIGKILL')
    expect(verifyLedger({ file, binding }).events).toBeGreaterThanOrEqual(promised)
  }
  const ledger = openLedger({ file, binding })
  expect([...ledger.all()].length).toBe(ledger.head().events)
})
