/** Says whether the clipboard took it: a system may refuse, and then it still holds what it held before. */
export async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Whatever kept it, nothing was copied.
    return false
  }
}
