import './ui/base.css'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { onSignedOut, problemFrom } from './api.ts'
import { startTexts } from './i18n.ts'
import { startCourier } from './local/courier.ts'
import { makeRouter } from './router.tsx'
import { askPresence, presenceQuery } from './session.ts'
import { WidgetLanguage } from './ui/WidgetLanguage.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal however often it is asked; only the way there is worth a second try.
      retry: (count, trouble) => problemFrom(trouble).status === 0 && count < 2,
    },
  },
})

const router = makeRouter(queries)

onSignedOut(() => {
  // The session ended under way: whoever is here is asked to sign in, and then returns to the same page.
  if (queries.getQueryData(presenceQuery.queryKey)?.session === undefined) return
  void askPresence(queries).then(() => router.invalidate())
})

startCourier(queries)
await startTexts()

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <WidgetLanguage>
        <RouterProvider router={router} />
      </WidgetLanguage>
    </QueryClientProvider>
  </StrictMode>,
)
