/** A browser reads it after the click, whenever its user has named a place. */
const SAVING_MS = 60_000

/** Has the window ask where a text is to be saved, under that name. */
export function saveAsFile(name: string, text: string, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), SAVING_MS)
}
