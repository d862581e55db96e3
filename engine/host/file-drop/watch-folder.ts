import { watch } from 'chokidar'

export type FolderWatch = Readonly<{ close(): Promise<void> }>

/**
 * Calls `changed` soon after something in the folder did. It may miss things and may call for nothing: whoever listens
 * looks by the clock as well, which is also how a folder that was not there is found.
 */
export function watchFolder(folder: string, changed: () => void): FolderWatch {
  // Not `atomic`: it would hold the news back that a command was taken away, in case the file comes again.
  const watcher = watch(folder, { depth: 0, ignoreInitial: true, atomic: false, ignored: /rejected_|\.tmp$|app\.txt$/ }) // prettier-ignore
  let planned: NodeJS.Immediate | null = null
  watcher.on('all', () => {
    planned ??= setImmediate(() => {
      planned = null
      changed()
    })
  })
  // The folder has vanished or can't be read: the next look by the clock says so in words.
  watcher.on('error', changed)
  return {
    async close() {
      if (planned) clearImmediate(planned)
      await watcher.close()
    },
  }
}
