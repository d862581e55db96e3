/** Where the desk is asked and nobody answers. */
export const callCopy = {
  noAnswer: (seconds: number) =>
    `The desk has not answered for ${seconds} seconds. What was asked may still be done: read again before you ask again.`,
} as const
