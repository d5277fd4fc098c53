import { hash, verify } from '@node-rs/argon2'
import { messages } from '@/lib/messages/messages'
import { Refusal } from '@/lib/refusal'

/** The OWASP minimum for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** In characters; NIST SP 800-63B requires at least 8, and two more slow down guessing. */
export const PASSWORD_LENGTH_MIN = 10
/** In characters; long enough for a passphrase, and a bound on the cost of hashing. */
export const PASSWORD_LENGTH_MAX = 256

export function checkPassword(password: string): void {
	const characters = [...password.slice(0, PASSWORD_LENGTH_MAX + 1).normalize('NFKC')]
	if (characters.length < PASSWORD_LENGTH_MIN)
		throw new Refusal('invalid', messages().refusals.passwordTooShort(PASSWORD_LENGTH_MIN), 'password')
	if (password.length > PASSWORD_LENGTH_MAX)
		throw new Refusal('invalid', messages().refusals.passwordTooLong(PASSWORD_LENGTH_MAX), 'password')
	if (new Set(characters).size < 4)
		throw new Refusal('invalid', messages().refusals.passwordRepeats, 'password')
}

/**
 * argon2id hash of the NFKC form (NIST SP 800-63B), as keyboards encode one character in different code points.
 */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), ARGON2ID)

/** Takes the same time without a hash, so that timing does not reveal whether an account exists. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
	if (password.length > PASSWORD_LENGTH_MAX) return false
	dummyHash ??= hashPassword('the hash an unknown account is compared with')
	const compared = passwordHash ?? (await dummyHash)
	for (const spelling of spellingsOf(password))
		if (await verify(compared, spelling)) return passwordHash !== null
	return false
}

/** Hashes made before normalization hold one of the other forms; for ASCII all are the same. */
const spellingsOf = (password: string): Set<string> =>
	new Set([password.normalize('NFKC'), password, password.normalize('NFC'), password.normalize('NFD')])

let dummyHash: Promise<string> | null = null
