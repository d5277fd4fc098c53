import { sql } from 'drizzle-orm'
import { ROLES } from '@/lib/roles'
import { PROVIDERS } from '@/lib/sign-in-providers'
import {
	type AnyColumn,
	check,
	createdAt,
	enumText,
	id,
	index,
	integer,
	json,
	primaryKey,
	table,
	text,
	timestamp,
	uniqueIndex,
} from '../columns'
import { among } from './among'

/** Named people and organisations: staff, authors without an account (no e-mail), readers with an account. */
export const people = table(
	'people',
	{
		id: text()
			.primaryKey()
			.$defaultFn(() => crypto.randomUUID()),
		email: text().unique(),
		name: text().notNull(),
		slug: text().notNull().unique(),
		kind: enumText(['person', 'organisation']).notNull().default('person'),
		role: enumText(ROLES).notNull().default('reader'),
		beat: text(),
		bio: text(),
		callToActionLabel: text(),
		callToActionUrl: text(),
		/** Profiles elsewhere, printed as `rel="me"` links. */
		profiles: json<{ label: string; url: string }[]>().notNull().default([]),
		/** Fediverse handle such as `@ada@example.social`. */
		fediverse: text(),
		createdAt: createdAt(),
		/** Time at which a link mailed to the address was used, or staff made the account; null until then. */
		emailConfirmedAt: timestamp(),
		disabledAt: timestamp(),
	},
	(t) => [
		check('people_role', among(t.role, ROLES)),
		check('people_kind', among(t.kind, ['person', 'organisation'])),
		index('people_by_name').on(t.name, t.id),
		// The few people of the newsroom among all accounts.
		index('people_by_role').on(t.role),
		check('people_email_is_folded', sql`${t.email} = lower(${t.email})`),
	],
)

/** A table apart from `people`, so that queries of people never return a password hash. */
export const credentials = table('credentials', {
	personId: text()
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	passwordHash: text().notNull(),
	updatedAt: createdAt(),
})

export const sessions = table(
	'sessions',
	{
		sessionToken: text().primaryKey(),
		userId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		expires: timestamp().notNull(),
		createdAt: createdAt(),
		/** Browser and system in words, such as “Firefox on Linux”, from the User-Agent of the sign-in. */
		device: text(),
		/** Time of the last password, passkey or code entry, for actions that need a recent one. */
		confirmedAt: timestamp(),
	},
	(t) => [index('sessions_by_user').on(t.userId)],
)

/** One-time links that create an account or set a password; only hashes of the tokens are stored. */
export const invitations = table('invitations', {
	tokenHash: text().primaryKey(),
	role: enumText(ROLES).notNull(),
	kind: enumText(['account', 'password']).notNull().default('account'),
	/** Address and name that the form proposes. */
	email: text(),
	name: text(),
	/** The account of a `password` link; of an `account` link the author to receive the account, if any. */
	personId: text().references(() => people.id, { onDelete: 'cascade' }),
	createdBy: text().references((): AnyColumn => people.id, { onDelete: 'set null' }),
	expiresAt: timestamp().notNull(),
	acceptedAt: timestamp(),
	createdAt: createdAt(),
})

/** One-time links that confirm the e-mail address of an account; only hashes of the tokens are stored. */
export const emailConfirmations = table(
	'email_confirmations',
	{
		tokenHash: text().primaryKey(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		/** The address that the link was mailed to. */
		email: text().notNull(),
		expiresAt: timestamp().notNull(),
	},
	(t) => [index('email_confirmations_by_person').on(t.personId)],
)

/** Old slugs of people, so that published links keep working. */
export const personRedirects = table('person_redirects', {
	slug: text().primaryKey(),
	personId: text()
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' }),
	createdAt: createdAt(),
})

/** Former public names of people, so that a new name does not part moderators from what was done under the old one. */
export const formerNames = table(
	'former_names',
	{
		id: id(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		/** Time of the change that replaced it. */
		replacedAt: createdAt(),
	},
	(t) => [index('former_names_by_person').on(t.personId, t.id)],
)

/** Authenticator apps (RFC 6238): one secret a person, in force once confirmed by a first code. */
export const totpSecrets = table('totp_secrets', {
	personId: text()
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	secret: text().notNull(),
	confirmedAt: timestamp(),
	/** Time step of the last accepted code; each code is valid for one sign-in. */
	lastStep: integer(),
	createdAt: createdAt(),
})

/** Hashes of one-time codes that replace an authenticator. */
export const recoveryCodes = table(
	'recovery_codes',
	{
		codeHash: text().primaryKey(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		usedAt: timestamp(),
	},
	(t) => [index('recovery_codes_by_person').on(t.personId)],
)

/** WebAuthn credentials. */
export const passkeys = table(
	'passkeys',
	{
		/** The credential id in base64url. */
		id: text().primaryKey(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		name: text().notNull(),
		/** COSE public key in base64url. */
		publicKey: text().notNull(),
		counter: integer().notNull(),
		transports: json<string[]>().notNull(),
		createdAt: createdAt(),
		lastUsedAt: timestamp(),
	},
	(t) => [index('passkeys_by_person').on(t.personId)],
)

/** Accounts at other services that sign a person in: at most one of each service. No token of the service is stored. */
export const externalAccounts = table(
	'external_accounts',
	{
		provider: enumText(PROVIDERS).notNull(),
		/** The service's permanent number of the account; names and addresses there can pass to other people. */
		accountId: text().notNull(),
		personId: text()
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		createdAt: createdAt(),
	},
	(t) => [
		primaryKey({ columns: [t.provider, t.accountId] }),
		uniqueIndex('external_accounts_by_person').on(t.personId, t.provider),
		check('external_accounts_provider', among(t.provider, PROVIDERS)),
	],
)

/**
 * Unfinished sign-ins and passkey ceremonies, the state between two requests, and one-time sign-in links; only the
 * token's hash is stored.
 */
export const signInChallenges = table('sign_in_challenges', {
	tokenHash: text().primaryKey(),
	kind: enumText([
		'second factor',
		'passkey sign-in',
		'passkey registration',
		'sign-in link',
		'mailed sign-in link',
	]).notNull(),
	personId: text().references(() => people.id, { onDelete: 'cascade' }),
	challenge: text(),
	expiresAt: timestamp().notNull(),
	attempts: integer().notNull().default(0),
})
