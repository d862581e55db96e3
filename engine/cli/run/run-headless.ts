import path from 'node:path'
import {
  createHost,
  environmentSecrets,
  nodeSpawner,
  openLogFile,
  type Host,
  type TrainingWish,
} from '../../host/index.ts'
import type { CliContext } from '../context.ts'
import { DONE, failed, type Outcome } from '../outcome.ts'
import type { Output } from '../output.ts'
import { openDashboard } from './dashboard.ts'
import type { Face } from './face.ts'
import { writeDocuments } from './document-face.ts'
import { writeLines } from './line-face.ts'
import type { RunFlags } from './run-command.ts'

/** Runs the host until it is told to end, with the face that fits whoever looks. Everything is stopped in order. */
export async function runHeadless(flags: RunFlags, context: CliContext, out: Output): Promise<Outcome> {
  const dataFolder = path.resolve(flags.dataFolder ?? context.environment.dataFolder)
  const log = openLog(dataFolder)
  if (log instanceof Error)
    return failed(
      'DATA_FOLDER',
      `The data folder ${dataFolder} cannot be used: ${log.message}. Choose another one with BITTEN_DATA or --data-folder`,
    )
  try {
    const host = await createHost({
      dataFolder,
      version: context.version,
      paths: context.paths,
      sqliteBinding: context.environment.sqliteBinding,
      spawner: nodeSpawner,
      training: trainingOf(flags),
      telegram: {
        worker: context.paths.telegramWorker,
        secrets: environmentSecrets(dataFolder, context.environment.secretKey),
      },
      log,
    })
    if (host.is === 'refused') return failed(host.code, host.text)
    sayHello(host, flags, out)
    const face = faceFor(host, context, out)
    await Promise.race([face.closed, abortOf(context.stop)])
    face.close()
    await host.stop()
    out.document({ kind: 'stopped' })
    out.line('Stopped in order.')
    return DONE
  } finally {
    log.close()
  }
}

function openLog(dataFolder: string): ReturnType<typeof openLogFile> | Error {
  try {
    return openLogFile({ file: path.join(dataFolder, 'logs', 'bitten.log') })
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause))
  }
}

function trainingOf({ training, data, seed, speed }: RunFlags): TrainingWish | null {
  if (!training) return null
  return {
    ...(data !== undefined && { source: { kind: 'files', files: [...data] } }),
    ...(seed !== undefined && { seed }),
    ...(speed !== undefined && { speed }),
  }
}

function sayHello(host: Host, { training, showKey }: RunFlags, out: Output): void {
  const { port, portTaken, pairingKey, dataFolder } = host.ready()
  out.document({ kind: 'started', port, portTaken, dataFolder, training, ...(showKey && { pairingKey }) })
  out.line(
    training
      ? 'TRAINING: a simulated terminal, simulated money, no broker.'
      : `Waiting for MetaTrader on 127.0.0.1:${port}.`,
  )
  if (portTaken !== null)
    out.line(`Port ${portTaken} is taken: enter ${port} in the inputs of the Expert Advisor.`)
  if (showKey) out.line(`Pairing key: ${pairingKey}`)
  out.line(`Data: ${dataFolder}`)
}

function faceFor(host: Host, context: CliContext, out: Output): Face {
  if (out.json) return writeDocuments(host, out)
  return context.stdout.isTTY === true ? openDashboard(host, context) : writeLines(host, out)
}

function abortOf(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
}
