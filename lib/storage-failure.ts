import { isRefusal, Refusal, type RefusalCode } from './refusal'
import { waitWords } from './wait-words'

type StorageCode = Extract<RefusalCode, 'busy' | 'full' | 'unavailable'>

/** Error codes of storage failures: the file system's, and those that the database adds. */
const CODES: [StorageCode, RegExp][] = [
	['full', /^(ENOSPC|EDQUOT)$/],
	['unavailable', /^(EIO|EMFILE|ENFILE|EROFS)$/],
]

/** Adds a database's error codes, which this layer cannot import. */
export const addStorageCodes = (codes: [StorageCode, RegExp][]): void => void CODES.push(...codes)

const MESSAGES: Record<StorageCode, string> = {
	busy: 'This could not be recorded, because another program is using the site’s database.',
	full: 'This could not be recorded, because the site’s disk is full.',
	unavailable: 'This could not be recorded, because the site’s disk does not work at the moment.',
}

/** `Retry-After` in seconds: short for a lock, longer for a full or failing disk. */
const RETRY_AFTER: Record<StorageCode, number> = { busy: 5, full: 60, unavailable: 60 }

/** Converts a storage error, also as a cause of `error`, to a refusal; null for other errors. */
export function storageRefusal(error: unknown): Refusal | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const { code } = cause as { code?: unknown }
		if (typeof code !== 'string') continue
		const found = CODES.find(([, pattern]) => pattern.test(code))?.[0]
		if (!found) continue
		const seconds = RETRY_AFTER[found]
		const message = `${MESSAGES[found]} Please send it again in ${waitWords(seconds)}.`
		const refusal = new Refusal(found, message, undefined, seconds)
		return Object.assign(refusal, { cause: error })
	}
	return null
}

const FAULT =
	'That did not work, and the fault is on our side; it has been written down. Please try again in a moment.'

/** Converts any error to the refusal that a form shows; logs it unless it is a refusal already. */
export function refusalFor(error: unknown): Refusal {
	if (isRefusal(error)) return error
	console.error(error)
	return storageRefusal(error) ?? new Refusal('fault', FAULT)
}
