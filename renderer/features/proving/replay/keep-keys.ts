/** A click leaves the keys where they were: Space goes on playing, whatever was pressed last. */
export function keepKeys(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button') !== null) event.preventDefault()
}
