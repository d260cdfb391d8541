import refusal from './refusal.json'
import role from './role.json'
import shell from './shell.json'
import signIn from './sign-in.json'
import ui from './ui.json'

/** The texts of the first screens, fetched together. */
export const start = { refusal, role, shell, 'sign-in': signIn, ui }
