import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import golden from './volatility.json' with { type: 'json' }

const run = promisify(execFile)

test('the golden vectors of the volatility model come out of their script again', async () => {
  const script = path.join(import.meta.dirname, 'make.py')
  const { stdout } = await run('python3', [script], { maxBuffer: 10_000_000 })
  expect(JSON.parse(stdout)).toEqual(golden)
})
