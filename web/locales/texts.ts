import type form from './en/form.json'
import type refusal from './en/refusal.json'
import type role from './en/role.json'
import type shell from './en/shell.json'
import type signIn from './en/sign-in.json'
import type ui from './en/ui.json'

/**
 * The places whose texts exist, one JSON file each in fr, en and ar. The English file gives the keys their types. A new
 * place is three files and one line here; locales.test.ts refuses a file without its line.
 */
export type Texts = {
  form: typeof form
  refusal: typeof refusal
  role: typeof role
  shell: typeof shell
  'sign-in': typeof signIn
  ui: typeof ui
}

export type Place = keyof Texts

/** `shell.sign-out`: the place, a point, the key in its file. */
export type TextKey = { [P in Place]: `${P}.${keyof Texts[P] & string}` }[Place]
