import { hmac, unsign } from '@/lib/signing'

const PURPOSE = 'report-receipt'

/** Token of a receipt's address in mails after the first one, whose token is stored as a hash only. */
export const mailedTokenOf = (reportId: number): string => hmac(PURPOSE, String(reportId))

export const isMailedTokenOf = (reportId: number, token: string): boolean =>
	unsign(PURPOSE, `${reportId}.${token}`) !== null
