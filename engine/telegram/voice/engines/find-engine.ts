import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import path from 'node:path'
import { espeak } from './espeak.ts'
import { macosSay } from './macos-say.ts'
import type { SpeechEngine } from './speech-engine.ts'
import { windowsSpeech } from './windows-speech.ts'

type Computer = Readonly<{ platform: NodeJS.Platform; env: NodeJS.ProcessEnv; stop: AbortSignal }>

/** The engine of this computer's system, or null. Nothing is installed and nothing is asked over the network. */
export async function findEngine({ platform, env, stop }: Computer): Promise<SpeechEngine | null> {
  if (platform === 'win32') {
    const system = env['SystemRoot'] ?? 'C:\\Windows'
    const program = path.win32.join(system, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
    return (await isProgram(program)) ? windowsSpeech(program, stop) : null
  }
  if (platform === 'darwin') {
    return (await isProgram('/usr/bin/say')) ? macosSay('/usr/bin/say', stop) : null
  }
  // A relative folder in PATH would name whatever stands in the folder that the app was started in.
  const folders = (env['PATH'] ?? '').split(':').filter(folder => path.isAbsolute(folder))
  for (const folder of folders) {
    const program = path.join(folder, 'espeak-ng')
    if (await isProgram(program)) return espeak(program, stop)
  }
  return null
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}
