import type { Readable, Writable } from 'node:stream'
import type { Environment } from '../host/data-folder/environment.ts'

/** A stream that may be a terminal. */
export type TextInput = Readable & { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown }
export type TextOutput = Writable & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
}

/** Everything that the commands take from outside. Made by the entry file, and by tests. */
export type CliContext = Readonly<{
  version: string
  /** Built programs, found by the entry file beside itself; `self` is the entry file. */
  paths: Readonly<{
    self: string
    engineWorker: string
    archiveWorker: string
    telegramWorker: string
    labWorker: string
    terminalSim: string
    /** The Expert Advisor's sources. */
    ea: string
    /** The probability models that come with the app. */
    models: string
  }>
  environment: Environment
  /** Whether a window could be opened here. */
  hasDisplay: boolean
  stdin: TextInput
  stdout: TextOutput
  stderr: TextOutput
  /** Aborted by Ctrl-C and by a polite request to end. */
  stop: AbortSignal
}>
