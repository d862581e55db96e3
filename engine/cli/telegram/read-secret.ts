import type { CliContext, TextInput } from '../context.ts'

/** More than any token, with whatever stands around it. */
const MOST_CHARACTERS = 10_000
const CONTROL_C = '\u0003'
const CONTROL_D = '\u0004'
const BACKSPACES = ['\b', '\u007f']

type Streams = Pick<CliContext, 'stdin' | 'stderr' | 'stop'>

/** Typed at a terminal without being shown, to the end of the line; from a file or a pipe, to its end. Null: given up. */
export async function readSecret(prompt: string, { stdin, stderr, stop }: Streams): Promise<string | null> {
  if (stdin.isTTY !== true || stdin.setRawMode === undefined) return all(stdin)
  stderr.write(prompt)
  stdin.setRawMode(true)
  try {
    return await typed(stdin, stop)
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}

async function all(stdin: TextInput): Promise<string> {
  let text = ''
  stdin.setEncoding('utf8')
  for await (const chunk of stdin) {
    text += String(chunk)
    if (text.length > MOST_CHARACTERS) break
  }
  return text
}

/** In raw mode every key is a character like any other. */
function typed(stdin: TextInput, stop: AbortSignal): Promise<string | null> {
  return new Promise(resolve => {
    let text = ''
    const end = (value: string | null) => {
      stdin.off('data', take)
      stdin.off('end', hangUp)
      stop.removeEventListener('abort', hangUp)
      resolve(value)
    }
    const hangUp = () => end(null)
    const take = (chunk: unknown) => {
      for (const key of String(chunk)) {
        if (key === '\r' || key === '\n' || text.length > MOST_CHARACTERS) return end(text)
        if (key === CONTROL_C || key === CONTROL_D) return end(null)
        text = BACKSPACES.includes(key) ? text.slice(0, -1) : text + key
      }
    }
    stdin.setEncoding('utf8')
    stdin.on('data', take)
    stdin.on('end', hangUp)
    stop.addEventListener('abort', hangUp)
    stdin.resume()
  })
}
