import type { SpeechEngine } from './speech-engine.ts'
import { throughFile } from './through-file.ts'

/** `say` of macOS: it reads the words from standard input and writes 16-bit PCM into a file only. */
export function macosSay(program: string, stop: AbortSignal): SpeechEngine {
  return {
    text: `The voice of macOS speaks here (${program}).`,
    say: words =>
      throughFile(file => ({
        program,
        args: ['-f', '-', '-o', file, '--file-format=WAVE', '--data-format=LEI16@22050'],
        words,
        stop,
      })),
  }
}
