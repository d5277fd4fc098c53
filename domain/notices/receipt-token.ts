import { hmac, unsign } from '@/lib/signing'

const PURPOSE = 'report-receipt'

/** Token of a receipt's address in later mails: of the token in the first mail only the hash is stored. */
export const mailedTokenOf = (reportId: number): string => hmac(PURPOSE, String(reportId))

export const isMailedTokenOf = (reportId: number, token: string): boolean =>
	unsign(PURPOSE, `${reportId}.${token}`) !== null
