import { emailPattern, phonePattern, type CallBackInput } from '#domain/call-back.ts'

/** What somebody writes who asks to be called back, as it stands in the form. */
export type RequestDraft = {
  name: string
  phone: string
  email: string
  bestTime: CallBackInput['bestTime']
  language: CallBackInput['language']
  schemes: readonly string[]
  /** The office chosen for each scheme. */
  readonly offices: Record<string, string>
  consent: boolean
}

export type Mistake = {
  readonly field: 'name' | 'phone' | 'email' | 'about' | 'consent'
  readonly words:
    | 'name-missing'
    | 'contact-missing'
    | 'phone-wrong'
    | 'email-wrong'
    | 'about-missing'
    | 'consent-missing'
}

export type Sending = 'sent' | 'send-failed' | 'send-too-many'

/** What would be refused, in the order of the form. The server judges again by `domain/call-back.ts`. */
export function wrongIn({ name, phone, email, schemes, consent }: RequestDraft): readonly Mistake[] {
  const found: (Mistake | false)[] = [
    name.trim() === '' && { field: 'name', words: 'name-missing' },
    phone.trim() === '' && email.trim() === '' && { field: 'phone', words: 'contact-missing' },
    phone.trim() !== '' && !phonePattern.test(phone.trim()) && { field: 'phone', words: 'phone-wrong' },
    email.trim() !== '' && !emailPattern.test(email.trim()) && { field: 'email', words: 'email-wrong' },
    schemes.length === 0 && { field: 'about', words: 'about-missing' },
    !consent && { field: 'consent', words: 'consent-missing' },
  ]
  return found.filter((mistake) => mistake !== false)
}

/** Sends the request, and nothing of the answers. */
export async function sendRequest(draft: RequestDraft): Promise<Sending> {
  const { name, phone, email, bestTime, language, schemes, offices, consent } = draft
  const wishes = schemes.map((scheme) => ({ scheme, office: offices[scheme] }))
  const given = { ...(phone.trim() ? { phone } : {}), ...(email.trim() ? { email } : {}) }
  try {
    const response = await fetch('/api/public/call-backs', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, ...given, bestTime, language, wishes, consent }),
    })
    if (response.ok) return 'sent'
    return response.status === 429 ? 'send-too-many' : 'send-failed'
  } catch {
    return 'send-failed'
  }
}
