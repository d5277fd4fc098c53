import { env } from './env'
import { encodeLocation } from './urls'

/** Absolute URL of a path on this site; other addresses stay as they are. */
export const absoluteUrl = (address: string): string =>
	address.startsWith('/') ? env.siteUrl + encodeLocation(address) : address
