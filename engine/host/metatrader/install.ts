/** The whole way of the Expert Advisor into one terminal, step by step, each with its outcome. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { InstallStep, MetaTrader } from '../../contracts/metatrader.ts'
import { writeAtomically } from '../data-folder/atomic-write.ts'
import { systemReason } from '../data-folder/refusal.ts'
import { compile } from './compile.ts'
import { copySources } from './copy-sources.ts'

export type Installation = Readonly<{
  sources: string
  terminal: MetaTrader
  pairingKey: string
  port: number
}>

export async function installEa({
  sources,
  terminal,
  pairingKey,
  port,
}: Installation): Promise<readonly InstallStep[]> {
  try {
    const { program, written, unchanged, removed } = copySources(sources, terminal.dataFolder)
    const counts = `${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`
    return [
      { name: 'sources', is: 'done', text: `${program} and its headers: ${counts}.` },
      await compileStep(program, terminal.programFolder),
      writeKey(terminal.dataFolder, pairingKey),
      ...byHand(port),
    ]
  } catch (error) {
    const text = `${terminal.dataFolder} can't be written: ${systemReason(error)}. Close MetaTrader, and see whether it is yours.`
    return [{ name: 'sources', is: 'failed', text }]
  }
}

async function compileStep(program: string, programFolder: string | null): Promise<InstallStep> {
  const compiled = await compile(program, programFolder)
  switch (compiled.is) {
    case 'compiled':
      return { name: 'compiled', is: 'done', text: compiled.log.at(-1) ?? '' }
    case 'failed':
      return { name: 'compiled', is: 'failed', text: 'MetaEditor found errors:', details: compiled.log }
    case 'impossible':
      return { name: 'compiled', is: 'todo', text: compiled.text }
  }
}

/** The Expert Advisor reads it when its input is empty; so nobody has to copy 55 characters. */
function writeKey(dataFolder: string, pairingKey: string): InstallStep {
  const folder = path.join(dataFolder, 'MQL5', 'Files', 'BITTEN')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'pairing.key')
  writeAtomically(file, `${pairingKey}\n`)
  return { name: 'pairing key', is: 'done', text: `${file}, readable by you only.` }
}

const byHand = (port: number): InstallStep[] => [
  {
    name: 'allow the address',
    is: 'todo',
    text: 'In MetaTrader: Tools > Options > Expert Advisors: tick "Allow WebRequest for listed URL" and add 127.0.0.1',
  },
  {
    name: 'Algo Trading',
    is: 'todo',
    text: 'Press the Algo Trading button in the toolbar, so that it is green.',
  },
  {
    name: 'the chart',
    is: 'todo',
    text: `Drag BITTENBridge from the Navigator (Expert Advisors > BITTEN) onto any chart; tick "Allow Algo Trading". Its port is ${port}.`,
  },
]
