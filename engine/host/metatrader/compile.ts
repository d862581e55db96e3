/** Compiles the Expert Advisor with the terminal's own MetaEditor, and reads what that says. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

export type Compiled =
  | Readonly<{ is: 'compiled'; log: readonly string[] }>
  | Readonly<{ is: 'failed'; log: readonly string[] }>
  /** There is no MetaEditor, or it could not be run; `text` says what to do instead. */
  | Readonly<{ is: 'impossible'; text: string }>

const MINUTES_MS = 120_000
/** The log's last line, in every language of MetaEditor that was seen: "Result: 0 errors, 0 warnings". */
const RESULT = /(\d+)\s+errors?[^\d]+(\d+)\s+warnings?/i
const BY_HAND = 'Open it in MetaEditor (F4 in MetaTrader) and press F7.'

export async function compile(program: string, programFolder: string | null): Promise<Compiled> {
  const editor = programFolder === null ? null : path.join(programFolder, 'metaeditor64.exe')
  if (editor === null || !existsSync(editor))
    return { is: 'impossible', text: `There is no metaeditor64.exe beside the terminal. ${BY_HAND}` }
  const log = `${program}.log`
  rmSync(log, { force: true })
  const failure = await run(editor, [`/compile:${program}`, `/log:${log}`])
  if (failure !== null)
    return { is: 'impossible', text: `${editor} could not be run: ${failure}. ${BY_HAND}` }
  if (!existsSync(log)) return { is: 'impossible', text: `${editor} wrote no log. ${BY_HAND}` }
  return judge(textOf(readFileSync(log)))
}

/** The exit code of MetaEditor does not tell success from failure, so only its log counts. */
export function judge(text: string): Compiled {
  const log = text.split(/\r?\n/).filter(line => line.trim() !== '')
  const result = log.map(line => RESULT.exec(line)).findLast(found => found !== null)
  if (!result) return { is: 'failed', log }
  return { is: result[1] === '0' ? 'compiled' : 'failed', log }
}

function textOf(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? bytes.subarray(2).toString('utf16le')
    : bytes.toString('utf8')
}

/** Null when it ran to its end, whatever it thinks of the source. */
function run(program: string, args: readonly string[]): Promise<string | null> {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: 'ignore', windowsHide: true })
    const timer = setTimeout(() => {
      child.kill()
      resolve(`it did not end within ${MINUTES_MS / 60_000} minutes`)
    }, MINUTES_MS)
    child.on('error', error => {
      clearTimeout(timer)
      resolve(error.message)
    })
    child.on('close', () => {
      clearTimeout(timer)
      resolve(null)
    })
  })
}
