import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/** `value` with proof that this installation made it, for a cookie of the named purpose. */
export const sign = (purpose: string, value: string): string => `${value}.${hmac(purpose, value)}`

/** The value back, or null when it was not signed here for this purpose. */
export function unsign(purpose: string, signed: string | undefined): string | null {
	const dot = signed?.lastIndexOf('.') ?? -1
	if (!signed || dot < 1) return null
	const value = signed.slice(0, dot)
	const given = Buffer.from(signed.slice(dot + 1))
	const wanted = Buffer.from(hmac(purpose, value))
	return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : null
}

/** A text that stands for another without revealing it, the same as long as the secret is. */
export const hmac = (purpose: string, value: string): string =>
	createHmac('sha256', env.secret).update(`${purpose}\n${value}`).digest('base64url')
