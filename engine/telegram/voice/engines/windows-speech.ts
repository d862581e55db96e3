import type { SpeechEngine } from './speech-engine.ts'
import { throughFile } from './through-file.ts'

/** The words come as bytes from standard input, the file's name by a variable: neither can become a command. */
const SCRIPT = `
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$reader = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
$format = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo(22050, 'Sixteen', 'Mono')
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.SetOutputToWaveFile($env:BITTEN_VOICE_FILE, $format)
$voice.Speak($reader.ReadToEnd())
$voice.Dispose()
`

/** PowerShell takes a script as base64 of UTF-16, which needs no quoting on the way. */
const ENCODED = Buffer.from(SCRIPT, 'utf16le').toString('base64')

/** System.Speech of Windows, by the PowerShell that comes with it. */
export function windowsSpeech(program: string, stop: AbortSignal): SpeechEngine {
  return {
    text: `The voice of Windows speaks here (System.Speech, by ${program}).`,
    say: words =>
      throughFile(file => ({
        program,
        args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', ENCODED],
        words,
        env: { BITTEN_VOICE_FILE: file },
        stop,
      })),
  }
}
