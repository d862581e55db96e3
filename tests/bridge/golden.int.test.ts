import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FROM_TERMINAL, type Header } from '../../engine/contracts/wire/index.ts'
import type { goldenSession, GoldenFrame } from '../../engine/wire/fixtures/golden-frames.ts'
import { hex, Readers } from './readers.ts'

const FILE = path.resolve(import.meta.dirname, '../../engine/wire/fixtures/golden-frames.json')
const golden = JSON.parse(readFileSync(FILE, 'utf8')) as ReturnType<typeof goldenSession>
const { frames } = golden
const readers = await Readers.open('release')
afterAll(() => readers.close())

const NONCE = '000102030405060708090a0b0c0d0e0f'
const START_MS = 1_767_225_600_000

function only(type: string, from: string): GoldenFrame {
  const found = frames.find(frame => frame.type === type && frame.from === from)
  if (found === undefined) throw new Error(`no golden ${type}`)
  return found
}

const text = ({ header, body, mac }: GoldenFrame): string => `${header} ${body} ${mac === '' ? '-' : mac}`

describe('the handshake of the golden session', () => {
  it('is what the EA says, byte for byte, and leads to the golden keys', () => {
    expect(readers.ask(`hello ${golden.pairingKey} ${NONCE} ${START_MS}`)).toBe(
      text(only('hello', 'terminal')),
    )
    expect(readers.ask(`challenge ${text(only('challenge', 'app'))}`)).toBe('taken ')
    expect(readers.ask(`prove ${START_MS}`)).toBe(text(only('prove', 'terminal')))
    expect(readers.ask('keys')).toBe(`${golden.terminalToAppKey} ${golden.appToTerminalKey}`)
    expect(readers.ask(`welcome ${text(only('welcome', 'app'))}`)).toBe('taken ')
  })

  it('is followed by frames of the terminal with the golden headers and MACs', () => {
    const said = frames.filter(({ from, mac, type }) => from === 'terminal' && mac !== '' && type !== 'prove')
    expect(said.length).toBe(FROM_TERMINAL.length - 2)
    const lines = said.map(frame => {
      const { t, s, n, a, ms, pd, v: _, ...extra } = JSON.parse(frame.headerText) as Header
      const members = JSON.stringify(extra).slice(1, -1)
      return `frame ${t} ${s} ${n} ${a} ${ms} ${pd ?? 0} ${hex(members)} ${frame.body}`
    })
    expect(readers.askAll(lines)).toEqual(said.map(text))
  })

  it('is accepted in a session, and so is every message of the app after it', () => {
    const answers = readers.askAll([
      `begin ${golden.pairingKey} ${NONCE}`,
      `take ${text(only('challenge', 'app'))}`,
      `take ${text(only('welcome', 'app'))}`,
      ...Array.from({ length: 20 }, () => `say beat ${hex('{}')}`),
    ])
    expect(answers.slice(0, 3)).toEqual([
      text(only('hello', 'terminal')),
      `prove ${text(only('prove', 'terminal'))}`,
      'live 5f0c6a1d2b3e4f50 1000',
    ])
    const heard = frames.filter(({ from, mac, type }) => from === 'app' && mac !== '' && type !== 'welcome')
    expect(readers.askAll(heard.map(frame => `take ${text(frame)}`))).toEqual(
      heard.map(({ type }) => (type === 'ack' ? 'heard' : 'message')),
    )
    expect(readers.ask(`commit ${heard.length}`)).toBe(
      `live committed ${heard.length} confirmed ${heard.length - 1} faults 0`,
    )
  })

  it('begins with a pairing key that is read back from its text', () => {
    expect(readers.ask(`key ${golden.pairingKeyText}`)).toBe(golden.pairingKey)
  })
})
