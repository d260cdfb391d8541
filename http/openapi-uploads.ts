import type { DescribedRoute } from './openapi-routes.ts'

const upload = ['tus-resumable'] as const
/** Files in pieces that can be resumed, by the tus protocol; the id of an upload is that of the document it becomes. */
export const uploadRoutes: readonly DescribedRoute[] = [
  { method: 'options', path: '/api/files', summary: 'What the upload protocol can do here', status: 204, open: true },
  {
    method: 'post',
    path: '/api/files',
    summary: 'Begin an upload; its address is in `location`',
    headers: [...upload, 'upload-length', 'upload-metadata'],
    status: 201,
  },
  { method: 'head', path: '/api/files/{id}', summary: 'How far an upload has come', headers: upload },
  {
    method: 'patch',
    path: '/api/files/{id}',
    summary: 'More bytes of an upload',
    headers: [...upload, 'upload-offset'],
    body: 'application/offset+octet-stream',
    status: 204,
  },
  { method: 'delete', path: '/api/files/{id}', summary: 'Give an upload up', headers: upload, status: 204 },
]
