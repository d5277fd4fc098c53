import pg from 'pg'
import { plantAccount } from '@/domain/own-data/planted.fixture'
import { createNewsroom, ignoreRefusal } from '@/e2e/http/newsroom'
import { STEPS } from '@/e2e/http/newsroom-model'

/** Texts that a careless copy changes: other scripts, both normal forms, controls, quotes, and words for no value. */
export const TEXTS = [
	...['', ' ', 'null', 'NULL', '\\N', '\\', '{}', '{"a","b"}', "'", '"', ',', '%s $1 :x ?', '\r\n\t'],
	...['\ufeffx', '\ufffd', '\u0001\u007f\u0085\u2028', 'caf\u00e9', 'cafe\u0301', 'Straße', 'İstanbul ıI'],
	...[
		'العربية \u202e',
		'עברית',
		'हिन्दी',
		'ไทย',
		'日本語',
		'한국어',
		'\u1112\u1161\u11ab',
		'Ελληνικά',
		'ქართული',
	],
	...['አማርኛ', '👩\u200d👩\u200d👧\u{1f3f4}', '\u{10ffff}', 'x'.repeat(100_000)],
]

/** The limits of the type, a number that JavaScript rounds, and times before 1970. */
const INTEGERS = [
	'9223372036854775807',
	'-9223372036854775808',
	'9007199254740993',
	'0',
	'-1',
	'-62135596800000',
]

/** Rows of tables that neither the newsroom's steps nor a planted account fill. */
const OTHERS = [
	`insert into ad_counts (ad_id, day, impressions) select id, '2026-11-27', 9007199254740993 from ads`,
	`insert into kept_restrictions (address_hmac, kind, reason, created_at, expires_at) values ('', 'ban', '', -1, 0)`,
	`insert into pings (kind, article_id, due_at) select 'websub', id, 0 from articles`,
	`insert into preview_links (token_hash, article_id, created_at, expires_at) select 'x' || id, id, 0, 0 from articles`,
	`insert into reply_notices (address_id, comment_id, queued_at, due_at) select address_id, comment_id, 0, 0 from reply_subscriptions`,
	`insert into revision_names (revision_id, name, named_at) select id, 'Final', 0 from revisions`,
	`insert into revision_sources (revision_id, position, name) select id, 1, 'A source' from revisions`,
	`insert into story_notes (article_id, text, created_at) select id, '', 0 from articles`,
	`insert into vote_decisions (article_id, burst, outcome, reason, votes, decided_at) select id, '', 'release', '', 0, 0 from articles`,
]

export async function query(
	url: string,
	text: string,
	values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
	const client = new pg.Client(url)
	await client.connect()
	try {
		return (await client.query(text, values)).rows
	} finally {
		await client.end()
	}
}

/** Puts rows into every table of this test's database, at `url`. */
export async function plantEveryTable(url: string): Promise<void> {
	const room = await createNewsroom()
	for (let number = 0; number < 3; number += 1)
		for (const [name, { take }] of Object.entries(STEPS))
			if (!/demo/i.test(name)) await take(room, number).catch(ignoreRefusal)
	await plantAccount()
	for (const [at, text] of TEXTS.entries())
		await query(url, 'insert into tags (slug, name) values ($1, $2)', [`odd-${at}-${text.slice(0, 9)}`, text])
	for (const at of INTEGERS)
		await query(url, `insert into audit_events (at, action, subject) values ($1, '', '')`, [at])
	for (const text of OTHERS) await query(url, text)
	// The greatest id of a table is not the last one: it must not be given to another story.
	await query(url, `select setval('articles_id_seq', 5000)`)
}
