export const clipboardCopy = {
  copied: 'Copied.',
  failed:
    'Not copied: the clipboard took nothing, and holds what it held before. Mark the text and copy it by hand.',
} as const
