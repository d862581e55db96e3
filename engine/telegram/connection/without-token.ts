/** As BotFather gives it, and as it stands in an address, where the colon may be written %3A. */
const TOKEN = /\d{5,16}(?::|%3A)[\w-]{30,80}/gi
/** Whatever stands in its place in an address of the Bot API, though it have another shape. */
const IN_ADDRESS = /\/bot[^/\s]+\//g

/** Every text of a failed call goes through here at its source: Node's and grammY's texts carry the whole address. */
export function withoutToken(text: string): string {
  return text.replace(TOKEN, '(token)').replace(IN_ADDRESS, '/bot(token)/')
}
