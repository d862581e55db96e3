/** A PNG as an address that the window may show: its content policy allows `data:` and nothing from elsewhere. */
export function pictureUrl(png: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onloadend = () => {
      if (typeof reader.result === 'string') resolve(reader.result)
      else reject(reader.error ?? new Error('a picture could not be read'))
    }
    reader.readAsDataURL(new Blob([new Uint8Array(png)], { type: 'image/png' }))
  })
}
