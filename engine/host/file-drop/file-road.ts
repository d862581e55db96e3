/** All folders of the file road: looked at when something changed in one, and by the clock. */
import type { TerminalId } from '../../contracts/primitives.ts'
import type { AppMessageType } from '../../contracts/wire/index.ts'
import type { RoadLink, Sent } from '../roads/road-link.ts'
import { FileDrop, type FileDropOptions } from './file-drop.ts'
import { watchFolder, type FolderWatch } from './watch-folder.ts'

export type FileRoadOptions = Omit<FileDropOptions, 'folder'> & Readonly<{ folders: readonly string[] }>

const LOOK_EVERY_MS = 250

/** A folder, and what tells of changes in it while it is there. */
class WatchedDrop {
  readonly drop: FileDrop
  readonly #folder: string
  #watch: FolderWatch | null = null

  constructor(options: FileDropOptions) {
    this.drop = new FileDrop(options)
    this.#folder = options.folder
  }

  look(): void {
    this.drop.poll()
    if (this.drop.isOpen) this.#watch ??= watchFolder(this.#folder, () => this.drop.poll())
    else void this.#unwatch()
  }

  async close(): Promise<void> {
    await this.#unwatch()
    this.drop.close()
  }

  /** A folder that went and came back is another one to whoever watched it. */
  async #unwatch(): Promise<void> {
    const watch = this.#watch
    this.#watch = null
    await watch?.close()
  }
}

export class FileRoad implements RoadLink {
  readonly #folders: readonly WatchedDrop[]
  readonly #looking: NodeJS.Timeout

  constructor({ folders, ...options }: FileRoadOptions) {
    this.#folders = folders.map(folder => new WatchedDrop({ ...options, folder }))
    this.#looking = setInterval(() => {
      for (const folder of this.#folders) folder.look()
    }, LOOK_EVERY_MS)
  }

  send(terminal: TerminalId, type: AppMessageType, body: Uint8Array): Sent {
    return this.#of(terminal)?.send(type, body) ?? { is: 'down' }
  }

  committed(terminal: TerminalId, session: string, n: number): void {
    this.#of(terminal)?.committed(session, n)
  }

  renewAll(reason: string): void {
    for (const { drop } of this.#folders) drop.end(reason)
  }

  async close(): Promise<void> {
    clearInterval(this.#looking)
    await Promise.all(this.#folders.map(folder => folder.close()))
  }

  #of(terminal: TerminalId): FileDrop | undefined {
    return this.#folders.find(({ drop }) => drop.terminal === terminal)?.drop
  }
}
