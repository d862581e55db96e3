/** Where words are typed before something is done that should be read first. */
export const typedCopy = {
  instruction: 'Type these words, letter by letter. They are not taken from the clipboard.',
  field: 'The words, typed',
  noPaste: 'Typed, not pasted: the point is that you read it.',
  progress: {
    empty: 'Nothing typed yet.',
    onTheWay: (left: number) => `Right so far, ${left} ${left === 1 ? 'character' : 'characters'} to go.`,
    wrong: (at: number) => `Not the same from character ${at} on.`,
    done: 'Word for word.',
  },
  sending: 'Sending',
} as const
