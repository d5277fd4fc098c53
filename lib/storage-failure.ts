import { messages, waitingTime } from './messages/messages'
import { isRefusal, Refusal, type RefusalCode } from './refusal'

type StorageCode = Extract<RefusalCode, 'busy' | 'full' | 'unavailable' | 'unknown'>

/** Error codes of storage failures: the file system's, and those that the database adds. */
const CODES: [StorageCode, RegExp][] = [
	['full', /^(ENOSPC|EDQUOT)$/],
	['unavailable', /^(EIO|EMFILE|ENFILE|EROFS)$/],
]

/** Adds a database's error codes, which this layer cannot import. */
export const addStorageCodes = (codes: [StorageCode, RegExp][]): void => void CODES.push(...codes)

/** `Retry-After` in seconds: short for a lock, longer for a full or failing disk. */
const RETRY_AFTER: Record<StorageCode, number> = { busy: 5, full: 60, unavailable: 60, unknown: 60 }

/** Converts a storage error, also as a cause of `error`, to a refusal; null for other errors. */
export function storageRefusal(error: unknown): Refusal | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const { code } = cause as { code?: unknown }
		if (typeof code !== 'string') continue
		const found = CODES.find(([, pattern]) => pattern.test(code))?.[0]
		if (!found) continue
		const seconds = RETRY_AFTER[found]
		const words = messages().refusals
		const message =
			found === 'unknown' ? words.unknown : words.sendAgainIn(words[found], waitingTime(seconds))
		const refusal = new Refusal(found, message, undefined, seconds)
		return Object.assign(refusal, { cause: error })
	}
	return null
}

/** Converts any error to the refusal that a form shows; logs it unless it is a refusal already. */
export function refusalFor(error: unknown): Refusal {
	if (isRefusal(error)) return error
	console.error(error)
	return storageRefusal(error) ?? new Refusal('fault', messages().refusals.fault)
}
