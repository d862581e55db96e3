import { dialog } from 'electron'

/** Keeping them is what Enter and Escape do. */
export async function confirmFlatten(): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'BITTEN: flatten',
    message: 'Close every position that BITTEN opened, at market, now?',
    detail: 'Positions of others stay. What could not be closed is named in the War Room.',
    buttons: ['Close everything', 'Keep them'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

export function tellNatively(level: 'info' | 'error', message: string): void {
  void dialog.showMessageBox({ type: level, title: 'BITTEN', message, buttons: ['OK'] })
}
