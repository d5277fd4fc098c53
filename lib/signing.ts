import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from './env'

/** `value` with its HMAC for a cookie of the given purpose: `value.hmac`. @throws StartRefusal without a secret */
export const sign = (purpose: string, value: string): string => `${value}.${hmac(purpose, value)}`

/** Verifies in constant time and returns the value; null for a wrong signature or purpose. */
export function unsign(purpose: string, signed: string | undefined): string | null {
	const dot = signed?.lastIndexOf('.') ?? -1
	if (!signed || dot < 1) return null
	const value = signed.slice(0, dot)
	const given = Buffer.from(signed.slice(dot + 1))
	const wanted = Buffer.from(hmac(purpose, value))
	return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : null
}

/** HMAC-SHA-256 of purpose and value under the installation's secret, in base64url. */
export const hmac = (purpose: string, value: string): string =>
	createHmac('sha256', env.secret).update(`${purpose}\n${value}`).digest('base64url')
