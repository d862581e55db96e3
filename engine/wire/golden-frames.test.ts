import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { FROM_APP, FROM_TERMINAL, type JsonMessageType } from '../contracts/wire/index.ts'
import { decodeBars } from './bar-records.ts'
import { decodeBody } from './bodies.ts'
import { goldenSession, type GoldenFrame } from './fixtures/golden-frames.ts'
import { checkMac, decodeFrames } from './frames.ts'
import { parsePairingKey } from './pairing-key.ts'
import { readTicks } from './tick-records.ts'

const FILE = fileURLToPath(new URL('./fixtures/golden-frames.json', import.meta.url))
const golden = () => JSON.parse(readFileSync(FILE, 'utf8')) as ReturnType<typeof goldenSession>

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const decoded = (frame: GoldenFrame) => decodeFrames([frame.header, frame.body, frame.mac].map(bytes))

describe('the golden frames', () => {
  // Rewritten, after a change of the protocol that was meant, by `npx vitest run --project unit golden-frames -u`.
  it('are what this code writes', async () => {
    await expect(`${JSON.stringify(goldenSession(), null, 2)}\n`).toMatchFileSnapshot(FILE)
  })

  it('hold every message that either side may send', () => {
    const { frames } = golden()
    const typesFrom = (from: string) => new Set(frames.filter(f => f.from === from).map(f => f.type))
    expect(typesFrom('terminal')).toEqual(new Set(FROM_TERMINAL))
    expect(typesFrom('app')).toEqual(new Set(FROM_APP))
  })

  it('are read back whole: frames, MAC and body', () => {
    const { frames, appToTerminalKey, terminalToAppKey } = golden()
    for (const frame of frames) {
      const message = decoded(frame)
      if (message.is === 'refused') throw new Error(`${frame.type}: ${message.text}`)
      const key = frame.from === 'app' ? appToTerminalKey : terminalToAppKey
      expect(checkMac(message, bytes(key))).toBeNull()
      expect(readBody(frame, message.body)).not.toBe('refused')
    }
  })

  it('carry a pairing key in both forms', () => {
    const { pairingKey, pairingKeyText } = golden()
    expect(parsePairingKey(pairingKeyText)).toEqual({ is: 'key', key: bytes(pairingKey) })
  })
})

function readBody(frame: GoldenFrame, body: Uint8Array): string {
  if (frame.type === 'bars') return decodeBars(body).is
  if (frame.type === 'ticks') return readTicks(body, () => undefined).is
  return decodeBody(frame.type satisfies JsonMessageType, body).is
}
