import { createHash } from 'node:crypto'

/** SHA-256 of a token, as stored: a copy of the database holds no usable tokens. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
