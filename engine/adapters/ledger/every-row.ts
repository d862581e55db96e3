const PAGE = 1_000

/** All rows of a question that is answered in pages, oldest first, for whoever has nothing else to do meanwhile. */
export function* everyRow<Row extends Readonly<{ seq: number }>>(
  pages: (after: number, most: number) => readonly Row[],
): Generator<Row> {
  let page = pages(0, PAGE)
  while (page.length > 0) {
    yield* page
    page = pages(page.at(-1)?.seq ?? 0, PAGE)
  }
}
