import { dialog } from 'electron'
import type { ChosenFolder } from '../../engine/contracts/lab-desk.ts'

/** The system's own dialog: the window never sees the disk. */
export async function chooseLabFolder(): Promise<ChosenFolder> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'A folder of one-minute bars or ticks',
    properties: ['openDirectory'],
  })
  const [path] = filePaths
  return path === undefined ? { is: 'none' } : { is: 'folder', path }
}
