import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@/lib/refusal'

/** The OWASP minimum for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** NIST asks for 8 at least; 10 costs a person nothing and a guesser a lot. */
export const PASSWORD_LENGTH_MIN = 10
/** Room for any passphrase, yet hashing it is never a way to tire the server. */
export const PASSWORD_LENGTH_MAX = 256

export function checkPassword(password: string): void {
	if (password.length < PASSWORD_LENGTH_MIN)
		throw new Refusal(
			'invalid',
			`Please choose a password of at least ${PASSWORD_LENGTH_MIN} characters.`,
			'password',
		)
	if (password.length > PASSWORD_LENGTH_MAX)
		throw new Refusal(
			'invalid',
			`Please keep the password under ${PASSWORD_LENGTH_MAX} characters.`,
			'password',
		)
	if (new Set(password).size < 4)
		throw new Refusal(
			'invalid',
			'That password repeats too few characters; please choose another.',
			'password',
		)
}

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID)

/** As slow for an unknown account as for a known one, so that time tells nothing about who has one. */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
	if (password.length > PASSWORD_LENGTH_MAX) return false
	decoy ??= hashPassword('the hash an unknown account is compared with')
	const fits = await verify(passwordHash ?? (await decoy), password)
	return fits && passwordHash !== null
}

let decoy: Promise<string> | null = null
