import { runProgram } from './run-program.ts'
import type { SpeechEngine } from './speech-engine.ts'

/** English, UTF-8, words from standard input, WAV to standard output. */
const ARGS = ['-v', 'en', '-b', '1', '--stdin', '--stdout']

/** espeak-ng, the engine of most Linux systems. */
export function espeak(program: string, stop: AbortSignal): SpeechEngine {
  return {
    text: `espeak-ng speaks here (${program}).`,
    async say(words) {
      const run = await runProgram({ program, args: ARGS, words, stop })
      return run.is === 'done' ? { is: 'said', wav: run.stdout } : run
    },
  }
}
