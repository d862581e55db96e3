import { availableParallelism } from 'node:os'

/** Does the work on all items, as many at once as the machine has processors; results in the items' order. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    for (let position = next++; position < items.length; position = next++) {
      const item = items[position]
      if (item !== undefined) results[position] = await work(item)
    }
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker))
  return results
}
