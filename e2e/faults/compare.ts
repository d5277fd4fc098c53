import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { findDamage } from '@/db/sqlite/damage.mjs'
import type { Acknowledged } from './acknowledged'

/** Queries that compare tallies with a recount; no row means that they agree. */
const RECOUNTS = {
	moods: `select article_id, mood, count(*) as n from moods group by 1, 2
		except select article_id, mood, votes from mood_tallies`,
	ratings: `select article_id, stars, count(*) as n from ratings group by 1, 2
		except select article_id, stars, votes from rating_tallies`,
}

/**
 * Compares all acknowledged writes with a data folder that no server uses.
 *
 * @returns a line for each lost, doubled or damaged item; empty if all are stored
 */
export function missingFrom(dataDir: string, acknowledged: Acknowledged): string[] {
	const path = join(dataDir, 'square.db')
	const damage = findDamage(path, 'integrity_check').map((text) => `database: ${text}`)
	if (damage.length > 0) return damage
	const database = new Database(path, { readonly: true })
	try {
		return [
			...votes(database, acknowledged),
			...texts(database, acknowledged),
			...photographs(database, dataDir, acknowledged),
			...Object.entries(RECOUNTS).flatMap(([name, query]) =>
				database.prepare(query).all().length > 0 ? [`tally of ${name} differs from a recount`] : [],
			),
		]
	} finally {
		database.close()
	}
}

function votes(database: Database.Database, { moods, ratings }: Acknowledged): string[] {
	const storedMoods = new Map(
		database.prepare('select reader_id, mood from moods').raw().all() as [string, string][],
	)
	const storedStars = new Map(
		database.prepare('select reader_id, stars from ratings').raw().all() as [string, number][],
	)
	return [
		...[...moods].filter(([reader, mood]) => storedMoods.get(reader) !== mood).map(([id]) => `mood of ${id}`),
		...[...ratings]
			.filter(([reader, stars]) => storedStars.get(reader) !== stars)
			.map(([id]) => `stars of ${id}`),
	]
}

function texts(database: Database.Database, acknowledged: Acknowledged): string[] {
	const lost: string[] = []
	const comments = countsOf(database, 'select body, count(*) from comments group by 1')
	for (const body of acknowledged.comments)
		if (comments.get(body) !== 1) lost.push(`comment “${body}” (${comments.get(body) ?? 0} times)`)
	const headlines = countsOf(database, 'select headline, count(*) from revisions group by 1')
	for (const headline of acknowledged.revisions)
		if (!headlines.has(headline)) lost.push(`revision “${headline}”`)
	const live = database.prepare(
		'select headline from articles join revisions on revisions.id = published_revision_id where articles.id = ?',
	)
	for (const [story, number] of acknowledged.published) {
		const headline = String(live.pluck().get(story) ?? '')
		if (numberIn(headline) < number)
			lost.push(`publication ${number} of story ${story} (live: “${headline}”)`)
	}
	const tagline = database.prepare(`select value from settings where key = 'tagline'`).pluck().get()
	if (numberIn(String(tagline ?? '')) < acknowledged.tagline) lost.push(`setting ${acknowledged.tagline}`)
	return lost
}

function photographs(database: Database.Database, dataDir: string, { photos }: Acknowledged): string[] {
	const rows = database.prepare('select hash from photos').pluck().all() as string[]
	const known = new Set(rows)
	return [
		...photos.filter((hash) => !known.has(hash)).map((hash) => `row of photograph ${hash}`),
		...rows.flatMap((hash) => filesProblem(join(dataDir, 'media', hash), hash)),
	]
}

/** Checks that the original's hash is its folder's name, and that no derivative is missing or empty. */
function filesProblem(folder: string, hash: string): string[] {
	if (!existsSync(folder)) return [`folder of photograph ${hash}`]
	const names = readdirSync(folder)
	const original = names.find((name) => name.startsWith('original.'))
	if (!original) return [`original of photograph ${hash}`]
	const bytes = readFileSync(join(folder, original))
	if (createHash('sha256').update(bytes).digest('hex') !== hash) return [`bytes of photograph ${hash}`]
	const empty = names.filter((name) => statSync(join(folder, name)).size === 0)
	if (names.length < 3 || empty.length > 0) return [`derivatives of photograph ${hash}`]
	return []
}

const countsOf = (database: Database.Database, query: string): Map<string, number> =>
	new Map(database.prepare(query).raw().all() as [string, number][])

const numberIn = (text: string): number => Number(/\d+(?=\D*$)/.exec(text)?.[0] ?? 0)
