import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { protocolHeader } from './protocol-header.ts'

const FILE = path.resolve(import.meta.dirname, '../../Include/BITTEN/Protocol.mqh')

describe('Protocol.mqh', () => {
  // Rewritten, after a change of the contracts that was meant, by `npm run ea -- protocol`.
  it('is what the contracts give', async () => {
    await expect(protocolHeader()).toMatchFileSnapshot(FILE)
  })

  it('defines no name twice', () => {
    const names = [...protocolHeader().matchAll(/^#define (\w+)/gm)].map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })
})
