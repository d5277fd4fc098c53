import { join } from 'node:path'
import { closeDatabase, write } from '@/db'
import { addPerson } from '@/domain/people'
import { createSession } from '@/domain/sessions'
import { slugAt } from '@/e2e/support/generate-data'
import { cookieHeader, post, sendRequest } from '@/e2e/support/http-client'
import { ISLANDS_COOKIE, ISLANDS_WITHOUT_READER, READER_COOKIE, SESSION_COOKIE } from '@/lib/cookies'
import type { BenchConfig } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { ACCEPT_ENCODING, loadRequests } from './wrk'

/** Story of this measurement only. */
const ARTICLE = 5
const READERS = 32
const VIEWS_PER_SECOND_MIN = 400
/** Ghost 6.65's article page, the best of its rounds on this project's 2-core machine in November 2026 (44 to 52). */
const GHOST_VIEWS_PER_SECOND = 52
const GHOST_RATIO_MIN = 8

/** Adds a reader's account and its session; runs before the server starts. @returns the session's cookie */
export async function seedSession(): Promise<string> {
	const { id } = await addPerson({
		name: 'Signed-in Reader',
		email: 'signed-in@example.org',
		password: 'a good long password',
		role: 'reader',
	})
	const { token } = await write((tx) => createSession(tx, id))
	closeDatabase()
	return `${SESSION_COOKIE}=${token}`
}

/** Views of an article with state of the reader, which are not cached. */
export async function privateArticle(config: BenchConfig, session: string): Promise<Result[]> {
	const { server } = config
	const voted = await Promise.all(Array.from({ length: READERS }, () => castVote(server.url)))
	const readers: [name: string, cookies: string[]][] = [
		['signed in', [session]],
		['with votes, without scripts', voted.map((cookies) => only(READER_COOKIE, cookies))],
		['who has just voted', voted],
	]
	const results: Result[] = []
	for (const [name, cookies] of readers) results.push(await viewsOf(name, cookies, config))
	return results
}

async function viewsOf(name: string, cookies: string[], config: BenchConfig): Promise<Result> {
	const { server, rounds, seconds, dataDir } = config
	for (const cookie of cookies) await demandPrivate(server.url, cookie)
	const { host } = new URL(server.url)
	const requests = cookies.map(
		(cookie) =>
			`GET /news/${slugAt(ARTICLE)} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: ${ACCEPT_ENCODING}\r\nCookie: ${cookie}\r\n\r\n`,
	)
	const perSecond: number[] = []
	for (let round = 0; round < rounds; round += 1) {
		const load = await loadRequests(server.url, seconds, { requests, script: join(dataDir, 'private.lua') })
		if (load.errors > 0) console.error(`  article for a reader ${name}: ${load.errors} failed requests`)
		perSecond.push(load.perSecond)
	}
	const views = quantile(perSecond)
	return {
		measurement: `article for a reader ${name}, 32 connections`,
		result: `${figure(views)} views/s`,
		baseline: `Ghost 6.65, measured before: ${GHOST_VIEWS_PER_SECOND}/s`,
		ratio: ratio(views, GHOST_VIEWS_PER_SECOND),
		target: `>= ${VIEWS_PER_SECOND_MIN}/s, >= ${GHOST_RATIO_MIN}×`,
		met: views >= Math.max(VIEWS_PER_SECOND_MIN, GHOST_RATIO_MIN * GHOST_VIEWS_PER_SECOND),
	}
}

/** Votes as a page's script does. @returns the cookies that the browser sends afterwards */
async function castVote(url: string): Promise<string> {
	const scripts = `${ISLANDS_COOKIE}=${ISLANDS_WITHOUT_READER}`
	const headers = { Accept: 'application/json', Cookie: scripts }
	const { status, cookies } = await post(
		`${url}/news/${slugAt(ARTICLE)}/moods`,
		{ mood: 'happy' },
		{ headers },
	)
	if (status !== 200) throw new Error(`A vote was answered ${status}.`)
	return `${cookieHeader(...cookies)}; ${scripts}`
}

/** @throws Error unless the page is rendered for this reader alone */
async function demandPrivate(url: string, cookie: string): Promise<void> {
	const page = await sendRequest(`${url}/news/${slugAt(ARTICLE)}`, { headers: { Cookie: cookie } })
	if (page.status !== 200 || page.headers['cache-control'] !== 'private, no-store')
		throw new Error(`A private page was answered ${page.status}, ${page.headers['cache-control']}.`)
}

const only = (name: string, cookies: string): string =>
	cookies.split('; ').find((pair) => pair.startsWith(`${name}=`)) ?? ''
