import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** AES-256-GCM under a key that HKDF derives from the installation's secret for one purpose, in base64url. */
export function encrypt(purpose: string, text: string): string {
	const iv = randomBytes(IV_BYTES)
	const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv)
	const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
	return Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64url')
}

/** The text; null if it was changed, or encrypted for another purpose or under another secret. */
export function decrypt(purpose: string, encrypted: string): string | null {
	const bytes = Buffer.from(encrypted, 'base64url')
	if (bytes.length < IV_BYTES + TAG_BYTES) return null
	const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, IV_BYTES), {
		authTagLength: TAG_BYTES,
	})
	decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
	try {
		const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
		return text.toString('utf8')
	} catch {
		return null
	}
}

const keyFor = (purpose: string): Uint8Array =>
	new Uint8Array(hkdfSync('sha256', env.secret, '', `encryption of ${purpose}`, KEY_BYTES))
