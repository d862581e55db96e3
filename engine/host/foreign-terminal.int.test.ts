import { execFile, spawnSync } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EpochMs, type TerminalId } from '../contracts/primitives.ts'
import { eventually } from '../testkit/eventually.ts'
import { formatPairingKey, newPairingKey } from '../wire/index.ts'
import { openTerminalLink, type TerminalLink } from './terminal-link/terminal-link.ts'

const PROGRAM = path.resolve(import.meta.dirname, '../testkit/programs/foreign-terminal.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
const run = promisify(execFile)

/** A link that answers `synced` with `flatten`, and everything that it tells. */
async function openLink(pairingKey: Uint8Array): Promise<{ link: TerminalLink; told: string[] }> {
  const told: string[] = []
  const link = await openTerminalLink({
    port: 0,
    pairingKey,
    version: '0.1.0',
    beatMs: 1_000,
    now: () => EpochMs.parse(Date.now()),
    listener: {
      terminalUp: (terminal, _session, { program }) => told.push(`up ${terminal} ${program}`),
      terminalDown: (terminal, reason) => told.push(`down ${terminal}: ${reason}`),
      faulted: (_terminal, code) => told.push(code),
      frame(terminal: TerminalId, header, body) {
        told.push(`${header.t} ${body.length}`)
        if (header.t === 'synced' && link.is === 'open') link.send(terminal, 'flatten', body)
      },
    },
  })
  if (link.is === 'refused') throw new Error(link.text)
  onTestFinished(() => link.close())
  return { link, told }
}

describe.runIf(hasPython)(
  'a terminal written from docs/protocol.md in another language, without ZeroMQ',
  () => {
    it('links, is heard and hears', async () => {
      const key = newPairingKey()
      const { link, told } = await openLink(key)

      const { stdout } = await run('python3', [PROGRAM, String(link.port), formatPairingKey(key)])

      expect(JSON.parse(stdout)).toEqual({
        flatten: { id: '01KDVDNP00ABCDEFGHJKMNPQRS' },
        heard: ['ack', 'flatten', 'welcome'],
      })
      await eventually(() => expect(told.at(-1)).toBe('down foreign-terminal: it said goodbye: done'))
      expect(told.slice(0, -1)).toEqual([
        'up foreign-terminal python 1',
        'specs 14',
        'positions 16',
        'ticks 30',
        'synced 35',
      ])
    })

    it('with another key is refused', async () => {
      const { link } = await openLink(newPairingKey())
      const attempt = run('python3', [PROGRAM, String(link.port), formatPairingKey(newPairingKey())])
      await expect(attempt).rejects.toThrow('WRONG_KEY')
    })
  },
)
